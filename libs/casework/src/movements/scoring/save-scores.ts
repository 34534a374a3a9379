import { pointsText, readPoints } from '@thidua/awards';
import type { Handler } from '../../handler';
import { note } from '../../note';
import { once } from '../../once';
import { Refused } from '../../refused';
import { demandWorker } from '../movement-at-hand';
import { isStepOpen } from '../step-open';
import { bodiesToInspect } from '../inspections/inspection-choices';
import { boardFor, demandScorer, sheetFor, type BoardAtHand } from './score-at-hand';
import type { CaseworkDeps } from '../../deps';

/** Criteria with their maxima, who is scored, and until when they score themselves. */
export const saveScoreBoard: Handler<'saveScoreBoard'> = async (deps, { actor, params, body, key }) => {
  const found = await boardFor(deps, actor, params['id'] ?? '');
  const position = demandScorer(actor, found);
  const { version, criteria, bodies, dueOn } = body;
  const { provinceId } = actor;
  const { id } = found.work;
  const known = new Set(await bodiesToScore(deps, found));
  demandNothingWrong([
    ...(new Set(criteria.map((one) => one.id)).size < criteria.length ? ['criteria'] : []),
    ...(new Set(bodies).size < bodies.length ? ['bodies'] : []),
    ...bodies.flatMap((orgId, at) => (known.has(orgId) ? [] : [`bodies.${String(at)}`])),
  ]);
  return once(deps, key, async (tx) => {
    await demandStep(deps, provinceId, found, 'lap-tieu-chi-cham-diem');
    const to = { id, version, criteria: criteria.map((one) => ({ ...one, most: exact(one.most) })), bodies, dueOn };
    if (!(await deps.stores.scores.save(tx, provinceId, to))) {
      throw new Refused('state-conflict', { reason: 'changed-meanwhile', workId: id });
    }
    const facts = { workId: id, criteria: criteria.length, bodies, dueOn };
    await note(deps, tx, actor, { on: 'movement-work', id, position, action: 'score-criteria-saved', facts });
    return { version: version + 1 };
  });
};

/** A body's own points, with what they rest on. */
export const saveSelfScores: Handler<'saveSelfScores'> = async (deps, { actor, params, body, key }) => {
  const found = await sheetFor(deps, actor, params['id'] ?? '');
  const position = demandWorker(actor, found.work);
  const { id } = found.work;
  const { version, lines } = body;
  demandCriteria(
    found.board.criteria,
    lines.map(({ criterion }) => criterion),
  );
  return once(deps, key, async (tx) => {
    await demandStep(deps, actor.provinceId, found, 'tu-cham-diem');
    const own = lines.map(({ criterion, self, note: text }) => ({ criterion, self: self === null ? null : exact(self), note: text }));
    if (!(await deps.stores.scores.saveSelf(tx, actor.provinceId, { id, version }, own))) {
      throw new Refused('state-conflict', { reason: 'changed-meanwhile', workId: id });
    }
    const facts = { workId: id, points: Object.fromEntries(own.map(({ criterion, self }) => [criterion, self])) };
    await note(deps, tx, actor, { on: 'movement-work', id, position, action: 'scores-given-to-oneself', facts });
    return { version: version + 1 };
  });
};

/** The standing office's points for one body; every change bears its reason when the step ends. */
export const saveGivenScores: Handler<'saveGivenScores'> = async (deps, { actor, params, body, key }) => {
  const found = await boardFor(deps, actor, params['id'] ?? '');
  const position = demandScorer(actor, found);
  const { sheetId, version, lines } = body;
  const sheet = await deps.stores.scores.sheet(actor.provinceId, sheetId);
  if (sheet?.boardId !== found.board.id) {
    throw new Refused('not-found', { what: 'score-sheet' });
  }
  demandCriteria(
    found.board.criteria,
    lines.map(({ criterion }) => criterion),
  );
  return once(deps, key, async (tx) => {
    await demandStep(deps, actor.provinceId, found, 'tham-dinh-diem');
    const given = lines.map((one) => ({ ...one, given: one.given === null ? null : exact(one.given) }));
    if (!(await deps.stores.scores.saveGiven(tx, actor.provinceId, { id: sheetId, version }, given))) {
      throw new Refused('state-conflict', { reason: 'changed-meanwhile', workId: sheetId });
    }
    const points = Object.fromEntries(given.map((one) => [one.criterion, one.given]));
    const facts = { workId: found.work.id, sheetId, points };
    await note(deps, tx, actor, { on: 'movement-work', id: found.work.id, position, action: 'scores-appraised', facts });
    return { version: version + 1 };
  });
};

/** Who may be scored: the duty bodies below, or the members of the cluster. */
export async function bodiesToScore(deps: CaseworkDeps, { board, movement }: BoardAtHand): Promise<readonly string[]> {
  return board.clusterId === null
    ? (await bodiesToInspect(deps, movement)).map(({ orgId }) => orgId)
    : (await deps.stores.clusters.members(movement.record.provinceId, board.clusterId)).map(({ orgId }) => orgId);
}

/** The contract has let only points through. */
function exact(text: string): string {
  return pointsText(readPoints(text) ?? 0);
}

async function demandStep(deps: CaseworkDeps, provinceId: string, { work }: Pick<BoardAtHand, 'work'>, step: string): Promise<void> {
  if (!(await isStepOpen(deps, provinceId, work, step))) {
    throw new Refused('state-conflict', { reason: 'step-not-open', workId: work.id });
  }
}

function demandCriteria(criteria: readonly { readonly id: string }[], asked: readonly string[]): void {
  const known = new Set(criteria.map(({ id }) => id));
  demandNothingWrong(asked.flatMap((id, at) => (known.has(id) ? [] : [`lines.${String(at)}.criterion`])));
}

function demandNothingWrong(fields: readonly string[]): void {
  if (fields.length > 0) {
    throw new Refused('request-invalid', { fields: fields.map((path) => ({ path, problem: 'not a choice', kind: 'custom' })) });
  }
}
