import { rowsOn, type Pack, type ProcedureRow } from '@thidua/awards';
import type { LocalDate } from '@thidua/kernel';
import type { RowCase } from '@thidua/store';

/** A step of procedure that the pack wants for some rows of a level. */
export interface ProcedureStep {
  readonly rule: ProcedureRow;
  readonly rowIds: readonly string[];
  /**
   * False: the step is proposed, not demanded. Whether the case of the rule is there may be for a person to tell, and a confirmation may lie in the
   * dossier already, as a part of it.
   */
  readonly demanded: boolean;
}

export type ProcedureLevel = 'XA' | 'HUYEN' | 'TINH';

/** What law asks for before the council or the submission, rule by rule; `rows` are those of one level. */
export function stepsOf(pack: Pack, level: ProcedureLevel, rows: readonly RowCase[], day: LocalDate): readonly ProcedureStep[] {
  return rowsOn(pack.procedures, day)
    .filter((rule) => rule.level === level)
    .flatMap((rule) => {
      const concerned = rows.filter((row) => rule.awards.includes(row.award) && !rule.notProcedures.some((one) => one === row.procedure));
      const certain = concerned.filter((row) => isCase(rule, row) === true).map((row) => row.rowId);
      const possible = concerned.filter((row) => isCase(rule, row) === undefined).map((row) => row.rowId);
      return [
        ...(certain.length === 0 ? [] : [{ rule, rowIds: certain, demanded: rule.kind !== 'confirmation' }]),
        ...(possible.length === 0 ? [] : [{ rule, rowIds: possible, demanded: false }]),
      ];
    });
}

/** Undefined where the system holds no fact that settles the case. */
function isCase({ when }: ProcedureRow, row: RowCase): boolean | undefined {
  switch (when) {
    case 'always':
      return true;
    case 'under-party-management':
      return row.underPartyManagement;
    case 'enterprise':
      return row.enterprise;
    case 'external-relations':
      return row.awardType === 'external';
    case 'initiative':
      return row.onInitiative ? true : undefined;
    default:
      return undefined;
  }
}
