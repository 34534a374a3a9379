import { newId } from '@thidua/runtime';
import type { ContestResult, Tx } from '@thidua/store';
import type { Actor } from '@thidua/access';
import type { CaseworkDeps } from '../../deps';
import { subjectFor } from '../../evidence/evidence-sight';
import type { BodyOf } from '@thidua/contract';
import type { Handler } from '../../handler';
import { note } from '../../note';
import { once } from '../../once';
import { Refused } from '../../refused';
import { demandRunner, movementFor } from '../movement-at-hand';
import { todayOf } from '../work-views';

type Contest = BodyOf<'recordContest'>;

/** A hội thi or giải thưởng with its winners; of those the register knows, the prize is a recognised result with the decision behind it. */
export const recordContest: Handler<'recordContest'> = async (deps, { actor, params, body, key }) => {
  const { provinceId, personId } = actor;
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const position = demandRunner(actor, movement);
  for (const [path, day] of [
    ['heldOn', body.heldOn],
    ['paper.date', body.paper.date],
  ] as const) {
    if (day > todayOf(deps)) {
      throw new Refused('request-invalid', { fields: [{ path, problem: 'in-future', kind: 'custom' }] });
    }
  }
  return once(deps, key, async (tx) => {
    const id = newId(deps.clock);
    const results: ContestResult[] = [];
    for (const result of body.results) {
      results.push({ ...result, evidenceId: await prizeInRegister(deps, tx, actor, { contest: body, result }) });
    }
    const { name, organiser, heldOn, scope, paper } = body;
    await deps.stores.indicators.addContest(tx, provinceId, {
      ...{ id, movementId: movement.record.id, orgId: movement.org.id, name, organiser, heldOn, scope, results },
      ...{ year: Number(heldOn.slice(0, 4)), paperNumber: paper.number, paperDate: paper.date, paperBody: paper.body },
      ...{ recordedBy: personId, atMs: deps.clock.nowMs() },
    });
    const facts = { contestId: id, winners: results.length, inRegister: results.filter((one) => one.evidenceId !== null).length };
    await note(deps, tx, actor, { on: 'movement', id: movement.org.id, position, action: 'contest-recorded', facts });
    return { id };
  });
};

/** Null for a winner the register does not know. @throws Refused request-invalid when the subject is of another kind */
async function prizeInRegister(
  deps: CaseworkDeps,
  tx: Tx,
  actor: Actor,
  { contest, result }: { readonly contest: Contest; readonly result: Contest['results'][number] },
): Promise<string | null> {
  if (result.subjectId === null) {
    return null;
  }
  const subject = await subjectFor(deps, actor, result.subjectId, tx);
  if (subject.kind !== result.kind) {
    throw new Refused('request-invalid', { fields: [{ path: 'results', problem: 'not of this kind', kind: 'custom' }] });
  }
  const id = newId(deps.clock);
  const atMs = deps.clock.nowMs();
  const { number, date, body } = contest.paper;
  await deps.stores.evidence.add(tx, actor.provinceId, 'initiative', {
    ...{ id, personId: subject.kind === 'individual' ? subject.id : null, orgId: subject.kind === 'collective' ? subject.id : null },
    ...{ name: `${contest.name}: ${result.prize}`, year: Number(contest.heldOn.slice(0, 4)), kind: 'prize', scope: contest.scope },
    ...{ grade: null, recognisedBy: contest.scope === 'world' ? null : contest.scope, usedAward: null },
    ...{ paperNumber: number, paperDate: date, paperBody: body, fileSha256: null, note: null, source: 'manual', batchId: null },
    ...{ createdBy: actor.personId, createdMs: atMs, confirmedBy: actor.personId, confirmedMs: atMs },
  });
  return id;
}
