import type { BodyKind } from '@thidua/contract';
import { newId } from '@thidua/runtime';
import type { NewOrg, OrgRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { BODY_FACTS } from './body-facts';

export interface OrganisationAsk {
  readonly kind: BodyKind;
  readonly name: string;
  /** Null for a province alone. */
  readonly parent: Pick<OrgRecord, 'id' | 'tier' | 'place'> | null;
  readonly managingOrgId?: string | null;
  readonly symbol: string;
  /** Identification code; unique in the province. */
  readonly code?: string | null;
  /** What it is told by on papers; read from the name where it is left out. */
  readonly place?: string | null;
  /** Lines of the issuing body as printed; read from the name where they are left out. */
  readonly headBody?: string | null;
  readonly legalPerson?: boolean | null;
  readonly hasSeal?: boolean | null;
  /** First day, YYYY-MM-DD. */
  readonly from: string;
  readonly to?: string | null;
}

/** Adds a body; who asks, and whether it may be, was looked at before. Writes no trail: the act it belongs to does. */
export async function addOrganisation(
  { stores, clock }: Pick<CaseworkDeps, 'stores' | 'clock'>,
  tx: Tx,
  provinceId: string,
  ask: OrganisationAsk,
): Promise<OrgRecord> {
  const org = newOrganisation(newId(clock), ask);
  await stores.registry.addOrgs(tx, provinceId, [org]);
  return { provinceId, ...org };
}

/** The row of a new body: what is left out follows from its kind, its name and the body above. */
export function newOrganisation(id: string, ask: OrganisationAsk): NewOrg {
  const { kind, orgKind, level, tier, legalPerson: usual } = BODY_FACTS[ask.kind];
  const { name, parent, symbol, from } = ask;
  const legalPerson = ask.legalPerson ?? usual;
  return {
    ...{ id, parentId: parent?.id ?? null, managingOrgId: ask.managingOrgId ?? null, kind, orgKind, level, name, symbol },
    headBody: ask.headBody ?? headBodyOf(name),
    place: ask.place ?? (level === 'UNIT' || kind === 'department' ? parent?.place : undefined) ?? placeOf(name),
    // A department of a centrally-run city is one of a city.
    tier: kind === 'department' ? (parent?.tier ?? tier) : tier,
    ...{ legalPerson, hasSeal: ask.hasSeal ?? legalPerson, validFrom: from, validTo: ask.to ?? null, code: ask.code ?? null },
  };
}

/** 'UBND xã An Hòa' → 'ỦY BAN NHÂN DÂN⏎XÃ AN HÒA'; other names as one line. */
function headBodyOf(name: string): string {
  const place = /^(?:UBND|Ủy ban nhân dân)\s+(.+)$/iu.exec(name)?.[1];
  return place === undefined ? name.toLocaleUpperCase('vi') : `ỦY BAN NHÂN DÂN\n${place.toLocaleUpperCase('vi')}`;
}

/** 'UBND xã An Hòa' → 'An Hòa'. */
function placeOf(name: string): string {
  return name.replace(/^(?:UBND|Ủy ban nhân dân)\s+/iu, '').replace(/^(?:tỉnh|thành phố|xã|phường|đặc khu)\s+/iu, '');
}
