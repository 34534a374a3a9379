import { checkChains } from '../audit/check-chains';
import { connect } from '../database/database';
import { backupDifferences, readBackupFacts, type BackupFacts } from './backup-facts';

/** What a backup of this database is held against when it is restored. */
export async function factsForBackup(url: string): Promise<BackupFacts> {
  const database = await connect({ url, poolSize: 1 });
  try {
    return await readBackupFacts(database);
  } finally {
    await database.close();
  }
}

const ENDS_SINCE = 'AuditHeads1700000000031';

export interface Restored {
  readonly lines: number;
  readonly chains: number;
  /** What is not as it was, in words; empty when all is. */
  readonly faults: readonly string[];
}

/** Whether a restored database holds what was kept, and every chain of its trail is whole (I17, I37). */
export async function verifyRestored(url: string, kept: BackupFacts, exact: boolean): Promise<Restored> {
  const database = await connect({ url, poolSize: 1 });
  try {
    const differences = await backupDifferences(database, kept, exact);
    // A backup may be older than the table of ends: its chains have only their lines.
    const ends = kept.migrations.includes(ENDS_SINCE);
    const { lines, chains, broken } = await checkChains(database, { ends });
    const torn = broken.map(
      ({ subjectType, subjectId, lineId, fault }) =>
        `chuỗi nhật ký / audit chain ${subjectType} ${subjectId}: dòng / line ${lineId ?? '–'} (${fault})`,
    );
    return { lines, chains, faults: [...differences, ...torn] };
  } finally {
    await database.close();
  }
}
