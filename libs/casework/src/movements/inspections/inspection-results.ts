import type { ConcludedInspection, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';

/** What issued conclusions say of a body in a movement, newest first; for appraisal, scoring, reports and eligibility. */
export function inspectionResults(
  { stores }: Pick<CaseworkDeps, 'stores'>,
  provinceId: string,
  { orgId, movementId, tx }: { readonly orgId: string; readonly movementId?: string; readonly tx?: Tx },
): Promise<readonly ConcludedInspection[]> {
  return stores.inspections.concluded(provinceId, { orgIds: [orgId], movementIds: movementId === undefined ? null : [movementId] }, tx);
}

const RESULTS = { passed: 'đạt', 'with-shortcomings': 'còn hạn chế, thiếu sót', failed: 'chưa đạt' } as const;

/** 'Kiểm tra ngày 21/4/2026: còn hạn chế, thiếu sót (4 đạt, 1 chưa đạt); Kết luận số 03; khắc phục xong ngày 10/5/2026'. */
export function inspectionText(one: ConcludedInspection): string {
  const day = (text: string): string => text.split('-').toReversed().join('/');
  const paper = one.numberText === null ? '' : `; Kết luận số ${one.numberText}`;
  const mended =
    one.followUpDue === null
      ? ''
      : one.followUpOn === null
        ? `; phải khắc phục trước ngày ${day(one.followUpDue)}`
        : `; khắc phục xong ngày ${day(one.followUpOn)}`;
  return `Kiểm tra ngày ${day(one.day)}: ${RESULTS[one.result]} (${String(one.met)} đạt, ${String(one.unmet)} chưa đạt)${paper}${mended}`;
}
