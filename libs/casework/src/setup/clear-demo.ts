import { CLEAR_WORDS } from '@thidua/contract';
import { setupCodeHash } from '@thidua/store';
import type { Handler } from '../handler';
import { newCode } from '../people/open-account';
import { searchable } from '../plain-text';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';

/**
 * 'Xóa dữ liệu mẫu và bắt đầu': every person, dossier and paper of the example goes; packs of law, the calendar and the diagrams this province
 * drew stay. Api and worker notice and begin anew. The example's trail goes with it; who cleared it stands with the installation.
 * @throws Refused forbidden, not-a-demo, clearing-not-confirmed
 */
export const clearDemo: Handler<'clearDemo'> = async (deps, { actor, body }) => {
  demandAdministrator(actor);
  if (searchable(body.typed) !== searchable(CLEAR_WORDS)) {
    throw new Refused('clearing-not-confirmed', { words: CLEAR_WORDS });
  }
  const { database, stores } = deps;
  const account = await stores.accounts.byId(actor.accountId);
  const code = newCode();
  await database.inTransaction(async (tx) => {
    const house = await stores.installation.lock(tx);
    if (house?.mode !== 'demo') {
      throw new Refused('not-a-demo');
    }
    await stores.installation.keepDiagrams(tx, actor.provinceId);
    // By the host's clock: the demo's own goes with it.
    await stores.installation.clear(tx, { username: account?.username ?? '', atMs: Date.now() });
    await stores.installation.setCode(tx, setupCodeHash(code));
  });
  return { code };
};
