import { hash } from '@node-rs/argon2';
import { PeopleSeedStore, type Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { searchable } from '../plain-text';
import { BadWorkflowFile } from './bad-workflow-file';
import { DemoFile, type DemoOrg, type DemoPerson } from './demo-file';
import { idOf } from './demo-id';
import { installTies } from './install-ties';
import type { WorkflowFiles } from './read-workflow-files';

/** The one password of every demo account; shown on the sign-in page of a demo. */
export const DEMO_PASSWORD = 'thidua';

/** Bodies, posts and delegations of the demo are in force from here on, unless their file says otherwise. */
const IN_FORCE_FROM = '2025-07-01';

type Needs = Pick<CaseworkDeps, 'stores'>;

/** Bodies, people, councils and delegations of the demo, under ids that follow from their names; what is there stays. */
export async function installDemo({ stores }: Needs, tx: Tx, files: Pick<WorkflowFiles, 'demo'>): Promise<void> {
  const provinces = files.demo.map(parse);
  // Hashing takes a quarter of a second: once for all, and not at all when everyone is there.
  const people = provinces.reduce((sum, province) => sum + province.orgs.flatMap((org) => org.people).length, 0);
  if ((await stores.accounts.count(tx)) >= people) {
    return;
  }
  const seed = new PeopleSeedStore();
  const passwordHash = await hash(DEMO_PASSWORD);
  // A province may stand in several files: bodies first, for they point at each other.
  for (const { province, orgs } of provinces) {
    for (const org of orgs) {
      await seed.addOrg(tx, province, orgRow(org), spanOf(org));
    }
  }
  for (const demo of provinces) {
    await installPeople(seed, tx, demo, passwordHash);
    await installTies(stores, tx, demo);
  }
}

async function installPeople(seed: PeopleSeedStore, tx: Tx, demo: DemoFile, passwordHash: string): Promise<void> {
  const { province } = demo;
  for (const org of demo.orgs) {
    for (const person of org.people) {
      await seed.addPerson(tx, province, personRow(org, person, passwordHash), spanOf(org));
    }
  }
  const posts = postsOf(demo);
  for (const council of demo.councils) {
    const members = council.members.map(({ username, role, standing }) => ({
      personId: idOf(`person:${username}`),
      positionId: posts(username, 'council-member'),
      role,
      standing,
    }));
    const { name, establishedBy } = council;
    const row = { id: idOf(`council:${council.id}`), orgId: idOf(`org:${council.org}`), name, establishedBy, members };
    await seed.addCouncil(tx, province, row, spanOf(council));
  }
  for (const { from, to, capacity, paper, begins, ends, scope } of demo.delegations) {
    const bounds = {
      ...(scope?.steps === undefined ? {} : { steps: scope.steps }),
      ...(scope?.awards === undefined ? {} : { awards: scope.awards }),
    };
    const id = idOf(`delegation:${from}/${to}/${capacity}`);
    const row = { id, fromPosition: posts(from), toPosition: posts(to), capacity, paper, scope: bounds };
    await seed.addDelegation(tx, province, row, { from: begins ?? IN_FORCE_FROM, to: ends ?? null });
  }
}

function spanOf({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }): {
  readonly from: string;
  readonly to: string | null;
} {
  return { from: from ?? IN_FORCE_FROM, to: to ?? null };
}

function orgRow(org: DemoOrg): Parameters<PeopleSeedStore['addOrg']>[2] {
  const { kind, level, name, headBody, place, symbol, tier, legalPerson, seal } = org;
  const parentId = org.parent === undefined ? null : idOf(`org:${org.parent}`);
  const managingOrgId = org.managing === undefined ? null : idOf(`org:${org.managing}`);
  const id = idOf(`org:${org.id}`);
  return {
    id,
    parentId,
    managingOrgId,
    kind,
    orgKind: orgKindOf(org),
    level,
    name,
    headBody,
    place,
    symbol,
    tier,
    legalPerson,
    hasSeal: seal,
  };
}

function orgKindOf({ orgKind, kind, tier }: DemoOrg): string {
  return orgKind ?? (['enterprise', 'party', 'front'].includes(kind) ? kind : tier === 'thon' ? 'village' : 'agency');
}

function personRow(org: DemoOrg, person: DemoPerson, passwordHash: string): Parameters<PeopleSeedStore['addPerson']>[2] {
  const { username, name, gender, born, title, roles } = person;
  return {
    id: idOf(`person:${username}`),
    fullName: name,
    searchName: searchable(name),
    gender,
    born,
    account: { id: idOf(`account:${username}`), username, passwordHash },
    positions: roles.map((role) => ({ id: positionId(username, role), orgId: idOf(`org:${org.id}`), role, title })),
  };
}

function positionId(username: string, role: string): string {
  return idOf(`position:${username}/${role}`);
}

/** A person's post in a role, or the first one. */
function postsOf(demo: DemoFile): (username: string, role?: string) => string {
  const roles = new Map(demo.orgs.flatMap((org) => org.people).map((person) => [person.username, person.roles]));
  return (username, role) => {
    const held = roles.get(username);
    const chosen = held?.find((one) => one === role) ?? held?.[0];
    if (chosen === undefined) {
      throw new BadWorkflowFile(`demo ${demo.province}`, [`nobody is called ${username}`]);
    }
    return positionId(username, chosen);
  };
}

function parse(text: string): DemoFile {
  const read = DemoFile.safeParse(JSON.parse(text));
  if (!read.success) {
    throw new BadWorkflowFile(
      'demo',
      read.error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`),
    );
  }
  return read.data;
}
