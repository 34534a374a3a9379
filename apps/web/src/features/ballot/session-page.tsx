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
import { Envelopes } from './envelopes';
import { Results } from './results';
import { WrittenOpinion } from './written-opinion';
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
        <div>
          <Middle session={view} />
        </div>
        <div>
          <Roll session={view} />
          <Envelopes session={view} />
        </div>
      </div>
    </div>
  );
}

function Middle({ session }: { readonly session: CouncilSessionView }): ReactNode {
  if (session.status === 'open' && session.myBallot === 'open') {
    return <Ballot session={session} />;
  }
  return session.status === 'open' && session.myBallot === 'write' ? <WrittenOpinion session={session} /> : <Results session={session} />;
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
      {session.quorum === null ? null : (
        <span>{t('session.quorum', { present: session.quorum.present, needed: session.quorum.needed, rule: session.quorum.ruleId })}</span>
      )}
      <Link to="/dot-xet/$id" params={{ id: session.roundId }}>
        {t('session.toRound')}
      </Link>
    </>
  );
}

function Stand({ session }: { readonly session: CouncilSessionView }): ReactNode {
  const t = useText();
  const { myBallot, status } = session;
  if (status === 'open' && (myBallot === 'cast' || myBallot === 'written')) {
    return (
      <p className="note note-green" role="status">
        <strong>{t(myBallot === 'cast' ? 'ballot.cast' : 'opinion.done')}</strong>
      </p>
    );
  }
  if (status === 'postponed') {
    return (
      <p className="note note-amber" role="status">
        {t('session.postponed')}
      </p>
    );
  }
  return status === 'open' && (myBallot === 'not-member' || myBallot === 'closed') ? (
    <p className="note note-blue">{t(`ballot.${myBallot}`)}</p>
  ) : null;
}

function Roll({ session }: { readonly session: CouncilSessionView }): ReactNode {
  const t = useText();
  return (
    <section className="section roll" aria-label={t('roll.title')}>
      <h2>{t('roll.count', { voted: session.votedCount, total: session.total })}</h2>
      <ul className="plain-list">
        {session.roll.map((member) => (
          <li key={`${member.fullName}/${member.role}`}>
            <span>
              {member.fullName}
              <span className="small muted"> {member.title}</span>
              {member.recused === 0 ? null : <span className="small muted"> · {t('roll.recused', { count: member.recused })}</span>}
            </span>
            <span className={member.voted ? 'tag tag-calm' : 'tag tag-grey'}>
              {member.voted ? t('roll.voted') : t.or(`attendance.${member.attendance}`, t('roll.notYet'))}
            </span>
          </li>
        ))}
      </ul>
      <p className="small muted">{t('roll.frozen')}</p>
      <p className="small muted">{t('roll.secret')}</p>
    </section>
  );
}
