import type { JsonObject } from '@thidua/kernel';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';

export interface Pointing {
  readonly provinceId: string;
  readonly instanceId: string;
  readonly variables: JsonObject;
}

/** A running process hears of the successor; one that has ended meanwhile needs to hear nothing. @throws Refused state-conflict */
export async function pointProcessAt({ runtime }: CaseworkDeps, tx: Tx, { provinceId, instanceId, variables }: Pointing): Promise<void> {
  const answer = await runtime.step(
    { provinceId, instanceId, command: { type: 'set-variables', variables }, audit: { action: 'handed-over', facts: variables } },
    tx,
  );
  if (!answer.ok && answer.reason !== 'rejected') {
    throw new Refused('state-conflict', { reason: answer.reason, instanceId });
  }
}
