import type { ReactNode } from 'react';
import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import type { CouncilSessionView, SessionItemView } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import { ItemLines } from './ballot';

/** The agenda; with counts, share of all members and the threshold once the session is closed. */
export function Results({ session }: { readonly session: CouncilSessionView }): ReactNode {
  const t = useText();
  return (
    <section aria-label={session.status === 'closed' ? t('results.title') : t('session.agenda')}>
      <h2>{session.status === 'closed' ? t('results.title') : t('session.agenda')}</h2>
      {session.status === 'closed' ? null : <p className="small muted">{t('results.sealed')}</p>}
      {session.items.map((item) => (
        <article key={item.id} className="ballot-item">
          <h3>
            {item.seq}. {item.name}
          </h3>
          <ItemLines item={item} />
          <Count item={item} />
        </article>
      ))}
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
        {count.passed ? <CheckOutlined aria-hidden /> : <CloseOutlined aria-hidden />}{' '}
        {count.passed ? t('results.passed') : t('results.failed')}
      </span>
      <span>{t('results.count', { yes: count.yes, no: count.no, blank: count.blank, total: count.total, share: count.share })}</span>
    </p>
  );
}
