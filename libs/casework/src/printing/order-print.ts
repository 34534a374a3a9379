import type { Actor } from '@thidua/access';
import { newId } from '@thidua/runtime';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import type { CheckedPrint } from './print-gate';
import { PRINT_GATES } from './print-gates';

/** One person's prints that wait at a time: nobody's list keeps everybody else waiting. */
const MOST_WAITING = 10;

interface PrintAsked extends CheckedPrint {
  readonly actor: Actor;
  readonly kind: string;
}

/** Puts a print that its gate has let through before the workers; answers its id. @throws Refused print-queue-full */
export async function orderPrint(deps: CaseworkDeps, tx: Tx, asked: PrintAsked): Promise<string> {
  const { actor, kind, params, total = 0, positionId = null } = asked;
  const { provinceId, personId } = actor;
  if ((await deps.stores.prints.waiting(tx, provinceId, personId)) >= MOST_WAITING) {
    throw new Refused('print-queue-full', { most: MOST_WAITING });
  }
  const id = newId(deps.clock);
  await deps.stores.prints.add(tx, provinceId, { id, kind, params, askedBy: personId, positionId, total }, deps.clock.nowMs());
  return id;
}

/** Through the gate of the kind, into the queue. @throws Refused print-kind-unknown, and whatever the gate refuses with */
export const orderPrintHandler: Handler<'orderPrint'> = async (deps, { actor, body, key }) => {
  const gate = Object.hasOwn(PRINT_GATES, body.kind) ? PRINT_GATES[body.kind] : undefined;
  if (gate === undefined) {
    throw new Refused('print-kind-unknown', { kind: body.kind });
  }
  const checked = await gate(deps, actor, body.params);
  return once(deps, key, async (tx) => ({ id: await orderPrint(deps, tx, { actor, kind: body.kind, ...checked }) }));
};
