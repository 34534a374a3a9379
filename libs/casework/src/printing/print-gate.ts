import type { Actor } from '@thidua/access';
import type { JsonObject } from '@thidua/kernel';
import type { CaseworkDeps } from '../deps';

/** What a gate lets through: parameters that a worker may trust, and what is known of the work. */
export interface CheckedPrint {
  readonly params: JsonObject;
  /** Sheets, where they are known beforehand. */
  readonly total?: number;
  /** The post it is asked for from. */
  readonly positionId?: string;
}

/** Refuses what the person may not see or print; the worker asks nothing more. @throws Refused */
export type PrintGate = (deps: CaseworkDeps, actor: Actor, params: JsonObject) => Promise<CheckedPrint>;
