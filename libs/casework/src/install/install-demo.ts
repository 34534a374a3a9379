import { hash } from '@node-rs/argon2';
import { PeopleSeedStore, type Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { searchable } from '../plain-text';
import { BadWorkflowFile } from './bad-workflow-file';
import { DemoFile, type DemoOrg, type DemoPerson } from './demo-file';
import { idOf } from './demo-id';
import type { WorkflowFiles } from './read-workflow-files';

/** The one password of every demo account; shown on the sign-in page of a demo. */
export const DEMO_PASSWORD = 'thidua';

/** Posts and delegations of the demo are in force from here on. */
const IN_FORCE_FROM = '2025-07-01';

type Needs = Pick<CaseworkDeps, 'stores'>;

/** Bodies, people, councils and delegations of the demo, under ids that follow from their names; what is there stays. */
export async function installDemo({ stores }: Needs, tx: Tx, files: Pick<WorkflowFiles, 'demo'>): Promise<void> {
  const provinces = files.demo.map(parse);
  const seed = new PeopleSeedStore();
  // Hashing takes a quarter of a second: once for all, and not at all when everyone is there.
  const people = provinces.reduce((sum, province) => sum + province.orgs.flatMap((org) => org.people).length, 0);
  if ((await stores.accounts.count(tx)) >= people) {
    return;
  }
  const passwordHash = await hash(DEMO_PASSWORD);
  for (const province of provinces) {
    await installProvince(seed, tx, province, passwordHash);
  }
}

async function installProvince(seed: PeopleSeedStore, tx: Tx, demo: DemoFile, passwordHash: string): Promise<void> {
  const { province } = demo;
  for (const org of demo.orgs) {
    await seed.addOrg(tx, province, orgRow(org), IN_FORCE_FROM);
  }
  for (const org of demo.orgs) {
    for (const person of org.people) {
      await seed.addPerson(tx, province, personRow(org, person, passwordHash), IN_FORCE_FROM);
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
    await seed.addCouncil(tx, province, row, IN_FORCE_FROM);
  }
  for (const { from, to, capacity, paper } of demo.delegations) {
    const row = { id: idOf(`delegation:${from}/${to}/${capacity}`), fromPosition: posts(from), toPosition: posts(to), capacity, paper };
    await seed.addDelegation(tx, province, row, IN_FORCE_FROM);
  }
}

function orgRow(org: DemoOrg): Parameters<PeopleSeedStore['addOrg']>[2] {
  const { kind, level, name, headBody, place, symbol, tier, legalPerson, seal } = org;
  const parentId = org.parent === undefined ? null : idOf(`org:${org.parent}`);
  return { id: idOf(`org:${org.id}`), parentId, kind, level, name, headBody, place, symbol, tier, legalPerson, hasSeal: seal };
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
