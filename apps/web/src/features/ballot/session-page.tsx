import type { ReactNode } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import type { CouncilSessionView } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { Ballot } from './ballot';
import { Results } from './results';
import './ballot.css';

/** A council session: the ballot while it is open, who has voted (never what), the counts once it is closed. */
export default function SessionPage(): ReactNode {
  const { id } = useParams({ from: '/frame/phien-hop/$id' });
  const t = useText();
  const session = useRead('councilSession', { params: { id } }, { every: 10_000 });
  if (session.data === undefined) {
    return (
      <div className="page">
        {session.error === null ? <Loading /> : <ErrorNote error={session.error} onRetry={() => void session.refetch()} />}
      </div>
    );
  }
  const view = session.data;
  return (
    <div className="page ballot-page">
      <PageHead title={t(`session.body.${view.body}`, { council: view.councilName })} line={<SessionLine session={view} />} />
      <Stand session={view} />
      <div className="ballot-columns">
        <div>{view.myBallot === 'open' && view.status === 'open' ? <Ballot session={view} /> : <Results session={view} />}</div>
        <Roll session={view} />
      </div>
    </div>
  );
}

function SessionLine({ session }: { readonly session: CouncilSessionView }): ReactNode {
  const t = useText();
  return (
    <>
      <span className={session.status === 'open' ? 'tag tag-blue' : 'tag tag-grey'}>{t(`session.status.${session.status}`)}</span>
      <span>
        {session.closedAt === null
          ? t('session.until', { at: instantText(session.closesAt) })
          : t('session.closedAt', { at: instantText(session.closedAt) })}
      </span>
      <span>{t('session.voted', { voted: session.votedCount, total: session.total })}</span>
      <Link to="/dot-xet/$id" params={{ id: session.roundId }}>
        {t('session.toRound')}
      </Link>
    </>
  );
}

function Stand({ session }: { readonly session: CouncilSessionView }): ReactNode {
  const t = useText();
  if (session.myBallot === 'cast' && session.status === 'open') {
    return (
      <p className="note note-green" role="status">
        <strong>{t('ballot.cast')}</strong>
      </p>
    );
  }
  if (session.myBallot === 'open' || session.myBallot === 'cast') {
    return null;
  }
  return session.status === 'open' ? <p className="note note-blue">{t(`ballot.${session.myBallot}`)}</p> : null;
}

function Roll({ session }: { readonly session: CouncilSessionView }): ReactNode {
  const t = useText();
  return (
    <section className="section roll" aria-label={t('roll.title')}>
      <h2>{t('roll.count', { voted: session.votedCount, total: session.total })}</h2>
      <ul>
        {session.roll.map((member) => (
          <li key={`${member.fullName}/${member.role}`}>
            <span>
              {member.fullName}
              <span className="small muted"> {member.title}</span>
            </span>
            <span className={member.voted ? 'tag tag-calm' : 'tag tag-grey'}>
              {member.voted ? t('roll.voted') : t.or(`attendance.${member.attendance}`, t('roll.notYet'))}
            </span>
          </li>
        ))}
      </ul>
      <p className="small muted">{t('roll.secret')}</p>
    </section>
  );
}
