import type { FileName, FilePlace } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

export interface FileDifference extends FileName {
  readonly location: 'disk' | 's3';
  /** missing: a row without its file. stray: a file without its row, older than the grace time. */
  readonly what: 'missing' | 'stray';
}

export interface Reconciled {
  readonly rows: number;
  readonly files: number;
  readonly differences: readonly FileDifference[];
  /** Strays that were cleared away. */
  readonly cleared: number;
}

const PAGE = 500;
/** A mover may have put a file whose row does not say so yet. */
const GRACE_MS = 3_600_000;

/**
 * Rows and places compared both ways (I16). With `clear` strays are removed: nothing points to them, and what is needed again is put again.
 * A missing file is never hidden: it is told, and its row stays as it is.
 */
export async function reconcileFiles(
  deps: CaseworkDeps,
  {
    clear = false,
    graceMs = GRACE_MS,
    nowMs = Date.now(),
  }: { readonly clear?: boolean; readonly graceMs?: number; readonly nowMs?: number } = {},
): Promise<Reconciled> {
  const totals = { rows: 0, files: 0, cleared: 0 };
  const differences: FileDifference[] = [];
  for (const place of Object.values(deps.fileKeeping.places) as readonly FilePlace[]) {
    const found = await compared(deps, place, { graceMs, nowMs });
    totals.rows += found.rows;
    totals.files += found.files;
    for (const stray of found.strays) {
      differences.push({ ...stray, location: place.location, what: 'stray' });
      if (clear) {
        await place.remove(stray);
        totals.cleared += 1;
      }
    }
    differences.push(...found.missing.map((name) => ({ ...name, location: place.location, what: 'missing' as const })));
  }
  return { ...totals, differences };
}

interface Compared {
  readonly rows: number;
  readonly files: number;
  readonly strays: readonly FileName[];
  readonly missing: readonly FileName[];
}

async function compared(
  { stores }: CaseworkDeps,
  place: FilePlace,
  { graceMs, nowMs }: { readonly graceMs: number; readonly nowMs: number },
): Promise<Compared> {
  const lying = new Set<string>();
  const strays: FileName[] = [];
  let page: FileName[] = [];
  const settle = async (): Promise<void> => {
    const known = await stores.fileLedger.known(place.location, page);
    strays.push(...page.filter((name) => !known.has(keyOf(name))));
    page = [];
  };
  for await (const { provinceId, sha256, changedMs } of place.list()) {
    lying.add(keyOf({ provinceId, sha256 }));
    if (nowMs - changedMs >= graceMs) {
      page.push({ provinceId, sha256 });
    }
    if (page.length >= PAGE) {
      await settle();
    }
  }
  await settle();
  const missing: FileName[] = [];
  let rows = 0;
  for (let after: FileName = { provinceId: '', sha256: '' }; ;) {
    const some = await stores.fileLedger.page(place.location, after, PAGE);
    rows += some.length;
    for (const { provinceId, sha256 } of some) {
      // Put after the list was read, it is there all the same.
      if (!lying.has(keyOf({ provinceId, sha256 })) && (await place.get({ provinceId, sha256 })) === undefined) {
        missing.push({ provinceId, sha256 });
      }
    }
    const last = some.at(-1);
    if (last === undefined || some.length < PAGE) {
      return { rows, files: lying.size, strays, missing };
    }
    after = last;
  }
}

function keyOf({ provinceId, sha256 }: FileName): string {
  return `${provinceId}/${sha256}`;
}
