import type { RowView } from '@thidua/contract';
import type { NomineeRow } from '@thidua/store';

/** What was said of a nominee at intake, beside name and award. */
export function rowIntake(row: NomineeRow): NonNullable<RowView['intake']> {
  const { awardType, posthumous, achievementFrom, achievementTo, underPartyManagement, femaleLeader, outsider } = row;
  const evidence = row.evidence.map(({ kind, id }) => ({ kind, id }));
  return {
    awardType,
    posthumous,
    achievementFrom,
    achievementTo,
    evidence,
    underPartyManagement,
    femaleLeader,
    outsider: outsider === null ? null : { ...outsider },
  };
}
