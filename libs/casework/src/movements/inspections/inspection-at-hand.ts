import { mayRunMovement, mayWorkFor, type Actor, type HeldPosition } from '@thidua/access';
import type { InspectedUnitRecord, InspectionRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { Refused } from '../../refused';
import { workFor, type MovementAtHand, type WorkAtHand } from '../movement-at-hand';

export interface InspectionAtHand extends WorkAtHand {
  readonly inspection: InspectionRecord;
}

export interface UnitAtHand extends WorkAtHand {
  readonly unit: InspectedUnitRecord;
  readonly inspection: InspectionRecord;
}

/** @throws Refused not-found */
export async function inspectionFor(deps: CaseworkDeps, actor: Actor, id: string): Promise<InspectionAtHand> {
  const found = await workFor(deps, actor, id);
  const inspection = await deps.stores.inspections.byId(actor.provinceId, id);
  if (inspection === undefined) {
    throw new Refused('not-found', { what: 'inspection' });
  }
  return { ...found, inspection };
}

/** Sight of an inspected body: itself and whoever inspects. @throws Refused not-found */
export async function unitFor(deps: CaseworkDeps, actor: Actor, id: string): Promise<UnitAtHand> {
  const found = await workFor(deps, actor, id);
  return { ...found, ...(await unitAtHand(deps, actor.provinceId, id)) };
}

export async function unitAtHand(
  { stores }: Pick<CaseworkDeps, 'stores'>,
  provinceId: string,
  id: string,
  tx?: Tx,
): Promise<{ readonly unit: InspectedUnitRecord; readonly inspection: InspectionRecord }> {
  const unit = await stores.inspections.unit(provinceId, id, tx);
  const inspection = unit === undefined ? undefined : await stores.inspections.byId(provinceId, unit.inspectionId, tx);
  if (unit === undefined || inspection === undefined) {
    throw new Refused('not-found', { what: 'inspected-unit' });
  }
  return { unit, inspection };
}

/** The office that runs the movement inspects it. */
export function inspectorPost(actor: Actor, { standing }: MovementAtHand): HeldPosition | undefined {
  const verdict = standing.level === 'UNIT' ? mayWorkFor(actor, standing.id) : mayRunMovement(actor, standing.id);
  return verdict.allowed ? verdict.position : undefined;
}
