import { rowsOn, type Pack } from '@thidua/awards';
import type { JsonObject } from '@thidua/kernel';
import type { Act, ActContext } from '../acts/act';
import { entriesOf, textOf } from '../acts/form-data';
import { roundOfTask } from '../acts/round-of-task';
import { thamDinh } from '../acts/tham-dinh';
import { nameOfAward } from '../law/names';
import { Refused } from '../refused';
import { packOfRound } from '../rounds/round-law';

/** The unit's own check: a finding for every row, and whether the head or, in an enterprise, the chair of the board will decide (AU-03). */
export const kiemTraNoiBo: Act = async (context) => {
  const { deps, tx, task, data } = context;
  const round = await roundOfTask(context);
  const boardSigns = textOf(data, 'decider') === 'board-chair';
  if (boardSigns) {
    await demandBoard(context, await packOfRound(deps, round), round.orgId);
  }
  await deps.stores.rounds.setDecider(tx, task.provinceId, round.id, boardSigns ? 'board-chair' : 'head');
  const { variables, audit } = await thamDinh(context);
  return { variables: { ...variables, boardSigns }, audit };
};

/** Every row that is found to meet the standard is one the chair of a board may decide, and the unit has one. @throws Refused not-competent */
async function demandBoard({ deps, tx, task, data, today }: ActContext, pack: Pack, orgId: string): Promise<void> {
  const org = await deps.stores.people.org(task.provinceId, orgId, tx);
  const kind = org?.orgKind === 'enterprise' || org?.orgKind === 'cooperative' ? org.orgKind : 'agency';
  const rules = rowsOn(pack.authorities, today).filter((row) => row.level === 'UNIT' && row.role === 'board-chair');
  const rule = rules.find((row) => row.orgKinds.length === 0 || row.orgKinds.includes(kind));
  const met = entriesOf(data, 'rows').filter((entry: JsonObject) => entry['verdict'] === 'met');
  const rows = await deps.stores.roundRows.ofRound(task.provinceId, task.roundId ?? '', tx);
  const other = rows.find((row) => met.some((entry) => entry['rowId'] === row.id) && rule?.awards.includes(row.award) !== true);
  if (rule === undefined || other !== undefined) {
    const named = rule ?? rules[0];
    throw new Refused('not-competent', {
      ruleId: named?.id ?? 'AU-00',
      citation: named?.citation ?? pack.citation,
      reason: rule === undefined ? 'no-board' : 'board-only',
      ...(other === undefined ? {} : { award: other.award, awardName: nameOfAward(pack, other.award, []) }),
    });
  }
}
