import type { MovementRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

/** Ids of the movements above one of the province, nearest first. */
export async function aboveOf({ stores }: Pick<CaseworkDeps, 'stores'>, record: MovementRecord, tx?: Tx): Promise<readonly string[]> {
  const found: string[] = [];
  for (let parentId = record.parentId; parentId !== null && !found.includes(parentId);) {
    found.push(parentId);
    parentId = (await stores.movements.byId(record.provinceId, parentId, tx))?.parentId ?? null;
  }
  return found;
}

/** A movement and all that carry it out: what was won under them was won in it. */
export async function withBelow({ stores }: Pick<CaseworkDeps, 'stores'>, record: MovementRecord, tx?: Tx): Promise<readonly string[]> {
  const all = await stores.movements.ofProvince(record.provinceId, tx);
  const found = [record.id];
  for (const id of found) {
    found.push(...all.filter((one) => one.parentId === id && !found.includes(one.id)).map((one) => one.id));
  }
  return found;
}
