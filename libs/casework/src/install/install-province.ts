import type { Definitions } from '@thidua/runtime';
import type { CaseworkDeps } from '../deps';
import { installProcesses } from './install-processes';
import { readWorkflowFiles, type WorkflowFiles } from './read-workflow-files';

type Needs = Pick<CaseworkDeps, 'database' | 'definitions' | 'stores' | 'clock'>;

/**
 * Gives provinces that were made since the last start their processes, and the diagrams a cleared demo left. How far it has come is kept for
 * the set-up screen. Answers how many provinces it finished. @throws BadWorkflowFile after keeping why
 */
export async function installProvincesDue(deps: Needs, files: () => WorkflowFiles = readWorkflowFiles): Promise<number> {
  const due = await deps.stores.provinceSetups.due();
  for (const provinceId of due) {
    try {
      await installProvince(deps, provinceId, files());
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      await deps.database.inTransaction((tx) => deps.stores.provinceSetups.fail(tx, provinceId, why));
      throw error;
    }
  }
  return due.length;
}

async function installProvince(deps: Needs, provinceId: string, files: WorkflowFiles): Promise<void> {
  const { database, stores, clock } = deps;
  await installProcesses(deps, provinceId, files, (done, total) =>
    database.inTransaction((tx) => stores.provinceSetups.progress(tx, provinceId, done, total)),
  );
  await takeOverDiagrams(deps, provinceId);
  await database.inTransaction((tx) => stores.provinceSetups.finish(tx, provinceId, clock.nowMs()));
}

/** What was in force comes into force again, and drafts are drafts; a diagram that the law or the software has left behind becomes a draft too. */
async function takeOverDiagrams({ database, definitions, stores }: Needs, provinceId: string): Promise<void> {
  for (const { id, status, key, name, xml, resources, note } of await stores.installation.keptDiagrams()) {
    const release = { key, name, xml, resources, origin: 'tenant', ...(note === null ? {} : { note }) } as Parameters<
      Definitions['release']
    >[2]; // as it was stored
    await database.inTransaction(async (tx) => {
      if (!(await stores.installation.takeKept(tx, id))) {
        return;
      }
      const released = status === 'published' && (await definitions.release(tx, provinceId, release)).ok;
      if (!released) {
        await definitions.createDraft(tx, provinceId, release);
      }
    });
  }
}
