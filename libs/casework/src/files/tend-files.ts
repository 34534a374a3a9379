import { fp } from '@thidua/runtime';
import { FileDamaged, type FileLocation, type FileName, type FilePlace, type LedgerRow } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

/**
 * Takes files to where they are to lie, one after the other: put, then the row says so, then the old place is cleared. The name is the hash of
 * what is in it, so a step that died is done again without harm; what it left behind is found by `reconcileFiles`. No network call is made
 * while a transaction is open. Answers how many were moved. A file that cannot be moved is passed over and told.
 */
export async function moveFiles(deps: CaseworkDeps, limit: number, onError: (error: unknown) => void): Promise<number> {
  const { store } = deps.fileKeeping;
  let moved = 0;
  for (let skip = 0; moved < limit;) {
    const [row] = await deps.stores.fileLedger.toMove(store, 1, skip);
    if (row === undefined) {
      return moved;
    }
    try {
      await moveFile(deps, row, store);
      moved += 1;
    } catch (error) {
      onError(error);
      skip += 1;
      if (skip > 20) {
        return moved;
      }
    }
  }
  return moved;
}

async function moveFile(deps: CaseworkDeps, row: LedgerRow, to: FileLocation): Promise<void> {
  const { fileLedger } = deps.stores;
  const bytes = row.location === 'database' ? await fileLedger.lying(row) : await placeOf(deps, row.location, row).get(row);
  if (bytes === undefined) {
    throw new FileDamaged('a file to be moved is not where its row says', {
      sha256: row.sha256,
      location: row.location,
      reason: 'missing',
    });
  }
  if (to !== 'database') {
    await placeOf(deps, to, row).put(row, bytes);
    fp('file.after-put');
  }
  const first = await deps.database.inTransaction((tx) => fileLedger.moved(tx, row, row.location, to === 'database' ? { bytes } : to));
  fp('file.after-move');
  if (first && row.location !== 'database') {
    await placeOf(deps, row.location, row).remove(row);
  }
}

function placeOf(deps: Pick<CaseworkDeps, 'fileKeeping'>, location: 'disk' | 's3', { sha256 }: FileName): FilePlace {
  const place = deps.fileKeeping.places[location];
  if (place === undefined) {
    throw new FileDamaged('nobody told where such files lie', { sha256, location, reason: 'place' });
  }
  return place;
}

/** Looks at what waits in quarantine; a scanner that is away ends the pass and leaves it there. Answers how many were told. */
export async function scanWaiting(deps: CaseworkDeps, limit: number): Promise<number> {
  const { attachments, stores, database, clock } = deps;
  const waiting = attachments.scanner === null ? [] : await stores.fileLedger.waiting(limit);
  let told = 0;
  for (const name of waiting) {
    const bytes = await stores.files.getWaiting(name.provinceId, name.sha256);
    const said = bytes === undefined ? undefined : await attachments.scanner?.scan(bytes);
    if (said?.state === 'away') {
      return told;
    }
    if (said !== undefined) {
      const found = said.state === 'infected' ? said.found : null;
      await database.inTransaction((tx) => stores.fileLedger.scanned(tx, name, found, clock.nowMs()));
      told += 1;
    }
  }
  return told;
}
