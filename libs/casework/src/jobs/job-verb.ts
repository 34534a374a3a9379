import type { JsonObject } from '@thidua/kernel';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

/** A leased job of an instance, as its verb sees it. */
export interface JobRecord {
  readonly provinceId: string;
  readonly id: string;
  readonly instanceId: string;
  readonly elementId: string;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Variables the job sees: dossier, round, org ids. */
  readonly variables: JsonObject;
  readonly leaseToken: string;
  /** What the instance is about, whatever messages have brought into its variables since. */
  readonly dossierId: string | null;
  readonly roundId: string | null;
}

export interface JobContext {
  readonly deps: CaseworkDeps;
  readonly tx: Tx;
  readonly job: JobRecord;
  readonly nowMs: number;
}

/** The database part of a service task: runs in the transaction that completes the job; answers the job's output variables. */
export type JobVerb = (context: JobContext) => Promise<JsonObject>;
