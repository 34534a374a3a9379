import { createHash } from 'node:crypto';
import type { Movement, Pack } from '@thidua/awards';
import { formatLocalDate, type JsonValue } from '@thidua/kernel';
import { canonicalJson } from '@thidua/runtime';
import type { AuthorityLine, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

/** Writes a pack and its lines of authority once per content; answers the hash it is found by. */
export async function storePack({ stores }: Pick<CaseworkDeps, 'stores'>, tx: Tx, pack: Pack, atMs: number): Promise<string> {
  const hash = contentHash(pack);
  const from = formatLocalDate(pack.receivedFrom);
  const to = pack.receivedTo === null ? null : formatLocalDate(pack.receivedTo);
  // A local pack decides nothing by itself: its lines come with the effective pack.
  const lines = pack.status === 'in-use' ? linesOf(pack) : [];
  await stores.law.addPack(tx, { id: pack.id, hash, content: pack, from, to }, lines, atMs);
  return hash;
}

/** SHA-256 of the content, keys in order: the same law has the same name everywhere. */
export function contentHash(content: Pack | Movement | object): string {
  // Packs and movements are plain data; the round trip drops what JSON does not carry.
  const plain = JSON.parse(JSON.stringify(content)) as JsonValue;
  return createHash('sha256').update(canonicalJson(plain)).digest('hex');
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
