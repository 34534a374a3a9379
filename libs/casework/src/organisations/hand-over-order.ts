import type { ActorStamp } from '@thidua/runtime';

export interface HandOverOrder {
  readonly provinceId: string;
  readonly predecessorId: string;
  readonly nowMs: number;
  /** Who asked for it; the worker's sweep when absent. */
  readonly stamp?: ActorStamp;
}

/** Who the trail names; nobody for the sweep. */
export function actorOf({ stamp }: HandOverOrder): {
  readonly personId?: string;
  readonly positionId?: string;
  readonly grantVersion?: number;
} {
  return stamp === undefined ? {} : { personId: stamp.personId, positionId: stamp.positionId, grantVersion: stamp.grantVersion };
}
