import {
  authorityDepartures,
  readCalendar,
  readMovement,
  readPack,
  workingCalendar,
  type Pack,
  type WorkingCalendar,
} from '@thidua/awards';
import type { OrgRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { storeEffective } from '../packs/effective-packs';
import { contentHash, storePack } from '../packs/store-pack';
import { BadWorkflowFile, demand } from './bad-workflow-file';
import type { WorkflowFiles } from './read-workflow-files';

type Needs = Pick<CaseworkDeps, 'stores' | 'clock' | 'simulatedClock'>;

/**
 * Loads packs once per content, every province's effective packs, and movements for the communes that carry them out. Made-up law is
 * loaded on the demo clock only. @throws BadWorkflowFile
 */
export async function installLaw(deps: Needs, tx: Tx, files: Pick<WorkflowFiles, 'packs' | 'movements'>): Promise<void> {
  const { stores, clock } = deps;
  const atMs = clock.nowMs();
  const packs = readPacks(files).filter((pack) => deps.simulatedClock || !pack.simulated);
  for (const pack of packs) {
    await storePack(deps, tx, pack, atMs);
  }
  await installEffective(deps, tx, packs, atMs);
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

/** The packs on disk; one without decisions of its own has those of the pack it is based on. @throws BadWorkflowFile */
export function readPacks({ packs }: Pick<WorkflowFiles, 'packs'>): readonly Pack[] {
  const read = packs.map(({ id, yaml, eligibilityDmn }) => {
    const pack = demand(`pack ${id}`, readPack(yaml, { eligibilityDmn }));
    if (pack.id !== id) {
      throw new BadWorkflowFile(`pack ${id}`, [`tên thư mục và id '${pack.id}' trong tệp khác nhau; sửa một trong hai`]);
    }
    return pack;
  });
  const decisionsOf = (pack: Pack): string => {
    const base = read.find((one) => one.id === pack.basedOn);
    return pack.eligibilityDmn !== '' || base === undefined || pack.criteria.length === 0 ? pack.eligibilityDmn : decisionsOf(base);
  };
  return read.map((pack) => (pack.status === 'in-use' ? { ...pack, eligibilityDmn: decisionsOf(pack) } : pack));
}

/** What a province put in force itself is laid over again after what was shipped; where it no longer fits, its last reading stays. */
async function installEffective(deps: Needs, tx: Tx, packs: readonly Pack[], atMs: number): Promise<void> {
  const bases = packs.filter((pack) => pack.status === 'in-use');
  const shipped = packs.filter((pack) => pack.status === 'local');
  const { faults } = await storeEffective(deps, tx, { bases, locals: shipped }, atMs);
  for (const local of shipped) {
    const base = bases.find((one) => one.id === local.basedOn);
    const departures =
      base === undefined ? [] : authorityDepartures(base, { ...base, authorities: [...local.authorities, ...keptBeside(base, local)] });
    const wrong = [
      ...(base === undefined ? [`không có gói '${local.basedOn ?? ''}' để phủ lên; sửa khóa basedOn`] : []),
      ...faults
        .filter((fault) => fault.localId === local.id)
        .flatMap(({ problems }) => problems.map((one) => `${one.path}: ${one.message}`)),
      ...departures.map((departure) => departure.sentence),
    ];
    if (wrong.length > 0) {
      throw new BadWorkflowFile(`pack ${local.id}`, wrong);
    }
  }
  const own = await deps.stores.lawProposals.inForce(tx);
  await storeEffective(deps, tx, { bases, locals: [...shipped, ...own] }, atMs);
}

/** Rows of authority that a local pack does not speak of. */
function keptBeside(base: Pack, local: Pack): Pack['authorities'] {
  const spoken = new Set(local.authorities.map((row) => row.id));
  return base.authorities.filter((row) => !spoken.has(row.id));
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

/** Plans write the body out; the register has it short. */
function shortBody(body: string): string {
  return body.normalize('NFC').replace(/^Ủy ban nhân dân /u, 'UBND ');
}
