import type { PaperTemplateRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { isId } from '../papers/sight';
import { Refused } from '../refused';

/** A template of the province. @throws Refused not-found */
export async function templateAtHand(deps: CaseworkDeps, provinceId: string, id: string, tx?: Tx): Promise<PaperTemplateRecord> {
  const found = isId(id) ? await deps.stores.templates.byId(provinceId, id, tx) : undefined;
  if (found === undefined) {
    throw new Refused('not-found', { what: 'paper-template' });
  }
  return found;
}

/** What people call a kind. @throws Refused not-found */
export function demandKind({ templateDesk }: Pick<CaseworkDeps, 'templateDesk'>, kind: string): { kind: string; title: string } {
  const found = templateDesk.kinds().find((one) => one.kind === kind);
  if (found === undefined) {
    throw new Refused('not-found', { what: 'paper-kind' });
  }
  return found;
}
