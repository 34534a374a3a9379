import { rowsOn, type Pack } from '@thidua/awards';
import type { ReportForm } from '@thidua/documents';
import type { LocalDate } from '@thidua/kernel';
import type { RowFacts } from '@thidua/store';

const FORMS: Readonly<Record<string, ReportForm>> = {
  merit: 'merit',
  sudden: 'sudden',
  movement: 'movement',
  service: 'service',
  tenure: 'service',
  external: 'external',
};
const REPORTS: ReadonlySet<string> = new Set(['bao-cao-thanh-tich', 'tom-tat-thanh-tich']);

type Asked = Pick<RowFacts, 'award' | 'awardType' | 'kind'>;

/** How a report is built: by the type of award that is asked for. */
export function reportForm({ awardType }: Pick<RowFacts, 'awardType'>): ReportForm {
  return FORMS[awardType] ?? 'merit';
}

/**
 * 'Mẫu 05': the number that the pack's row of the report names; where it names several, the one that fits the type and the nominee.
 * '' where the law names none.
 */
export function formNumber(pack: Pack, { award, awardType, kind }: Asked, day: LocalDate): string {
  const part = rowsOn(pack.dossierParts, day).find(
    (row) =>
      row.form !== null &&
      REPORTS.has(row.paperKind ?? '') &&
      row.awards.includes(award) &&
      (row.types.length === 0 || row.types.some((type) => type === awardType)),
  );
  const named = part?.form?.match(/\d+/gu) ?? [];
  if (named.length <= 1) {
    return part?.form ?? '';
  }
  const fitting = rowsOn(pack.papers, day).find(
    ({ kind: paper, needs }) =>
      paper === 'bao-cao-thanh-tich' && needs.includes(awardType) && needs.includes(kind) && named.some((n) => needs.includes(`form-${n}`)),
  );
  const number = named.find((n) => fitting?.needs.includes(`form-${n}`));
  return number === undefined ? '' : `Mẫu ${number}`;
}

/** Years that a report tells of, oldest first: as many as the award's criterion looks back, the last one that of the proposal. */
export function reportYears(
  pack: Pack,
  { award }: Pick<RowFacts, 'award'>,
  { day, last }: { readonly day: LocalDate; readonly last: number },
): readonly number[] {
  const needs = rowsOn(pack.papers, day)
    .filter((row) => row.kind === 'bao-cao-thanh-tich' && row.awards.includes(award))
    .flatMap((row) => row.needs);
  const spans = needs.flatMap((need) => /^years-(\d+)$/u.exec(need)?.[1] ?? []).map(Number);
  const span = Math.max(1, ...spans);
  return Array.from({ length: span }, (_none, at) => last - span + 1 + at);
}
