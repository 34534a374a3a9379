import { maySeeEvidence, type Actor, type EvidenceAtHand } from '@thidua/access';
import type { OrgRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';

export interface SubjectAtHand extends EvidenceAtHand {
  readonly id: string;
  readonly kind: 'individual' | 'collective';
  readonly name: string;
  readonly orgName: string;
  /** The body a person works in, or the body itself. */
  readonly home: OrgRecord | undefined;
}

/** A person or a body whose evidence the actor may read. @throws Refused not-found */
export async function subjectFor(deps: CaseworkDeps, actor: Actor, id: string, tx?: Tx): Promise<SubjectAtHand> {
  const { people, rowFacts } = deps.stores;
  const { provinceId } = actor;
  const orgs = await people.orgs(provinceId, tx);
  const own = await rowFacts.homesOf(provinceId, id, tx);
  const at = { own, above: own.flatMap((orgId) => orgsAbove(orgs, orgId)) };
  const [person] = await people.persons(provinceId, [id], tx);
  const body = orgs.find((org) => org.id === id);
  const name = person?.fullName ?? body?.name;
  if (name === undefined || !maySeeEvidence(actor, at).allowed) {
    throw new Refused('not-found', { what: 'subject' });
  }
  const home = body ?? orgs.find((org) => org.id === own[0]);
  const under = body === undefined ? home : orgs.find((org) => org.id === body.parentId);
  return { ...at, id, kind: person === undefined ? 'collective' : 'individual', name, orgName: under?.name ?? '', home };
}

/** The bodies over a body, and the office that stands beside the province's own: Sở Nội vụ reviews for it, no other department does. */
export function orgsAbove(orgs: readonly OrgRecord[], orgId: string): readonly string[] {
  const above: string[] = [];
  let org = orgs.find((one) => one.id === orgId);
  while (org !== undefined && org.parentId !== null && !above.includes(org.parentId)) {
    above.push(org.parentId);
    org = orgs.find((one) => one.id === org?.parentId);
  }
  const [office] = orgs.filter((one) => one.kind === 'department').toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return office === undefined ? above : [...above, office.id];
}

/** The standing office is the first department, as everywhere. */
function rank({ validFrom, id }: OrgRecord): string {
  return `${validFrom} ${id}`;
}
