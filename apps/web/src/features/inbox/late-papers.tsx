import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/queries';
import { useText } from '../../i18n/use-text';

/** Open tasks that an administrator took from the reader's posts or gave to them: told to both. */
export function HandedOn(): ReactNode {
  const t = useText();
  const notices = useRead('limitNotices', {}, { every: 60_000 });
  return (notices.data?.reassigned ?? []).slice(0, 3).map(({ id, taskId, taskName, code, reason, from, to, mine }) => (
    <div key={id} className="note note-blue" role="status">
      <div>
        {t(mine ? 'reassigned.given' : 'reassigned.taken', { task: taskName, code, reason, to, from: from.join('; ') })}{' '}
        {mine ? (
          <Link to="/viec/$id" params={{ id: taskId }}>
            {t('reassigned.open')}
          </Link>
        ) : null}
      </div>
    </div>
  ));
}

/** Whoever keeps a register is told of signed papers that should have left the house (T-27); nobody else sees anything. */
export function LatePapers(): ReactNode {
  const t = useText();
  const notices = useRead('limitNotices', {}, { every: 60_000 });
  const late = notices.data?.unissued ?? [];
  return late.length === 0 ? null : (
    <div className="note note-red" role="status">
      <div>
        {t('registers.late', { count: late.length })}{' '}
        {late
          .slice(0, 3)
          .map((paper) => paper.title)
          .join('; ')}
        . <Link to="/so-van-ban">{t('registers.title')}</Link>
      </div>
    </div>
  );
}
