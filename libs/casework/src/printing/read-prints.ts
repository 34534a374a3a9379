import type { Actor } from '@thidua/access';
import type { PrintOrderView } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { PrintOrderRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { isId } from '../papers/sight';
import { Refused } from '../refused';

const SHOWN = 50;

export const printOrders: Handler<'printOrders'> = async (deps, { actor }) => ({
  orders: (await deps.stores.prints.askedBy(actor.provinceId, actor.personId, SHOWN)).map(viewOf),
});

export const printOrder: Handler<'printOrder'> = async (deps, { actor, params }) => viewOf(await orderFor(deps, actor, params['id'] ?? ''));

export const printContent: Handler<'printContent'> = async (deps, { actor, params }) => {
  const order = await orderFor(deps, actor, params['id'] ?? '');
  const bytes = await deps.stores.prints.bytes(actor.provinceId, order.id);
  if (bytes === undefined) {
    throw new Refused('not-found', { what: 'file' });
  }
  return { bytes, fileName: order.fileName ?? `${order.kind}.pdf`, mime: order.mime ?? 'application/pdf' };
};

/** A print is for whoever asked for it; for anyone else there is none. @throws Refused not-found */
async function orderFor(deps: CaseworkDeps, actor: Actor, id: string): Promise<PrintOrderRecord> {
  const order = isId(id) ? await deps.stores.prints.byId(actor.provinceId, id) : undefined;
  if (order?.askedBy !== actor.personId) {
    throw new Refused('not-found', { what: 'print-order' });
  }
  return order;
}

function viewOf(order: PrintOrderRecord): PrintOrderView {
  const { id, kind, state, done, total, fileName, mime, failure } = order;
  return { id, kind, state, done, total, fileName, mime, failure, createdAt: isoOf(order.createdAt.getTime()) };
}
