import type { ScoreGround } from '@thidua/contract';
import { formatLocalDate, type LocalDate } from '@thidua/kernel';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { inspectionResults, inspectionText } from '../inspections/inspection-results';
import { punctuality } from '../reports/punctuality';

/** What the movement's records of a year say of a body: shown beside the row that holds the movement's result. */
export async function scoreGrounds(
  deps: Pick<CaseworkDeps, 'stores' | 'clock'>,
  provinceId: string,
  { orgId, movementId, year, tx }: { readonly orgId: string; readonly movementId: string; readonly year: number; readonly tx?: Tx },
): Promise<readonly ScoreGround[]> {
  const around = { orgId, movementId, ...(tx === undefined ? {} : { tx }) };
  const inspected = (await inspectionResults(deps, provinceId, around)).filter((one) => one.year === year);
  const reports = (await punctuality(deps, provinceId, around)).filter((one) => one.year === year);
  return [
    ...inspected.map((one) => ({ kind: 'inspection' as const, text: inspectionText(one), workId: one.workId, paperId: one.paperId })),
    ...reports.map((one) => ({
      kind: 'report' as const,
      text: `Báo cáo hạn ${vietnamese(one.due)}: ${one.sent === null ? 'chưa gửi' : `gửi ngày ${vietnamese(one.sent)}`}${lateness(one.onTime)}`,
      workId: one.reportId,
      paperId: null,
    })),
  ];
}

function lateness(onTime: boolean | null): string {
  return onTime === null ? '' : onTime ? ', đúng hạn' : ', không đúng hạn';
}

function vietnamese(day: LocalDate): string {
  return formatLocalDate(day).split('-').toReversed().join('/');
}
