import type { JsonObject } from '@thidua/kernel';
import type { Database } from '../database/database';
import { rowsOf } from '../database/prepared';
import { auditHash } from './audit-hash';

/** A line that does not follow from the one before it, or whose words are not those that were written. */
export interface BrokenChain {
  readonly provinceId: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly lineId: string;
  readonly at: Date;
}

export interface ChainCheck {
  readonly lines: number;
  readonly chains: number;
  readonly broken: readonly BrokenChain[];
}

interface Line {
  readonly id: string;
  readonly province_id: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly at: Date;
  readonly action: string;
  readonly person_id: string | null;
  readonly position_id: string | null;
  readonly on_behalf_of: string | null;
  readonly grant_version: number | null;
  readonly facts: JsonObject;
  readonly prev_hash: string;
  readonly hash: string;
}

const PAGE = 2000;

/**
 * Every chain of the trail, or of one subject, from its first line (I17). Reads page by page, so that a trail of any length is checked in
 * little memory. Of a chain the first fault counts.
 */
export async function checkChains(database: Database, { subjectId }: { readonly subjectId?: string } = {}): Promise<ChainCheck> {
  const broken: BrokenChain[] = [];
  let before: Line | undefined;
  let lines = 0;
  let chains = 0;
  let faulty = false;
  for (;;) {
    const page = await pageAfter(database, subjectId, before);
    for (const line of page) {
      const follows = before !== undefined && sameChain(before, line);
      chains += follows ? 0 : 1;
      faulty = follows && faulty;
      const prevHash = follows ? (before?.hash ?? '') : '';
      if (!faulty && (line.prev_hash !== prevHash || line.hash !== hashOf(prevHash, line))) {
        faulty = true;
        broken.push({
          ...{ provinceId: line.province_id, subjectType: line.subject_type, subjectId: line.subject_id },
          ...{ lineId: line.id, at: line.at },
        });
      }
      before = line;
    }
    lines += page.length;
    if (page.length < PAGE) {
      return { lines, chains, broken };
    }
  }
}

function pageAfter(database: Database, subjectId: string | undefined, line: Line | undefined): Promise<readonly Line[]> {
  return rowsOf<Line>(
    database.reader,
    `select id, province_id, subject_type, subject_id, at, action, person_id, position_id, on_behalf_of, grant_version, facts, prev_hash, hash
     from audit where ($1::uuid is null or subject_id = $1)
       and ($2::text is null or (province_id, subject_type, subject_id, id) > ($2, $3, $4::uuid, $5::bigint))
     order by province_id, subject_type, subject_id, id limit ${PAGE}`,
    [subjectId ?? null, line?.province_id ?? null, line?.subject_type ?? null, line?.subject_id ?? null, line?.id ?? null],
  );
}

function sameChain(one: Line, other: Line): boolean {
  return one.province_id === other.province_id && one.subject_type === other.subject_type && one.subject_id === other.subject_id;
}

function hashOf(prevHash: string, line: Line): string {
  const { at, action, facts, person_id: personId, position_id: positionId, on_behalf_of: onBehalfOf, grant_version: grantVersion } = line;
  return auditHash(prevHash, {
    subjectId: line.subject_id,
    atMs: at.getTime(),
    action,
    facts,
    personId,
    positionId,
    onBehalfOf,
    grantVersion,
  });
}
