import type { Database } from '../database/database';
import { rowsOf } from '../database/prepared';
import type { BrokenChain, ChainScope } from './broken-chain';
import { sealHash, type SealedLine } from './seal-hash';

interface SealRow {
  readonly province_id: string;
  readonly n: number;
  readonly at: Date;
  readonly up_to: string;
  readonly prev_hash: string;
  readonly hash: string;
}

interface HeldRow extends SealedLine {
  /** As the line stands in the trail now; null where it is gone. */
  readonly found: string | null;
  readonly found_at: Date | null;
}

const PAGE = 100;

/**
 * The chain of seals from its first, and each end they hold against the line as it stands: whoever rewrites a chain with all that is kept of
 * its end still has to rewrite every seal after it. What earlier checks saw of the seals is held against them too.
 */
export async function sealFaults(
  database: Database,
  { provinceId, subjectIds }: ChainScope,
): Promise<{ readonly seals: number; readonly found: readonly BrokenChain[] }> {
  if (subjectIds !== undefined) {
    const rows = await rowsOf<HeldRow & { province_id: string }>(
      database.reader,
      `${HELD} where ($1::text is null or l.province_id = $1) and l.subject_id = any($2) and a.hash is distinct from l.hash order by l.line_id`,
      [provinceId ?? null, subjectIds],
    );
    return { seals: 0, found: rows.map((row) => gone(row.province_id, row)) };
  }
  const found: BrokenChain[] = [];
  let before: SealRow | undefined;
  let seals = 0;
  for (;;) {
    const page = await rowsOf<SealRow>(database.reader, SEALS, [provinceId ?? null, before?.province_id ?? null, before?.n ?? null]);
    for (const seal of page) {
      const first = before?.province_id !== seal.province_id;
      const lines = await rowsOf<HeldRow>(database.reader, `${HELD} where l.province_id = $1 and l.n = $2 order by l.line_id`, [
        seal.province_id,
        seal.n,
      ]);
      const prevHash = first ? '' : (before?.hash ?? '');
      const follows = seal.n === (first ? 1 : (before?.n ?? 0) + 1) && seal.prev_hash === prevHash;
      const whole = sealHash({ provinceId: seal.province_id, n: seal.n, at: seal.at, upTo: seal.up_to, prevHash }, lines) === seal.hash;
      if (!follows || !whole) {
        found.push(torn(seal.province_id, seal.at));
      }
      found.push(...lines.filter((line) => line.found !== line.hash).map((line) => gone(seal.province_id, line)));
      before = seal;
    }
    seals += page.length;
    if (page.length < PAGE) {
      break;
    }
  }
  const witnessed = await rowsOf<{ province_id: string; at: Date }>(database.reader, WITNESSED, [provinceId ?? null]);
  return { seals, found: [...found, ...witnessed.map((row) => torn(row.province_id, row.at))] };
}

function gone(provinceId: string, line: HeldRow): BrokenChain {
  const { subject_type: subjectType, subject_id: subjectId, line_id: lineId } = line;
  return { provinceId, subjectType, subjectId, fault: 'sealed', lineId, at: line.found_at };
}

/** Seals belong to no subject: they stand under one name per province. */
function torn(provinceId: string, at: Date): BrokenChain {
  return { provinceId, subjectType: 'audit-seal', subjectId: NOBODY, fault: 'seal', lineId: null, at };
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

const SEALS = `
select province_id, n, at, up_to, prev_hash, hash from audit_seal
where ($1::text is null or province_id = $1) and ($2::text is null or (province_id, n) > ($2, $3::integer)) order by province_id, n limit ${PAGE}`;

const HELD = `
select l.province_id, l.line_id, l.subject_type, l.subject_id, l.hash, a.hash as found, a.at as found_at from audit_seal_line l
left join audit a on a.province_id = l.province_id and a.id = l.line_id and a.subject_type = l.subject_type and a.subject_id = l.subject_id`;

const WITNESSED = `
select w.province_id, w.at from audit w
left join audit_seal s on s.province_id = w.province_id and s.n = (w.facts ->> 'seal')::integer and s.hash = w.facts ->> 'sealHash'
where ($1::text is null or w.province_id = $1) and w.action = 'chains-checked' and w.facts ? 'seal' and s.n is null`;
