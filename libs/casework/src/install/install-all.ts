import { instantOf, localDate } from '@thidua/kernel';
import { ClockStore, PeopleSeedStore, type Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { installDemo } from './install-demo';
import { installLaw } from './install-law';
import { installProcesses } from './install-processes';
import { readWorkflowFiles, type WorkflowFiles } from './read-workflow-files';

/** Where the demo's story begins: a Monday on which every shipped rule is in force. */
const DEMO_BEGINS_MS = instantOf(localDate(2026, 3, 2), 9);

/**
 * Brings law, movements, demo people and processes from workflows/ into the database. Any number of processes may call it at once:
 * one works, the others wait and find everything there. Provinces made in the browser are left to `installProvincesDue`.
 * @throws BadWorkflowFile
 */
export async function installAll(deps: CaseworkDeps, files: WorkflowFiles = readWorkflowFiles()): Promise<void> {
  await deps.database.inTransaction(async (tx) => {
    await new PeopleSeedStore().lockInstall(tx);
    // A house that left the demo stays one, whatever its processes were started with.
    const mode = await deps.stores.installation.begin(tx, deps.demo ? 'demo' : 'real', deps.clock.nowMs());
    const demo = deps.demo && mode === 'demo';
    if (demo) {
      await setDemoClock(deps, tx);
      await installDemo(deps, tx, files);
    }
    // The plans on disk are examples: a real body of the same name has not launched them.
    await installLaw(deps, tx, demo ? files : { ...files, movements: [] });
  });
  await deps.clock.refresh();
  await deps.law.refresh();
  const later = new Set(await deps.stores.provinceSetups.due());
  for (const provinceId of await deps.stores.people.provinces()) {
    if (!later.has(provinceId)) {
      await installProcesses(deps, provinceId, files);
    }
  }
}

/** Only a clock that nobody has moved yet. */
async function setDemoClock({ database, simulatedClock }: CaseworkDeps, tx: Tx): Promise<void> {
  const store = new ClockStore(database);
  const { offsetMs, frozenMs } = await store.setting();
  if (simulatedClock && offsetMs === 0 && frozenMs === undefined) {
    await store.setTo(tx, DEMO_BEGINS_MS, { frozen: false });
  }
}
