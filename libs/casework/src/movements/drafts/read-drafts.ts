import type { PlanDraftSummary, PlanDraftView, PlanFieldView } from '@thidua/contract';
import { dayOf, isoOf } from '@thidua/kernel';
import { checkCitations, fieldsOf, needsNoWord, QUESTION_TEXTS, type Finding } from '@thidua/plans';
import type { OrgRecord, PlanDraftRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { nameOfAward } from '../../law/names';
import { packIfAny } from '../../law/pack-of';
import { tiersOf } from '../../law/tiers-of';
import { bodiesOf, draftFor } from './draft-access';
import { fieldsOfDraft, progressOf, type KeptField } from './draft-fields';
import { placeOf } from './draft-place';

/** Drafts of the bodies one drafts for, newest first. */
export const planDrafts: Handler<'planDrafts'> = async (deps, { actor }) => {
  const bodies = await bodiesOf(deps, actor);
  const drafts = await deps.stores.planDrafts.ofOrgs(
    actor.provinceId,
    bodies.map((org) => org.id),
  );
  const orgs = new Map(bodies.map((org) => [org.id, org]));
  return {
    drafts: drafts.flatMap((draft) => {
      const org = orgs.get(draft.orgId);
      return org === undefined ? [] : [summaryOf(draft, org)];
    }),
    bodies: bodies.map((org) => ({ orgId: org.id, name: org.name })),
  };
};

/** One draft with its text; citations are checked anew, since the plan above may have been read meanwhile. */
export const planDraft: Handler<'planDraft'> = async (deps, { actor, params }) => {
  const { draft, org } = await draftFor(deps, actor, params['id'] ?? '');
  const fields = fieldsOfDraft(draft);
  const { missing } = progressOf(fields);
  const movements = await deps.stores.movements.ofProvince(actor.provinceId);
  return {
    ...summaryOf(draft, org),
    ...{ version: draft.version, lines: [...draft.lines] },
    fields: await fieldViews(deps, actor.provinceId, fields),
    questions: questionsOf(fields),
    findings: draft.lines.length === 0 ? [] : (await findingsOf(deps, draft, org)).map(findingView),
    parent: draft.parentName === null || draft.parentLines === null ? null : { name: draft.parentName, lines: [...draft.parentLines] },
    missing: missing.map(({ fieldId, kind, why }) => ({ fieldId, kind, why })),
    awards: await awardsAt(deps, org),
    launched: movements.filter((one) => one.planDraftId === draft.id && one.state !== 'dropped').map((one) => one.content.name.value),
    may: { edit: draft.state === 'open' },
  } satisfies PlanDraftView;
};

/** Every award of the law in force, as it is called there. */
async function awardsAt(deps: CaseworkDeps, { provinceId, id }: OrgRecord): Promise<PlanDraftView['awards']> {
  const pack = packIfAny(deps.law, dayOf(deps.clock.nowMs()), provinceId)?.pack;
  const tiers = await tiersOf(deps, provinceId, id);
  const codes = [...new Set((pack?.awards ?? []).map((row) => row.award))];
  return codes.map((award) => ({ award, name: nameOfAward(pack, award, tiers, 'full') }));
}

async function findingsOf(deps: CaseworkDeps, draft: PlanDraftRecord, org: OrgRecord): Promise<readonly Finding[]> {
  const { hints, agencies } = await placeOf(deps, org);
  const settled = fieldsOf(fieldsOfDraft(draft), 'date')[0]?.value ?? null;
  return checkCitations(draft.lines, {
    ...{ ...hints, agencies, issuedOn: settled },
    ...(draft.parentLines === null ? {} : { parent: draft.parentLines }),
  });
}

function findingView({ line, also, parent, ...finding }: Finding): PlanDraftView['findings'][number] {
  return {
    ...finding,
    line: { ...line },
    also: also.map((one) => ({ ...one })),
    parent: parent === null ? null : { quote: parent.quote, line: { ...parent.line } },
  };
}

async function fieldViews(deps: CaseworkDeps, provinceId: string, fields: readonly KeptField[]): Promise<PlanFieldView[]> {
  const people = [...new Set(fields.flatMap((field) => (field.by === null ? [] : [field.by])))];
  const names = new Map((await deps.stores.people.persons(provinceId, people)).map((one) => [one.id, one.fullName]));
  return fields.map((field) => ({
    ...{ id: field.id, kind: field.kind, state: field.state, asked: field.asked, free: needsNoWord(field) },
    value: field.value as PlanFieldView['value'], // plain data by its kind
    source: field.source === null ? null : { quote: field.source.quote, line: { ...field.source.line } },
    settledBy: field.by === null ? null : (names.get(field.by) ?? null),
  }));
}

/** What is asked and not answered yet, each question once, and what the plan leaves out as a whole. */
function questionsOf(fields: readonly KeptField[]): PlanDraftView['questions'] {
  const open = fields.flatMap(({ id, asked, source, state }) =>
    asked === null || state !== 'proposed'
      ? []
      : [{ question: asked, says: QUESTION_TEXTS[asked], line: source === null ? null : { ...source.line }, fieldId: id }],
  );
  const firsts = open.filter((one, index) => open.findIndex((other) => other.question === one.question) === index);
  const none = { question: 'reviews', says: QUESTION_TEXTS.reviews, line: null, fieldId: null };
  return fieldsOf(fields, 'phase').length === 0 ? [...firsts, none] : firsts;
}

function summaryOf(draft: PlanDraftRecord, org: OrgRecord): PlanDraftSummary {
  const fields = fieldsOfDraft(draft);
  const { open, all } = progressOf(fields);
  const title = fieldsOf(fields, 'name')[0]?.value ?? fieldsOf(fields, 'title')[0]?.value ?? draft.fileName ?? '';
  return {
    ...{ id: draft.id, title, orgId: org.id, orgName: org.name, source: draft.source, fileName: draft.fileName, state: draft.state },
    ...{ open, all, movementId: draft.movementId, amends: draft.amends, createdAt: isoOf(draft.createdAt.getTime()) },
  };
}
