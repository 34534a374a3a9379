import type { Movement } from '@thidua/awards';
import { fieldsOf, movementsOf } from '@thidua/plans';
import type { MovementSource, PlanDraftRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { isId } from '../../papers/sight';
import { Refused } from '../../refused';
import { fieldsOfDraft, progressOf } from '../drafts/draft-fields';
import { movementId } from './movement-id';

/** A plan whose every field a person has settled, ready to become a movement or to amend one. */
export interface PlanAtHand {
  readonly draftId: string;
  readonly orgId: string;
  /** Every movement the plan sets up, in its order. */
  readonly contents: readonly [Movement, ...Movement[]];
  readonly source: MovementSource;
  /** Movement it amends. */
  readonly amends: string | null;
  /** By when units have their own plan, as far as the plan says. */
  readonly unitPlans: { readonly value: string; readonly quote: string; readonly line: number } | null;
}

/** @throws Refused not-found · work-incomplete with what is still to be settled */
export async function draftAtHand(deps: CaseworkDeps, provinceId: string, draftId: string, tx?: Tx): Promise<PlanAtHand> {
  const draft = isId(draftId) ? await deps.stores.planDrafts.byId(provinceId, draftId, tx) : undefined;
  if (draft === undefined || draft.state === 'dropped') {
    throw new Refused('not-found', { what: 'plan-draft', draftId });
  }
  const [first, ...more] = demandWhole(draft);
  if (first === undefined) {
    throw new Refused('work-incomplete', { missing: ['name'] });
  }
  return {
    draftId,
    orgId: draft.orgId,
    contents: [first, ...more],
    source: draft.source,
    amends: draft.amends,
    unitPlans: unitPlansOf(draft),
  };
}

/** Drafts of a body that are ready and have launched nothing yet, newest first. */
export async function draftsOf(
  deps: CaseworkDeps,
  provinceId: string,
  orgId: string,
): Promise<readonly { readonly id: string; readonly title: string; readonly at: Date }[]> {
  const drafts = await deps.stores.planDrafts.ofOrgs(provinceId, [orgId]);
  return drafts
    .filter((draft) => draft.state === 'open' && draft.amends === null && progressOf(fieldsOfDraft(draft)).missing.length === 0)
    .map((draft) => ({ id: draft.id, title: fieldsOf(fieldsOfDraft(draft), 'title')[0]?.value ?? '', at: draft.createdAt }));
}

/** @throws Refused work-incomplete */
function demandWhole(draft: PlanDraftRecord): readonly Movement[] {
  const fields = fieldsOfDraft(draft);
  const body = fieldsOf(fields, 'carriedOutBy')[0]?.value?.body ?? '';
  const made = movementsOf(fields, { file: draft.fileName ?? '', idOf: (name) => movementId(body, name) });
  if (!made.ok) {
    const missing = made.error.map(({ fieldId, kind }) => fieldId ?? kind);
    throw new Refused('work-incomplete', { missing: missing.slice(0, 50) });
  }
  return made.value;
}

function unitPlansOf(draft: PlanDraftRecord): PlanAtHand['unitPlans'] {
  const known = fieldsOfDraft(draft).find((field) => field.kind === 'unitPlans' && field.state !== 'absent');
  const { value, source } = known ?? { value: null, source: null };
  return typeof value === 'string' ? { value, quote: source?.quote ?? '', line: source?.line.from ?? 0 } : null;
}
