import type { Pack } from '@thidua/awards';
import { demandPower } from '../authority/demand-power';
import { Refused } from '../refused';
import { branches, packOfRound, pathOf, recommended } from '../rounds/round-law';
import type { Act, ActContext, ActResult } from './act';
import { textOf, textsOf } from './form-data';
import { ky } from './ky';
import { roundOfTask } from './round-of-task';
import { signerOf } from './signer';

/** The deciding signature; its holder may also refuse rows with a reason, all of them or those he names, and the others are drafted anew. */
export const kyQuyetDinh: Act = (context) => (textOf(context.data, 'outcome') === 'refuse' ? refuse(context) : ky(context));

async function refuse(context: ActContext): Promise<ActResult> {
  const { deps, tx, task, data } = context;
  const reason = textOf(data, 'reason');
  if (reason === undefined) {
    throw new Refused('form-invalid', { problems: [{ field: 'reason', code: 'required' }] });
  }
  const round = await roundOfTask(context);
  const { roundRows } = deps.stores;
  const pack = await packOfRound(deps, round);
  const rows = recommended(await roundRows.lockOfRound(tx, task.provinceId, round.id)).filter(
    (row) => pathOf(pack, row.award, round.level, context.today) === 'local',
  );
  const named = textsOf(data, 'refusedRows');
  const refused = named.length === 0 ? rows : rows.filter((row) => named.includes(row.id));
  if (refused.length === 0 || refused.length < named.length) {
    throw new Refused('form-invalid', { problems: [{ field: 'refusedRows', code: 'not-a-choice' }] });
  }
  await demandDecider(context, pack, [...new Set(refused.map((row) => row.award))]);
  const rowIds = refused.map((row) => row.id);
  const ended = refused.map((row) => ({ rowId: row.id, reason }));
  await roundRows.setOutcome(tx, task.provinceId, round.id, rowIds, 'refused');
  await roundRows.end(tx, task.provinceId, ended, 'refused');
  const { hasLocal = false } = branches(pack, round.level, await roundRows.ofRound(task.provinceId, round.id, tx), context.today);
  return { variables: { outcome: 'refuse', hasLocal }, audit: { action: 'rows-refused', facts: { roundId: round.id, rowIds } } };
}

/** Refusing an award is deciding on it: the power is the same, and neither TL. nor TUQ. reaches it. @throws Refused not-competent */
async function demandDecider(context: ActContext, pack: Pack, awards: readonly string[]): Promise<void> {
  const { deps, tx, task, today } = context;
  const { positionId, capacity, onBehalfOf } = signerOf(context);
  for (const award of awards) {
    await demandPower(deps, { provinceId: task.provinceId, pack, award, positionId, capacity, onBehalfOf, date: today }, tx);
  }
}
