import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** The row every process reads its movable clock from, and the database's own time. */
export class ClockStore {
  constructor(private readonly database: Database) {}

  async databaseNowMs(): Promise<number> {
    const [row] = await rowsOf<{ ms: number }>(
      this.database.reader,
      'select extract(epoch from clock_timestamp())::float8 * 1000 as ms',
      [],
    );
    return required(row).ms;
  }

  /** Business time = (frozen instant, else the host's time) + offset. */
  async setting(): Promise<{ offsetMs: number; frozenMs: number | undefined }> {
    const [row] = await rowsOf<{ offset_ms: string; frozen_at: Date | null }>(
      this.database.reader,
      'select offset_ms, frozen_at from clock',
      [],
    );
    const { offset_ms: offset, frozen_at: frozen } = required(row);
    return { offsetMs: Number(offset), frozenMs: frozen?.getTime() };
  }

  /** Adds to the offset; negative goes back. */
  async advance(tx: Tx, byMs: number): Promise<void> {
    await tx.query('update clock set offset_ms = offset_ms + $1', [byMs]);
  }

  /** Sets the business time to an instant; it goes on from there, or stands still when frozen. */
  async setTo(tx: Tx, ms: number, { frozen }: { readonly frozen: boolean }): Promise<void> {
    const [offset, frozenAt] = frozen ? [0, new Date(ms).toISOString()] : [ms - Date.now(), null];
    await tx.query('update clock set offset_ms = $1, frozen_at = $2', [Math.round(offset), frozenAt]);
  }
}

function required<T>(row: T | undefined): T {
  if (row === undefined) {
    throw new Error('the clock row is missing');
  }
  return row;
}
