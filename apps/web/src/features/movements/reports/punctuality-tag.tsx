import type { ReactNode } from 'react';
import type { ReportLine } from '@thidua/contract';
import { useText } from '../../../i18n/use-text';

const COLOURS = { open: 'tag-grey', 'on-time': 'tag-calm', late: 'tag-amber', missing: 'tag-red', 'no-day': 'tag-grey' } as const;

/** On time, late, missing; and what the standing office says of it instead. */
export function PunctualityTag({ punctuality }: Pick<ReportLine, 'punctuality'>): ReactNode {
  const t = useText();
  const { state, daysLate, ruling } = punctuality;
  return (
    <>
      <span className={`tag ${COLOURS[state]}`}>{t(`movements.reports.time.${state}`, { count: daysLate })}</span>
      {ruling === null ? null : (
        <div className="small muted">
          {t(ruling.onTime ? 'movements.reports.ruledOnTime' : 'movements.reports.ruledLate', { reason: ruling.reason })}
        </div>
      )}
    </>
  );
}
