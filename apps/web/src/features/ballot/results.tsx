import type { ReactNode } from 'react';
import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import type { CouncilSessionView, SessionItemView } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import { ItemLines } from './item-lines';

/** The agenda; with counts, share of all members and the threshold once the session is closed. */
export function Results({ session }: { readonly session: CouncilSessionView }): ReactNode {
  const t = useText();
  const closed = session.status === 'closed';
  return (
    <section aria-label={closed ? t('results.title') : t('session.agenda')}>
      <h2>{closed ? t('results.title') : t('session.agenda')}</h2>
      {session.status === 'open' ? <p className="small muted">{t('results.sealed')}</p> : null}
      {session.items.map((item) => (
        <article key={item.id} className="ballot-item">
          <h3>
            {item.seq}. {item.name}
          </h3>
          <ItemLines item={item} />
          <Count item={item} />
          <OpenVotes item={item} />
        </article>
      ))}
      {session.tieBreaks.map((tie) => (
        <p key={tie.awardName} className="note note-blue">
          {t('results.tie', { award: tie.awardName, places: tie.places, chosen: tie.chosen.join('; '), tied: tie.tied.join('; ') })}{' '}
          {tie.reason === '' ? '' : t('results.tieReason', { reason: tie.reason })}{' '}
          {t('error.rule', { rule: `${tie.ruleId}, ${tie.citation}` })}
        </p>
      ))}
      {session.team.length === 0 ? null : (
        <p className="small">
          {t('results.team')}: {session.team.map((one) => (one.head ? t('results.head', { name: one.fullName }) : one.fullName)).join('; ')}
        </p>
      )}
    </section>
  );
}

function Count({ item }: { readonly item: SessionItemView }): ReactNode {
  const t = useText();
  const { count } = item;
  if (count === null) {
    return null;
  }
  return (
    <p className="count">
      <span className={count.passed ? 'tag tag-calm' : 'tag tag-red'}>
        {count.passed ? <CheckOutlined aria-hidden /> : <CloseOutlined aria-hidden />} {count.sentence}
      </span>
      <span>{t('results.count', { yes: count.yes, no: count.no, blank: count.blank, total: count.total, share: count.share })}</span>
      {count.chosen === null ? null : (
        <span className={count.chosen ? 'tag tag-calm' : 'tag tag-grey'}>{t(count.chosen ? 'results.chosen' : 'results.notChosen')}</span>
      )}
    </p>
  );
}

/** Of an award that is voted on openly: who voted what. */
function OpenVotes({ item }: { readonly item: SessionItemView }): ReactNode {
  const t = useText();
  if (item.openVotes.length === 0) {
    return null;
  }
  return (
    <details className="small">
      <summary>{t('results.openVotes', { count: item.openVotes.length })}</summary>
      <ul>
        {item.openVotes.map((one) => (
          <li key={one.fullName}>
            {one.fullName}: {t(`vote.${one.vote}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
