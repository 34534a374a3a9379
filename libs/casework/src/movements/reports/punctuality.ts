import { punctualityOf, type Punctuality } from '@thidua/awards';
import { dayOf, parseLocalDate, type LocalDate } from '@thidua/kernel';
import type { ReportRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';

/** One report a body owed: when it was due, when it came in, and whether that was on time; null while it is not yet due. */
export interface ReportDue {
  readonly reportId: string;
  readonly movementId: string;
  readonly occasion: 'annual' | 'interim' | 'final';
  readonly year: number;
  readonly due: LocalDate;
  readonly sent: LocalDate | null;
  readonly onTime: boolean | null;
  /** Of a ruling by the standing office: why. */
  readonly reason: string | null;
}

/** Reports a body owed in a movement, oldest year first; those that nobody set a day for prove nothing and are left out. */
export async function punctuality(
  deps: Pick<CaseworkDeps, 'stores' | 'clock'>,
  provinceId: string,
  { orgId, movementId, tx }: { readonly orgId: string; readonly movementId: string; readonly tx?: Tx },
): Promise<readonly ReportDue[]> {
  const today = dayOf(deps.clock.nowMs());
  const reports = await deps.stores.reports.list(provinceId, { orgId, movementId, kind: 'report' }, tx);
  return reports.toReversed().flatMap((report) => {
    const timing = timingOf(report, today);
    return timing === null || report.occasion === 'ad-hoc'
      ? []
      : [
          {
            reportId: report.workId,
            movementId,
            occasion: report.occasion,
            year: report.year,
            due: timing.due,
            sent: sentOn(report),
            onTime: timing.onTime,
            reason: timing.by === 'override' ? (report.ruling?.reason ?? null) : null,
          },
        ];
  });
}

/** Null for a report without a due day. */
export function timingOf(report: ReportRecord, today: LocalDate): (Punctuality & { readonly due: LocalDate }) | null {
  const due = parseLocalDate(report.dueOn ?? '');
  const onTime = report.ruling?.onTime ?? null;
  return due === undefined
    ? null
    : { due, ...punctualityOf({ due, sent: sentOn(report), override: onTime === null ? null : { onTime } }, today) };
}

export function sentOn({ sentAt }: Pick<ReportRecord, 'sentAt'>): LocalDate | null {
  return sentAt === null ? null : dayOf(sentAt.getTime());
}
