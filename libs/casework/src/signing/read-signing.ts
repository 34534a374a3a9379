import { mayAdminister, type Actor } from '@thidua/access';
import type { SigningPlace } from '@thidua/contract';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { CredentialRecord, OrgRecord, PositionRecord, SignatureImage } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { credentialView } from './credential-view';

/** A seat on a council signs as the post its holder has; an administrator signs nothing. */
const NEVER_SIGN: readonly string[] = ['council-member', 'council-secretary', 'admin'];

/** Posts that put their name under papers. */
const SIGNING_ROLES: readonly string[] = ['chair', 'deputy-chair', 'head', 'deputy-head', 'director', 'deputy-director', 'board-chair'];

interface Kept {
  readonly credentials: readonly CredentialRecord[];
  readonly images: readonly SignatureImage[];
}

/** My posts, the seals I keep; for administrators every seal and every post that signs. */
export const signing: Handler<'signing'> = async (deps, { actor }) => {
  const { provinceId } = actor;
  const day = formatLocalDate(dayOf(deps.clock.nowMs()));
  const orgs = (await deps.stores.people.orgsAsOf(provinceId, day)).filter((org) => org.hasSeal);
  const runsAll = mayAdminister(actor).allowed;
  const seals = orgs.filter((org) => runsAll || keepsSeal(actor, org.id));
  const posts = runsAll
    ? (
        await deps.stores.people.postsIn(
          provinceId,
          orgs.map((org) => org.id),
          day,
        )
      ).filter((post) => SIGNING_ROLES.includes(post.role))
    : (
        await deps.stores.people.positionsById(
          provinceId,
          actor.positions.map((held) => held.id),
        )
      ).filter((post) => !NEVER_SIGN.includes(post.role));
  const kept = {
    credentials: await deps.stores.credentials.ofMany(
      provinceId,
      [...seals, ...posts].map(({ id }) => id),
    ),
    images: await deps.stores.signatureImages.of(provinceId, [...seals.map(({ id }) => id), ...posts.map(({ personId }) => personId)]),
  };
  const places = [...posts.map((post) => postPlace(deps, actor, post, kept)), ...seals.map((org) => sealPlace(deps, actor, org, kept))];
  return { places: await Promise.all(places), remoteSigners: [...deps.remoteSigners], hasTimestamps: deps.hasTimestamps };
};

function keepsSeal(actor: Actor, orgId: string): boolean {
  return actor.positions.some((held) => held.orgId === orgId && held.role === 'records-clerk');
}

async function postPlace(deps: CaseworkDeps, actor: Actor, post: PositionRecord, kept: Kept): Promise<SigningPlace> {
  const mine = post.personId === actor.personId;
  const credential = kept.credentials.find((one) => one.ownerKind === 'position' && one.ownerId === post.id);
  return {
    ...{ ownerKind: 'position', ownerId: post.id, title: post.title, orgName: post.orgName, holderName: post.fullName, mine },
    credential: credential === undefined ? null : credentialView(credential, { nowMs: deps.clock.nowMs(), holder: post.personId }),
    ...(await picture(
      deps,
      actor,
      kept.images.find((image) => image.ownerKind === 'person' && image.ownerId === post.personId),
      mine,
    )),
  };
}

async function sealPlace(deps: CaseworkDeps, actor: Actor, org: OrgRecord, kept: Kept): Promise<SigningPlace> {
  const mine = keepsSeal(actor, org.id);
  const credential = kept.credentials.find((one) => one.ownerKind === 'org' && one.ownerId === org.id);
  return {
    ...{ ownerKind: 'org', ownerId: org.id, title: org.name, orgName: org.name, holderName: null, mine },
    credential: credential === undefined ? null : credentialView(credential, { nowMs: deps.clock.nowMs(), holder: null }),
    ...(await picture(
      deps,
      actor,
      kept.images.find((image) => image.ownerKind === 'org' && image.ownerId === org.id),
      mine,
    )),
  };
}

/** Its owner sees it; of others only that there is one. */
async function picture(
  deps: CaseworkDeps,
  { provinceId }: Actor,
  image: SignatureImage | undefined,
  mine: boolean,
): Promise<Pick<SigningPlace, 'image' | 'hasImage'>> {
  const file = image === undefined || !mine ? undefined : await deps.stores.files.get(provinceId, image.fileSha256);
  return {
    hasImage: image !== undefined,
    image: file === undefined ? null : `data:image/png;base64,${file.bytes.toString('base64')}`,
  };
}
