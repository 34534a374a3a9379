import type { ReactNode } from 'react';
import { Button } from 'antd';
import type { PackRowView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';

/** Rows that wait for the second person, one line per paper. */
export function Waiting({ rows }: { readonly rows: readonly PackRowView[] }): ReactNode {
  const t = useText();
  const settle = useAct('settleConfirmations');
  const waiting = rows.flatMap(({ id, confirmation }) => (confirmation?.status === 'proposed' ? [{ rowId: id, ...confirmation }] : []));
  const papers = [...new Set(waiting.map((one) => `${one.number} ${one.date} ${one.body}`))].map((key) =>
    waiting.filter((one) => `${one.number} ${one.date} ${one.body}` === key),
  );
  if (papers.length === 0) {
    return null;
  }
  return (
    <div className="law-waiting" role="group" aria-label={t('law.waiting')}>
      <h3>{t('law.waiting')}</h3>
      {papers.map((lines) => {
        const [first] = lines;
        const mine = lines.filter((one) => one.whyNotConfirm === null);
        return first === undefined ? null : (
          <div key={first.id} className="law-waiting-line">
            <div>
              <strong>{t('law.paper', { number: first.number, day: dayText(first.date) })}</strong>, {first.body}
              <div className="small muted">{lines.map((one) => one.rowId).join(', ')}</div>
              <div className="small">{t('law.proposedBy', { by: first.proposedBy })}</div>
            </div>
            {mine.length === 0 ? (
              <span className="why">{first.whyNotConfirm}</span>
            ) : (
              <div className="bar-buttons">
                <Button
                  type="primary"
                  loading={settle.isPending}
                  onClick={() => {
                    settle.mutate({ body: { ids: mine.map((one) => one.id), accept: true } });
                  }}
                >
                  {t('law.confirmRows', { count: mine.length })}
                </Button>
                <Button
                  danger
                  loading={settle.isPending}
                  onClick={() => {
                    settle.mutate({ body: { ids: mine.map((one) => one.id), accept: false } });
                  }}
                >
                  {t('law.decline')}
                </Button>
              </div>
            )}
          </div>
        );
      })}
      <ErrorNote error={settle.error} />
    </div>
  );
}
