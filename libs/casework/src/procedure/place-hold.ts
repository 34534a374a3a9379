import type { Actor, HeldPosition } from '@thidua/access';
import { newId } from '@thidua/runtime';
import type { HoldKind, NomineeRow, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { note } from '../note';
import { noteLimit } from '../limits/note-limit';

export interface Holding {
  readonly actor: Actor;
  readonly position: HeldPosition;
  /** Open, and locked. */
  readonly row: NomineeRow;
  readonly kind: HoldKind;
  readonly ground: string;
}

/** The row waits, the others of its dossier and its round go on; its clock stands. */
export async function placeHold(deps: CaseworkDeps, tx: Tx, { actor, position, row, kind, ground }: Holding): Promise<void> {
  const { provinceId, personId } = actor;
  const { rows, traces, holds } = deps.stores;
  const atMs = deps.clock.nowMs();
  await rows.setState(tx, provinceId, row.id, { state: 'held', reason: ground });
  await holds.open(tx, provinceId, { id: newId(deps.clock), rowId: row.id, kind, ground, by: personId, atMs });
  await traces.markOutcome(tx, provinceId, [row.id], 'held');
  await noteLimit(deps, tx, { provinceId, dossierId: row.dossierId, rowId: row.id, kind: 'held', atMs, personId, facts: { kind } });
  const facts = { rowId: row.id, stage: row.stage, from: 'open', to: 'held', kind };
  await note(deps, tx, actor, { on: 'dossier', id: row.dossierId, position, action: 'row-held', facts });
}
