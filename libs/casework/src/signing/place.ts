import { mayKeepCredential, type Actor, type CredentialOwner, type HeldPosition } from '@thidua/access';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { CaseworkDeps } from '../deps';
import { isId } from '../papers/sight';
import { Refused } from '../refused';

export interface Place {
  readonly owner: CredentialOwner;
  readonly ownerKind: 'position' | 'org';
  readonly ownerId: string;
  readonly title: string;
  readonly orgName: string;
  /** Of a post, who is in it. */
  readonly personId: string | null;
  readonly holderName: string | null;
  /** The actor's post by which this may be done. */
  readonly by: HeldPosition;
}

/** The post or body a request is about, for who may keep its certificate. @throws Refused not-found, forbidden */
export async function placeFor(
  deps: CaseworkDeps,
  actor: Actor,
  { ownerKind, ownerId }: { readonly ownerKind: 'position' | 'org'; readonly ownerId: string },
): Promise<Place> {
  const found = isId(ownerId) ? await (ownerKind === 'position' ? ofPost(deps, actor, ownerId) : ofOrg(deps, actor, ownerId)) : undefined;
  if (found === undefined) {
    throw new Refused('not-found', { what: ownerKind });
  }
  const verdict = mayKeepCredential(actor, found.owner);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { ownerKind, ownerId });
  }
  return { ...found, by: verdict.position };
}

async function ofPost(deps: CaseworkDeps, { provinceId }: Actor, id: string): Promise<Omit<Place, 'by'> | undefined> {
  const [post] = await deps.stores.people.positionsById(provinceId, [id]);
  return post === undefined
    ? undefined
    : {
        owner: { kind: 'position', positionId: post.id, orgId: post.orgId },
        ownerKind: 'position',
        ownerId: post.id,
        title: post.title,
        orgName: post.orgName,
        personId: post.personId,
        holderName: post.fullName,
      };
}

async function ofOrg(deps: CaseworkDeps, { provinceId }: Actor, id: string): Promise<Omit<Place, 'by'> | undefined> {
  const org = await deps.stores.people.orgAsOf(provinceId, id, formatLocalDate(dayOf(deps.clock.nowMs())));
  return org?.hasSeal === true
    ? {
        owner: { kind: 'org', orgId: org.id },
        ownerKind: 'org',
        ownerId: org.id,
        title: org.name,
        orgName: org.name,
        personId: null,
        holderName: null,
      }
    : undefined;
}
