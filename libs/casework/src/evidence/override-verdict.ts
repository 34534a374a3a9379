import { mayReviewRow } from '@thidua/access';
import { verdictsFor } from '@thidua/awards';
import { dayOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import { note } from '../note';
import { reviewers, rowAtHand } from '../dossiers/row-at-hand';
import type { Handler } from '../handler';
import { packByHash, packIfAny } from '../law/pack-of';
import { once } from '../once';
import { Refused } from '../refused';
import { factsFor } from './facts-for';
import { basisOf, mayOverride } from './verdict-views';

/**
 * The standing body sets a finding aside, with a reason and its name under it. What the pack calls hard cannot be set aside; a finding that
 * rests on something new later comes back.
 */
export const overrideVerdict: Handler<'overrideVerdict'> = (deps, { actor, body, params, key }) =>
  once(deps, key, async (tx) => {
    const at = { id: params['id'] ?? '', version: body.version, states: ['open', 'held'] as const };
    const { row, dossier } = await rowAtHand(deps, tx, actor, at);
    const may = mayReviewRow(actor, await reviewers(deps, dossier, row.stage));
    if (!may.allowed) {
      throw new Refused('forbidden', { rowId: row.id });
    }
    const { provinceId, personId } = actor;
    const today = dayOf(deps.clock.nowMs());
    const pack = dossier.packHash === null ? packIfAny(deps.law, today, provinceId)?.pack : await packByHash(deps, dossier.packHash);
    const known =
      pack === undefined
        ? undefined
        : (await factsFor(deps, provinceId, { asked: [{ key: row.id, proposal: row, around: dossier }], pack }, tx)).get(row.id);
    const verdict =
      pack === undefined || known === undefined ? undefined : verdictsFor(pack, known, today).find((one) => one.ruleId === body.ruleId);
    if (pack === undefined || verdict === undefined || !mayOverride(pack, verdict, today)) {
      throw new Refused('verdict-stands', { ruleId: body.ruleId, citation: verdict?.citation ?? '', verdict: verdict?.verdict ?? 'none' });
    }
    const atMs = deps.clock.nowMs();
    const basis = basisOf(verdict);
    const override = { id: newId(deps.clock), rowId: row.id, ruleId: verdict.ruleId, reason: body.reason, basis };
    await deps.stores.overrides.set(tx, provinceId, { ...override, personId, positionId: may.position.id, atMs });
    const facts = { rowId: row.id, ruleId: verdict.ruleId, overrideId: override.id, basis };
    await note(deps, tx, actor, { on: 'dossier', id: dossier.id, position: may.position, action: 'verdict-overridden', facts });
    return { done: true as const };
  });
