import { countFindings } from '@thidua/awards';
import type { InspectedUnitSummary } from '@thidua/contract';
import type { FindingRecord, InspectedUnitRecord, WorkRecord } from '@thidua/store';

/** @param today YYYY-MM-DD */
export function unitSummary(
  unit: InspectedUnitRecord,
  work: Pick<WorkRecord, 'code' | 'status'>,
  findings: readonly FindingRecord[],
  today: string,
): InspectedUnitSummary {
  const { id, orgId, orgName, inspectOn, result, followUpDue, followUpOn } = unit;
  return {
    ...{ workId: id, code: work.code, orgId, orgName, status: work.status, inspectOn, result, followUpDue, followUpOn },
    counts: countFindings(findings.flatMap((one) => (one.result === null ? [] : [one.result]))),
    late: work.status === 'open' && followUpDue !== null && followUpOn === null && followUpDue < today,
  };
}
