import type { Actor } from '@thidua/access';
import type { JsonObject } from '@thidua/kernel';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { note } from '../note';
import { demandAdministrator } from './administrator';

/** One line of the trail about a process version. @throws Refused forbidden */
export function noteDefinition(
  deps: CaseworkDeps,
  tx: Tx,
  actor: Actor,
  line: { readonly id: string; readonly action: string; readonly facts: JsonObject },
): Promise<void> {
  return note(deps, tx, actor, { on: 'definition', position: demandAdministrator(actor), ...line });
}
