import { mayRunMovement, mayWorkFor } from '@thidua/access';
import type { IndicatorBoard } from '@thidua/contract';
import type { IndicatorSetRecord, IndicatorValue } from '@thidua/store';
import type { Handler } from '../../handler';
import { bodiesOf } from '../duties/plan-roles';
import { aboveOf } from '../chain-ids';
import { movementFor } from '../movement-at-hand';
import { issuersOf } from './indicator-at-hand';

/** Sets of the movement and of those above it, what each body reached, and contests with their winners. */
export const movementIndicators: Handler<'movementIndicators'> = async (deps, { actor, params }): Promise<IndicatorBoard> => {
  const { provinceId } = actor;
  const { indicators } = deps.stores;
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const chain = [movement.record.id, ...(await aboveOf(deps, movement.record))];
  const sets = await indicators.ofMovements(provinceId, chain);
  const [values, contests, issuers, bodies] = await Promise.all([
    indicators.valuesOf(
      provinceId,
      sets.map((set) => set.id),
    ),
    indicators.contestsOf(provinceId, movement.record.id),
    issuersOf(deps, movement),
    bodiesOf(deps, movement),
  ]);
  const run = mayRunMovement(actor, movement.standing.id).allowed;
  return {
    sets: sets
      .filter((set) => set.state === 'issued' || run || mayWorkFor(actor, set.orgId).allowed)
      .map((set) => {
        const may = run || mayWorkFor(actor, set.orgId).allowed;
        return { ...setView(set, values), may: { issue: may && set.state === 'draft', value: may && set.state === 'issued' } };
      }),
    contests: contests.map(({ id, name, organiser, heldOn, scope, paperNumber, paperDate, paperBody, results }) => ({
      ...{ id, name, organiser, heldOn, scope, paper: { number: paperNumber, date: paperDate, body: paperBody } },
      results: results.map((one) => ({ name: one.name, prize: one.prize, inRegister: one.evidenceId !== null })),
    })),
    orgs: bodies.map(({ id, name }) => ({ id, name })),
    issuers: issuers.filter((one) => run || mayWorkFor(actor, one.id).allowed).map(({ id, name }) => ({ orgId: id, orgName: name })),
    may: { contest: run },
  };
};

function setView(set: IndicatorSetRecord, values: readonly IndicatorValue[]): Omit<IndicatorBoard['sets'][number], 'may'> {
  const own = values.filter((value) => value.setId === set.id);
  const { id, title, orgName, year, paperNumber, paperDate, state, lines } = set;
  return {
    ...{ id, title, orgName, year, state, lines: lines.map((line) => ({ ...line })) },
    paper: paperNumber === null || paperDate === null ? null : { number: paperNumber, date: paperDate },
    bodies: [...new Set(own.map((value) => value.orgId))].map((orgId) => {
      const mine = own.filter((value) => value.orgId === orgId);
      return { orgId, orgName: mine[0]?.orgName ?? '', values: mine.map(({ code, value, met }) => ({ code, value, met })) };
    }),
  };
}
