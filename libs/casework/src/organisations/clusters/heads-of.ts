import type { ClusterMember, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { inTurn } from '../../in-turn';

/** Roles of those who speak for a body, by its kind: a committee's chair, a department's director, a unit's head. */
const HEADS: Readonly<Record<string, string>> = { commune: 'chair', district: 'chair', province: 'chair', department: 'director' };

export function headRoleOf(kind: string): string {
  return HEADS[kind] ?? 'head';
}

export interface MemberHead extends ClusterMember {
  readonly personId: string;
  readonly fullName: string;
  readonly title: string;
}

/** The members whose head is in office on a day (YYYY-MM-DD), with that head. */
export async function headsOf(
  { stores }: Pick<CaseworkDeps, 'stores'>,
  provinceId: string,
  { clusterId, day }: { readonly clusterId: string; readonly day: string },
  tx?: Tx,
): Promise<{ readonly members: readonly ClusterMember[]; readonly heads: readonly MemberHead[] }> {
  const members = await stores.clusters.members(provinceId, clusterId, tx);
  const found = await inTurn(members, async (member): Promise<readonly MemberHead[]> => {
    const [head] = await stores.people.holders(provinceId, { orgId: member.orgId, role: headRoleOf(member.kind) }, day, tx);
    return head === undefined ? [] : [{ ...member, personId: head.personId, fullName: head.fullName, title: head.title }];
  });
  return { members, heads: found.flat() };
}
