import { mayPublish, type Actor } from '@thidua/access';
import type { ComparisonView, DefinitionSummary as View, DefinitionView } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import { today, type Refusal } from '@thidua/runtime';
import type { DefinitionRecord, DefinitionSummary } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { Refused } from '../refused';
import { demandAdministrator } from './administrator';
import { compareVersions } from './changes/compare-versions';
import { problemView } from './problem-view';
import { stepNamesOf } from './step-names';

/** Every version, draft and proposal of the tenant, with how many run on it. */
export const definitions: Handler<'definitions'> = async (deps, { actor }) => {
  demandAdministrator(actor);
  const listed = await deps.stores.definitions.list(actor.provinceId);
  const keys = [...new Set(listed.map((one) => one.key))];
  const counts = (await Promise.all(keys.map((key) => deps.stores.definitions.instanceCounts(actor.provinceId, key)))).flat();
  const views = await summaries(deps, actor.provinceId, listed);
  const steps = await Promise.all(
    keys.map(async (key) => {
      const published = listed.filter((one) => one.key === key && one.version > 0).toSorted((a, b) => b.version - a.version)[0];
      return { key, names: published === undefined ? [] : [...(await stepNamesOf(deps, actor.provinceId, published.id))] };
    }),
  );
  return { definitions: views.map((view) => ({ ...view, ...countOf(counts, view.id) })), steps };
};

export const definition: Handler<'definition'> = async (deps, { actor, params }): Promise<DefinitionView> => {
  demandAdministrator(actor);
  const { definitions: versions, drafts } = deps.stores;
  const found = await definitionFor(deps, actor.provinceId, params['id'] ?? '');
  const [view] = await summaries(deps, actor.provinceId, [found]);
  if (view === undefined) {
    throw new Refused('not-found', { what: 'definition' });
  }
  const counts = await versions.instanceCounts(actor.provinceId, found.key);
  const isDraft = found.status === 'draft' || found.status === 'proposed';
  const newest = isDraft ? await versions.newest(actor.provinceId, found.key) : undefined;
  const before = newest === undefined ? undefined : await versions.byId(actor.provinceId, newest.id);
  const problems = isDraft ? await deps.definitions.lint(actor.provinceId, found.xml, found.resources, [found.key]) : [];
  const editors = (await drafts.editors(actor.provinceId, [found.id])).map((editor) => editor.personId);
  const names = await namesOf(deps, actor.provinceId, [...editors, found.savedBy, found.returnedBy]);
  return {
    ...view,
    ...countOf(counts, found.id),
    xml: found.xml,
    problems: problems.map(problemView),
    ...(before === undefined ? { comparable: true, changes: [] } : await compareVersions(deps, before, found)),
    against: newest === undefined ? null : { id: newest.id, version: newest.version },
    rev: found.rev,
    savedBy: names(found.savedBy),
    savedAt: found.savedAt === null ? null : isoOf(found.savedAt.getTime()),
    editors: editors.flatMap((id) => names(id) ?? []),
    returned:
      found.returnedAt === null
        ? null
        : { by: names(found.returnedBy), at: isoOf(found.returnedAt.getTime()), note: found.returnedNote ?? '' },
    imported: 'imported' in found.resources,
    may: mayOf(actor, found, { problems, editors }),
  };
};

/** Any two versions of one process beside each other, and what the later does otherwise. */
export const compareDefinitions: Handler<'compareDefinitions'> = async (deps, { actor, params, query }) => {
  demandAdministrator(actor);
  const after = await definitionFor(deps, actor.provinceId, params['id'] ?? '');
  const before = await definitionFor(deps, actor.provinceId, query.with);
  if (before.key !== after.key) {
    throw new Refused('not-found', { what: 'definition', key: after.key });
  }
  const [old, next] = await summaries(deps, actor.provinceId, [before, after]);
  if (old === undefined || next === undefined) {
    throw new Refused('not-found', { what: 'definition' });
  }
  const side = ({ id, version, status, name, effectiveFrom }: typeof old, xml: string): ComparisonView['before'] => ({
    ...{ id, version, status, name, effectiveFrom, xml },
  });
  const compared = await compareVersions(deps, before, after);
  return { key: after.key, before: side(old, before.xml), after: side(next, after.xml), ...compared };
};

/** @throws Refused not-found */
export async function definitionFor({ stores }: CaseworkDeps, provinceId: string, id: string): Promise<DefinitionRecord> {
  const found = await stores.definitions.byId(provinceId, id);
  if (found === undefined) {
    throw new Refused('not-found', { what: 'definition' });
  }
  return found;
}

function mayOf(
  actor: Actor,
  { status, proposedBy }: DefinitionRecord,
  { problems, editors }: { readonly problems: readonly Refusal[]; readonly editors: readonly string[] },
): DefinitionView['may'] {
  const clean = problems.every((problem) => problem.severity !== 'error');
  const edit = status === 'draft';
  const proposed = status === 'proposed';
  const hands = [proposedBy, ...editors].map((person) => mayPublish(actor, person));
  const publish = proposed && clean && hands.every((verdict) => verdict.allowed);
  const own = proposedBy === actor.personId;
  const whyNot = !clean
    ? 'diagram-has-errors'
    : edit || publish
      ? null
      : !proposed
        ? 'definition-not-draft'
        : own
          ? 'proposer-cannot-publish'
          : 'editor-cannot-publish';
  return { edit, propose: edit && clean, publish, withdraw: proposed && own, giveBack: proposed && !own, discard: edit, whyNot };
}

type Names = (id: string | null) => string | null;

async function namesOf({ stores }: CaseworkDeps, provinceId: string, ids: readonly (string | null)[]): Promise<Names> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const names = new Map((await stores.people.persons(provinceId, known)).map((person) => [person.id, person.fullName]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}

async function summaries(
  deps: CaseworkDeps,
  provinceId: string,
  listed: readonly DefinitionSummary[],
): Promise<readonly Omit<View, 'running' | 'ended'>[]> {
  const { stores, clock } = deps;
  const day = today(clock);
  const keys = [...new Set(listed.map((one) => one.key))];
  const inForce = new Map(
    await Promise.all(keys.map(async (key) => [key, (await stores.definitions.inForce(provinceId, key, day))?.version] as const)),
  );
  const people = listed.flatMap(({ createdBy, proposedBy, publishedBy }) => [createdBy, proposedBy, publishedBy]);
  const nameOf = await namesOf(deps, provinceId, people);
  return listed.map((one) => ({
    id: one.id,
    key: one.key,
    name: one.name,
    version: one.version,
    status: statusOn(day, one, inForce.get(one.key)),
    origin: one.origin,
    isOffer: one.shippedHash !== null && one.version === 0,
    createdAt: isoOf(one.createdAt.getTime()),
    createdBy: nameOf(one.createdBy),
    proposedBy: nameOf(one.proposedBy),
    publishedBy: nameOf(one.publishedBy),
    effectiveFrom: one.effectiveFrom,
    note: one.note,
    publishNote: one.publishNote,
    appliesTo: one.appliesTo,
  }));
}

/** A published version that a newer one has replaced starts nothing any more; what runs on it stays there. */
function statusOn(day: string, { status, version, effectiveFrom }: DefinitionSummary, inForce: number | undefined): View['status'] {
  if (status !== 'published') {
    return status;
  }
  return version < (inForce ?? version) ? 'retired' : effectiveFrom !== null && effectiveFrom > day ? 'waiting' : 'published';
}

type Counts = Awaited<ReturnType<CaseworkDeps['stores']['definitions']['instanceCounts']>>;

function countOf(counts: Counts, id: string): { running: number; ended: number } {
  const found = counts.find((one) => one.definitionId === id);
  return { running: found?.active ?? 0, ended: found?.ended ?? 0 };
}
