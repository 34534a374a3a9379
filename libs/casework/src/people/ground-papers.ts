import { mayAdminister, type Actor, type HeldPosition } from '@thidua/access';
import type { DelegationLine, GroundKind } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { checkedUpload } from '../files/checked-upload';
import { fileEnding } from '../files/file-ending';
import type { Handler } from '../handler';
import { note } from '../note';
import { once } from '../once';
import { isId } from '../papers/sight';
import { Refused } from '../refused';

/** With the entry or on a later day; another scan takes the place of a wrong one, and the trail holds both. @throws Refused not-found, forbidden */
export const attachGroundPaper: Handler<'attachGroundPaper'> = async (deps, { actor, params, query, file, key }) => {
  const { kind } = query;
  const { id, keeper } = await groundFor(deps, actor, kind, params['id'] ?? '');
  if (keeper === undefined) {
    throw new Refused('forbidden', { id });
  }
  const upload = await checkedUpload(deps, file, 'scan');
  return once(deps, key, async (tx) => {
    const { provinceId } = actor;
    const sha256 = await deps.stores.files.put(tx, provinceId, { ...upload, atMs: deps.clock.nowMs() });
    const before = await deps.stores.groundPapers.attach(tx, provinceId, kind, id, sha256);
    const on = kind === 'roster' ? 'council' : 'delegation';
    await note(deps, tx, actor, { on, id, position: keeper, action: 'ground-paper-filed', facts: { sha256, before } });
    return { sha256, notes: [...upload.notes] };
  });
};

export const groundPaper: Handler<'groundPaper'> = async (deps, { actor, params, query }) => {
  const { sha256 } = await groundFor(deps, actor, query.kind, params['id'] ?? '');
  const found = sha256 === null ? undefined : await deps.stores.files.get(actor.provinceId, sha256);
  if (found === undefined) {
    throw new Refused('not-found', { what: 'scan' });
  }
  const name = query.kind === 'roster' ? 'quyet-dinh-hoi-dong' : 'van-ban-giao-ky';
  const fileName = `${name}-${found.sha256.slice(0, 8)}.${fileEnding(found.mime)}`;
  return { bytes: found.bytes, fileName, mime: found.mime, foreign: true };
};

interface Ground {
  readonly id: string;
  readonly sha256: string | null;
  /** The post from which the one who asks may file a scan. */
  readonly keeper: HeldPosition | undefined;
}

/** What rests on the paper, as far as its administrators, and the people of a lent power, may see it. @throws Refused not-found */
export async function groundFor(deps: CaseworkDeps, actor: Actor, kind: GroundKind, id: string): Promise<Ground> {
  const { groundPapers, delegations } = deps.stores;
  const { provinceId } = actor;
  const sha256 = isId(id) ? await groundPapers.find(provinceId, kind, id) : undefined;
  const line = kind === 'delegation' && sha256 !== undefined ? await delegations.byId(provinceId, id) : undefined;
  const may = mayAdminister(actor);
  if (sha256 === undefined || !(may.allowed || (line !== undefined && seesLending(actor, line)))) {
    throw new Refused('not-found', { what: kind });
  }
  return { id, sha256, keeper: may.allowed ? may.position : lenderOf(actor, line) };
}

/** As the list of delegations shows it: to the people of the body, and to the one it is lent to. */
function seesLending({ positions, personId }: Actor, { orgId, toPerson }: DelegationLine): boolean {
  return toPerson === personId || positions.some((post) => post.orgId === orgId);
}

/** Whoever lends speaks for the paper. */
export function lenderOf({ positions }: Actor, line: DelegationLine | undefined): HeldPosition | undefined {
  return positions.find((post) => post.id === (line?.grantedBy ?? line?.fromPosition));
}
