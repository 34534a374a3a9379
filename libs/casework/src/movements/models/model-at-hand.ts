import { maySeeWork, mayWorkFor, type Actor, type HeldPosition } from '@thidua/access';
import type { ModelRecord, Tx, WorkRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { isId } from '../../papers/sight';
import { Refused } from '../../refused';
import { demandRunner, movementAtHand, partiesOf, type MovementAtHand } from '../movement-at-hand';

export interface ModelAtHand {
  readonly model: ModelRecord;
  readonly work: WorkRecord;
  readonly movement: MovementAtHand;
  /** Tasks of the communication bodies. */
  readonly tasks: readonly WorkRecord[];
}

/** Sight of a model: the bodies of its work, and whoever was asked to publish it. @throws Refused not-found */
export async function modelFor(deps: CaseworkDeps, actor: Actor, id: string): Promise<ModelAtHand> {
  const { models, works } = deps.stores;
  const [model, work] = isId(id)
    ? await Promise.all([models.byId(actor.provinceId, id), works.byId(actor.provinceId, id)])
    : [undefined, undefined];
  const movement = work === undefined ? undefined : await movementAtHand(deps, actor.provinceId, work.movementId);
  if (model === undefined || work === undefined || movement === undefined) {
    throw new Refused('not-found', { what: 'model' });
  }
  const tasks = await works.list(actor.provinceId, { parentId: id, kinds: ['publication'] });
  if (!maySeeWork(actor, [...partiesOf(work, movement), ...tasks.map((task) => task.orgId)]).allowed) {
    throw new Refused('not-found', { what: 'model' });
  }
  return { model, work, movement, tasks };
}

/** Given, and not taken back. */
export function consentStands({ consentOn, withdrawnOn }: Pick<ModelRecord, 'consentOn' | 'withdrawnOn'>): boolean {
  return consentOn !== null && withdrawnOn === null;
}

/** Fields without which a slip says nothing; a consent is none of them, it only keeps a model from being published. */
export function missingOf({ title, deeds, results }: Pick<ModelRecord, 'title' | 'deeds' | 'results'>): string[] {
  const texts: readonly (readonly [string, string])[] = [
    ['title', title],
    ['deeds', deeds],
    ['results', results],
  ];
  return texts.flatMap(([field, text]) => (text.trim() === '' ? [field] : []));
}

/** Whoever introduced it, or the office that runs the movement. @throws Refused forbidden */
export function demandKeeper(actor: Actor, { model, movement }: ModelAtHand): HeldPosition {
  const own = mayWorkFor(actor, model.orgId);
  return own.allowed ? own.position : demandRunner(actor, movement);
}

/** @throws Refused forbidden */
export function demandIntroducer(actor: Actor, { model }: Pick<ModelAtHand, 'model'>): HeldPosition {
  const own = mayWorkFor(actor, model.orgId);
  if (!own.allowed) {
    throw new Refused('forbidden', { workId: model.id });
  }
  return own.position;
}

/** Until the slip is signed; what was signed is not written over. @throws Refused state-conflict */
export async function demandUnsigned({ stores }: CaseworkDeps, tx: Tx, provinceId: string, model: ModelRecord): Promise<void> {
  const papers = await stores.papers.ofWork(provinceId, model.id, tx);
  if (model.state !== 'draft' || papers.some((paper) => paper.state !== 'drafted' && paper.state !== 'canceled')) {
    throw new Refused('state-conflict', { reason: 'model-introduced', workId: model.id });
  }
}
