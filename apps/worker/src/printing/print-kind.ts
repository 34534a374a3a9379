import type { ClaimedPrint, PrintedFile } from '@thidua/store';
import type { TaskRoom } from '../service-tasks/service-task';

/** Tells whoever waits how many sheets are made; throws Fenced when another worker has the order. Call it every few sheets. */
export type PrintProgress = (done: number, total: number) => Promise<void>;

/**
 * Makes what an order asks for; its gate has checked the parameters, and the loop records the file. Throws RetryLater, GiveUp or Fenced;
 * anything else is tried again a few times.
 */
export type PrintKind = (room: TaskRoom, order: ClaimedPrint, progress: PrintProgress) => Promise<PrintedFile>;
