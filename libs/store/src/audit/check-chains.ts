import type { Database } from '../database/database';
import { rowsOf } from '../database/prepared';
import { KEPT_COLUMNS, type KeptLine } from './audit-line';
import type { BrokenChain, ChainScope } from './broken-chain';
import { ChainReader } from './chain-reader';
import { endFaults } from './check-ends';
import { sealFaults } from './check-seals';

export interface ChainCheck {
  readonly lines: number;
  readonly chains: number;
  readonly seals: number;
  readonly broken: readonly BrokenChain[];
}

const PAGE = 1000;

/**
 * Every chain of the trail, of a province, or of some subjects (I17): each from its first line, then where each ends against what is kept of
 * that, then the seals (not for single subjects: a seal spans many). Reads page by page, so that a trail of any length is checked in little
 * memory while people go on working. Of a chain the first fault counts.
 */
export async function checkChains(database: Database, scope: ChainScope = {}): Promise<ChainCheck> {
  const faults = new Faults();
  const { lines, chains } = await followLines(database, scope, faults);
  if (scope.ends === false) {
    return { lines, chains, seals: 0, broken: faults.all() };
  }
  for (const fault of await endFaults(database, scope)) {
    faults.add(fault);
  }
  const { seals, found } = await sealFaults(database, scope);
  for (const fault of found) {
    faults.add(fault);
  }
  return { lines, chains, seals, broken: faults.all() };
}

async function followLines(database: Database, scope: ChainScope, faults: Faults): Promise<{ lines: number; chains: number }> {
  let before: KeptLine | undefined;
  let reader = new ChainReader();
  let lines = 0;
  let chains = 0;
  for (;;) {
    const page = await pageAfter(database, scope, before);
    for (const line of page) {
      if (before === undefined || !sameChain(before, line)) {
        reader = new ChainReader();
        chains += 1;
      }
      const known = reader.fault;
      reader.read(line);
      if (reader.fault !== undefined && known === undefined) {
        const { province_id: provinceId, subject_type: subjectType, subject_id: subjectId } = line;
        faults.add({ provinceId, subjectType, subjectId, ...reader.fault });
      }
      before = line;
    }
    lines += page.length;
    scope.onLines?.(lines);
    if (page.length < PAGE) {
      return { lines, chains };
    }
  }
}

/** The earliest fault of each chain, in the order they were found. */
class Faults {
  private readonly byChain = new Map<string, BrokenChain>();

  add(fault: BrokenChain): void {
    const key = `${fault.provinceId} ${fault.subjectType} ${fault.subjectId}`;
    const known = this.byChain.get(key);
    if (known === undefined || (fault.lineId !== null && known.lineId !== null && BigInt(fault.lineId) < BigInt(known.lineId))) {
      this.byChain.set(key, fault);
    }
  }

  all(): readonly BrokenChain[] {
    return [...this.byChain.values()];
  }
}

function pageAfter(database: Database, scope: ChainScope, line: KeptLine | undefined): Promise<readonly KeptLine[]> {
  return rowsOf<KeptLine>(
    database.reader,
    `select ${KEPT_COLUMNS} from audit where ($1::text is null or province_id = $1) and ($2::uuid[] is null or subject_id = any($2))
       and ($3::text is null or (province_id, subject_type, subject_id, id) > ($3, $4, $5::uuid, $6::bigint))
     order by province_id, subject_type, subject_id, id limit ${PAGE}`,
    [
      ...[scope.provinceId ?? null, scope.subjectIds ?? null],
      ...[line?.province_id ?? null, line?.subject_type ?? null, line?.subject_id ?? null, line?.id ?? null],
    ],
  );
}

function sameChain(one: KeptLine, other: KeptLine): boolean {
  return one.province_id === other.province_id && one.subject_type === other.subject_type && one.subject_id === other.subject_id;
}
