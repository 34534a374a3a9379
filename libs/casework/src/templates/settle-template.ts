import type { Actor, HeldPosition } from '@thidua/access';
import type { PaperTemplateRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { once } from '../once';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';
import { letterheadOf } from './letterhead-of';
import { note } from '../note';
import { templateNeeds } from './paper-needs';
import { templateAtHand } from './template-at-hand';
import { faultsOf } from './template-views';

/** One person puts forward what he has tried in print; its whole source is frozen from here on. */
export const proposeTemplate: Handler<'proposeTemplate'> = async (deps, { actor, params, body, key }) => {
  const position = demandAdministrator(actor);
  const { provinceId } = actor;
  return once(deps, key, async (tx) => {
    const found = await templateAtHand(deps, provinceId, params['id'] ?? '', tx);
    const { hash, body: assembled } = deps.templateDesk.assemble(found.source, letterheadOf(found.letterhead));
    if (found.checkedHash !== found.hash || hash !== found.hash) {
      throw new Refused('template-untried', { reason: hash === found.hash ? 'content' : 'shared-parts' });
    }
    const refusals = [
      ...deps.templateDesk.check(found.kind, assembled, templateNeeds(deps, provinceId, found)),
      ...faultsOf(found.checks),
    ].filter(({ severity }) => severity === 'refusal');
    if (refusals.length > 0) {
      throw new Refused('template-refused', { problems: refusals.map((one) => ({ ...one })) });
    }
    const atMs = deps.clock.nowMs();
    await deps.stores.templateSources.keep(tx, hash, assembled, atMs);
    await moved(deps, tx, { actor, position, found }, { move: 'propose', version: body.version, reason: null });
    return { done: true as const };
  });
};

/** A second person releases it, or gives it back to be mended. */
export const settleTemplate: Handler<'settleTemplate'> = async (deps, { actor, params, body, key }) => {
  const position = demandAdministrator(actor);
  return once(deps, key, async (tx) => {
    const found = await templateAtHand(deps, actor.provinceId, params['id'] ?? '', tx);
    if (body.accept && found.proposedBy === actor.personId) {
      throw new Refused('four-eyes', { templateId: found.id });
    }
    const move = body.accept ? 'release' : 'sendBack';
    await moved(deps, tx, { actor, position, found }, { move, version: body.version, reason: body.reason ?? null });
    return { done: true as const };
  });
};

/** From now on papers are made without it; those made with it keep it. */
export const withdrawTemplate: Handler<'withdrawTemplate'> = async (deps, { actor, params, body, key }) => {
  const position = demandAdministrator(actor);
  return once(deps, key, async (tx) => {
    const found = await templateAtHand(deps, actor.provinceId, params['id'] ?? '', tx);
    await moved(deps, tx, { actor, position, found }, { move: 'withdraw', version: body.version, reason: body.reason });
    return { done: true as const };
  });
};

interface Mover {
  readonly actor: Actor;
  readonly position: HeldPosition;
  readonly found: PaperTemplateRecord;
}

interface Move {
  readonly move: 'propose' | 'sendBack' | 'release' | 'withdraw';
  readonly version: number;
  readonly reason: string | null;
}

const ACTIONS = {
  propose: 'paper-template-proposed',
  sendBack: 'paper-template-sent-back',
  release: 'paper-template-released',
  withdraw: 'paper-template-withdrawn',
} as const;

/** @throws Refused template-changed when it does not stand where the mover saw it */
async function moved(deps: CaseworkDeps, tx: Tx, { actor, position, found }: Mover, { move, version, reason }: Move): Promise<void> {
  const { id, kind, number, hash } = found;
  const by = { id, version, reason, personId: actor.personId, atMs: deps.clock.nowMs() };
  if (!(await deps.stores.templates.move(tx, actor.provinceId, move, by))) {
    throw new Refused('template-changed', { templateId: id, state: found.state });
  }
  const facts = { kind, number, hash, ...(reason === null ? {} : { reason }) };
  await note(deps, tx, actor, { on: 'paper-template', id, position, action: ACTIONS[move], facts });
}
