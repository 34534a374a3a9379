import { createHash } from 'node:crypto';
import { readCalendar, readMovement, readPack, workingCalendar, type Movement, type Pack, type WorkingCalendar } from '@thidua/awards';
import { formatLocalDate, type JsonValue } from '@thidua/kernel';
import { canonicalJson } from '@thidua/runtime';
import type { AuthorityLine, OrgRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { demand } from './bad-workflow-file';
import type { WorkflowFiles } from './read-workflow-files';

type Needs = Pick<CaseworkDeps, 'stores' | 'clock'>;

/** Loads packs once per content, and movements for the communes that carry them out. @throws BadWorkflowFile */
export async function installLaw({ stores, clock }: Needs, tx: Tx, files: WorkflowFiles): Promise<void> {
  const atMs = clock.nowMs();
  for (const text of files.packs) {
    const pack = demand('pack', readPack(text));
    const from = formatLocalDate(pack.receivedFrom);
    const to = pack.receivedTo === null ? null : formatLocalDate(pack.receivedTo);
    await stores.law.addPack(tx, { id: pack.id, hash: contentHash(pack), content: pack, from, to }, linesOf(pack), atMs);
  }
  const orgs = await allOrgs(stores, tx);
  for (const text of files.movements) {
    const movement = demand('movement', readMovement(text));
    const org = orgs.find((one) => one.name === shortBody(movement.carriedOutBy.body));
    if (org !== undefined) {
      const row = { provinceId: org.provinceId, id: movement.id, hash: contentHash(movement), orgId: org.id, content: movement };
      await stores.law.saveMovement(tx, row, atMs);
    }
  }
}

async function allOrgs({ people }: Needs['stores'], tx: Tx): Promise<readonly OrgRecord[]> {
  const orgs: OrgRecord[] = [];
  for (const provinceId of await people.provinces(tx)) {
    orgs.push(...(await people.orgs(provinceId, tx)));
  }
  return orgs;
}

/** The working calendar of all years on disk. @throws BadWorkflowFile */
export function calendarOf(files: Pick<WorkflowFiles, 'calendars'>): WorkingCalendar {
  return workingCalendar(files.calendars.map((text) => demand('calendar', readCalendar(text))));
}

function linesOf(pack: Pack): readonly AuthorityLine[] {
  return pack.authorities.flatMap((row) =>
    row.awards.map((award) => ({
      id: row.id,
      award,
      level: row.level,
      role: row.role,
      effectiveFrom: formatLocalDate(row.effectiveFrom),
      effectiveTo: row.effectiveTo === null ? null : formatLocalDate(row.effectiveTo),
      citation: row.citation,
      confirmed: row.confirmed,
    })),
  );
}

function contentHash(content: Pack | Movement): string {
  // Packs and movements are plain data; the round trip drops what JSON does not carry.
  const plain = JSON.parse(JSON.stringify(content)) as JsonValue;
  return createHash('sha256').update(canonicalJson(plain)).digest('hex');
}

/** Plans write the body out; the register has it short. */
function shortBody(body: string): string {
  return body.normalize('NFC').replace(/^Ủy ban nhân dân /u, 'UBND ');
}
