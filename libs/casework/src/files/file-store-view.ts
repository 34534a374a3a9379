import type { FileStoreView } from '@thidua/contract';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { demandAdministrator } from '../processes/administrator';

/** Where files lie, how many wait in quarantine, and whether anybody looks at them. */
export const fileStore: Handler<'fileStore'> = async (deps, { actor }): Promise<FileStoreView> => {
  demandAdministrator(actor);
  const counts = await deps.stores.fileLedger.counts();
  const places = (['database', 'disk', 's3'] as const).flatMap((location) => {
    const lines = counts.filter((one) => one.location === location);
    return lines.length === 0 ? [] : [{ location, files: sum(lines.map((one) => one.files)), bytes: sum(lines.map((one) => one.bytes)) }];
  });
  const of = (scan: string): number => sum(counts.filter((one) => one.scan === scan).map((one) => one.files));
  const { store, encrypted } = deps.fileKeeping;
  return { store, encrypted, scanner: await scannerState(deps), places, waiting: of('waiting'), infected: of('infected') };
};

/** 'none': nobody configured one, and it is said openly. */
export async function scannerState({ attachments }: Pick<CaseworkDeps, 'attachments'>): Promise<FileStoreView['scanner']> {
  if (attachments.scanner === null) {
    return 'none';
  }
  return (await attachments.scanner.answers()) ? 'ok' : 'away';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
