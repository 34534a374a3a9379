import { authorityDepartures, packDifference as differenceOf, type PackDifference } from '@thidua/awards';
import type { DifferenceView } from '@thidua/contract';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { elementIn } from '../tasks/load-task';
import { changeViews } from './change-views';
import { packAtHand } from './pack-at-hand';

/** Longer lists are counted in full and shown in part. */
const SHOWN = 100;

/** What changes from one pack to another, and which dossiers, rounds, tasks and limits of the province rest on a row that changes. */
export const packDifference: Handler<'packDifference'> = async (deps, { actor, query }): Promise<DifferenceView> => {
  const { provinceId } = actor;
  const from = await packAtHand(deps, provinceId, query.from);
  const to = await packAtHand(deps, provinceId, query.to);
  const difference = differenceOf(from.pack, to.pack);
  return {
    from: difference.from,
    to: difference.to,
    changes: changeViews(difference.changes),
    unchanged: difference.unchanged,
    departures: authorityDepartures(from.pack, to.pack).map((one) => one.sentence),
    impact: await impactOf(deps, provinceId, from.hash, difference),
  };
};

async function impactOf(
  deps: CaseworkDeps,
  provinceId: string,
  fromHash: string,
  { changes }: PackDifference,
): Promise<DifferenceView['impact']> {
  const limits = [...new Set(changes.filter((change) => change.list === 'limits').map((change) => change.rowId))];
  const everywhere = changes.filter((change) => change.awards.length === 0).map((change) => change.rowId);
  const touches = (awards: readonly string[]): readonly string[] => [
    ...new Set([
      ...changes.filter((change) => change.awards.some((award) => awards.includes(award))).map((change) => change.rowId),
      ...everywhere,
    ]),
  ];
  const { lawImpact } = deps.stores;
  const dossiers = (await lawImpact.dossiers(provinceId, [fromHash]))
    .map(({ id, code, title, awards }) => ({ id, code, title, rowIds: [...touches(awards)] }))
    .filter((one) => one.rowIds.length > 0);
  const rounds = (await lawImpact.rounds(provinceId, [fromHash])).filter((one) => touches(one.awards).length > 0);
  const subjects = { dossierIds: dossiers.map((one) => one.id), roundIds: rounds.map((one) => one.id) };
  const tasks = await Promise.all(
    (await lawImpact.tasks(provinceId, subjects)).map(async ({ id, name, code, definitionId, elementId }) => {
      const element = elementIn(await deps.runtime.graphs.definition(provinceId, definitionId), elementId);
      const limit = element?.legal.deadline?.row ?? null;
      return { id, name, code, limit: limit !== null && limits.includes(limit) ? limit : null };
    }),
  );
  return {
    dossiers: dossiers.slice(0, SHOWN),
    rounds: rounds.slice(0, SHOWN).map(({ id, code, title }) => ({ id, code, title })),
    tasks: tasks.slice(0, SHOWN),
    limits,
    counts: { dossiers: dossiers.length, rounds: rounds.length, tasks: tasks.length },
  };
}
