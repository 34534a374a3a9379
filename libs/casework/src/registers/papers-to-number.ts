import type { Actor } from '@thidua/access';
import { dayOf } from '@thidua/kernel';
import type { NumberSource, PaperRecord, Tx } from '@thidua/store';
import { papersAtHand } from '../acts/papers-at-hand';
import type { CaseworkDeps } from '../deps';
import { documentTypeOf, nameOfType } from '../papers/document-types';
import { sourceOf } from '../papers/take-numbers';
import { loadTask, type LoadedTask } from '../tasks/load-task';

/** A signed paper with the open step that waits for its number. */
export interface PaperToNumber {
  readonly taskId: string;
  readonly loaded: LoadedTask;
  readonly paper: PaperRecord;
  /** Of its dossier or round. */
  readonly code: string;
  readonly documentType: string;
  readonly typeName: string;
  readonly source: NumberSource;
}

/** Everything that waits for a number at a body's records clerks, step by step. */
export async function papersToNumber(
  deps: CaseworkDeps,
  { provinceId }: Pick<Actor, 'provinceId'>,
  orgId: string,
  tx: Tx = deps.database.reader,
): Promise<readonly PaperToNumber[]> {
  const { year } = dayOf(deps.clock.nowMs());
  const found: PaperToNumber[] = [];
  for (const taskId of await deps.stores.registers.numberingTasks(tx, provinceId, [orgId])) {
    const loaded = await loadTask(deps, provinceId, taskId);
    const code = await codeOf(deps, loaded);
    for (const paper of await papersAtHand({ deps, tx, task: loaded.task }, 'signed')) {
      const documentType = documentTypeOf(paper.kind);
      if (documentType !== undefined) {
        const source = (await sourceOf(deps, provinceId, { paper, year }, tx)) ?? 'own';
        found.push({ taskId, loaded, paper, code, documentType, typeName: nameOfType(documentType), source });
      }
    }
  }
  return found;
}

async function codeOf({ stores }: CaseworkDeps, { task }: LoadedTask): Promise<string> {
  const { provinceId, roundId, dossierId } = task;
  const round = roundId === null ? undefined : await stores.rounds.byId(provinceId, roundId);
  const dossier = dossierId === null ? undefined : await stores.dossiers.byId(provinceId, dossierId);
  return round?.code ?? dossier?.code ?? '';
}
