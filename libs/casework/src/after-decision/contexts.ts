import type { JsonObject } from '@thidua/kernel';
import type { CaseworkDeps } from '../deps';
import type { TaskContext, TaskContextQuery } from '../task-context';
import type { TaskRecord } from '../task-record';
import { GROUND_TEXTS } from './grounds';

/** What the forms after a decision show: the conclusion and what is due, or the paper and what is to become of it. */
export const AFTER_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = {
  'ky-huy-bo': revocationFacts,
  'thu-hoi-hien-vat': revocationFacts,
  'cong-khai-huy-bo': revocationFacts,
  'gui-huy-bo': revocationFacts,
  'chuyen-hien-vat': revocationFacts,
  'don-doc-thu-hoi': revocationFacts,
  'ky-van-ban': changeFacts,
};

async function revocationFacts(deps: CaseworkDeps, { provinceId, instanceId }: TaskRecord): Promise<TaskContext> {
  const found = await deps.stores.revocations.ofInstance(deps.database.reader, provinceId, instanceId);
  if (found === undefined) {
    return {};
  }
  const rows = await deps.stores.revocations.rows(provinceId, found.id);
  const context: JsonObject = {
    revocationId: found.id,
    code: found.code,
    ruleId: 'R-23',
    groundText: GROUND_TEXTS[found.ground],
    conclusion: `${found.conclusionText} (số ${found.conclusionNumber}, ${found.conclusionBody})`,
    recoverBy: found.recoverBy,
    dues: rows.map((row) => ({ ...row })),
  };
  return { context };
}

async function changeFacts(deps: CaseworkDeps, { provinceId, instanceId }: TaskRecord): Promise<TaskContext> {
  const change = await deps.stores.paperChanges.ofInstance(deps.database.reader, provinceId, instanceId);
  const paper = change === undefined ? undefined : await deps.stores.papers.byId(provinceId, change.paperId);
  return change === undefined || paper === undefined
    ? {}
    : {
        context: {
          changeId: change.id,
          action: change.action,
          reason: change.reason,
          facts: change.facts,
          paperTitle: paper.title,
          paperNumber: paper.numberText,
        },
      };
}
