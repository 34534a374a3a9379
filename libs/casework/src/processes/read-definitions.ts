import { mayPublish, type Actor } from '@thidua/access';
import type { DefinitionSummary as View, DefinitionView } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import { today, type Refusal } from '@thidua/runtime';
import type { DefinitionRecord, DefinitionSummary } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { Refused } from '../refused';
import { demandAdministrator } from './administrator';
import { changesInWords } from './changes-in-words';
import { problemView } from './problem-view';

/** Every version, draft and proposal of the tenant, with how many run on it. */
export const definitions: Handler<'definitions'> = async (deps, { actor }) => {
  demandAdministrator(actor);
  const listed = await deps.stores.definitions.list(actor.provinceId);
  const keys = [...new Set(listed.map((one) => one.key))];
  const counts = (await Promise.all(keys.map((key) => deps.stores.definitions.instanceCounts(actor.provinceId, key)))).flat();
  const views = await summaries(deps, actor.provinceId, listed);
  return { definitions: views.map((view) => ({ ...view, ...countOf(counts, view.id) })) };
};

export const definition: Handler<'definition'> = async (deps, { actor, params }): Promise<DefinitionView> => {
  demandAdministrator(actor);
  const found = await definitionFor(deps, actor.provinceId, params['id'] ?? '');
  const inForce = await deps.stores.definitions.inForce(actor.provinceId, found.key, today(deps.clock));
  const before =
    inForce === undefined || inForce.id === found.id ? undefined : await deps.stores.definitions.byId(actor.provinceId, inForce.id);
  const [view] = await summaries(deps, actor.provinceId, [found]);
  if (view === undefined) {
    throw new Refused('not-found', { what: 'definition' });
  }
  const counts = await deps.stores.definitions.instanceCounts(actor.provinceId, found.key);
  const isDraft = found.status === 'draft' || found.status === 'proposed';
  const problems = isDraft ? await deps.definitions.lint(actor.provinceId, found.xml, found.resources, [found.key]) : [];
  return {
    ...view,
    ...countOf(counts, found.id),
    xml: found.xml,
    problems: problems.map(problemView),
    changes: before === undefined || !isDraft ? [] : await changesInWords(before, found),
    imported: 'imported' in found.resources,
    may: mayOf(actor, found, problems),
  };
};

/** @throws Refused not-found */
export async function definitionFor({ stores }: CaseworkDeps, provinceId: string, id: string): Promise<DefinitionRecord> {
  const found = await stores.definitions.byId(provinceId, id);
  if (found === undefined) {
    throw new Refused('not-found', { what: 'definition' });
  }
  return found;
}

function mayOf(actor: Actor, { status, proposedBy, createdBy }: DefinitionRecord, problems: readonly Refusal[]): DefinitionView['may'] {
  const clean = problems.every((problem) => problem.severity !== 'error');
  const edit = status === 'draft';
  const second = mayPublish(actor, proposedBy).allowed && mayPublish(actor, createdBy).allowed;
  const publish = status === 'proposed' && clean && second;
  const whyNot = !clean
    ? 'diagram-has-errors'
    : status === 'proposed' && !second
      ? 'proposer-cannot-publish'
      : edit || publish
        ? null
        : 'definition-not-draft';
  return { edit, propose: edit && clean, publish, whyNot };
}

async function summaries(
  { stores, clock }: CaseworkDeps,
  provinceId: string,
  listed: readonly DefinitionSummary[],
): Promise<readonly Omit<View, 'running' | 'ended'>[]> {
  const keys = [...new Set(listed.map((one) => one.key))];
  const inForce = new Map(
    await Promise.all(keys.map(async (key) => [key, (await stores.definitions.inForce(provinceId, key, today(clock)))?.version] as const)),
  );
  const ids = new Set(
    listed.flatMap(({ createdBy, proposedBy, publishedBy }) => [createdBy, proposedBy, publishedBy].filter((id) => id !== null)),
  );
  const names = new Map((await stores.people.persons(provinceId, [...ids])).map((person) => [person.id, person.fullName]));
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  return listed.map(({ id, key, name, version, status, origin, createdAt, createdBy, proposedBy, publishedBy, note }) => ({
    id,
    key,
    name,
    version,
    // A published version that a newer one has replaced starts nothing any more; what runs on it stays there.
    status: status === 'published' && version < (inForce.get(key) ?? version) ? 'retired' : status,
    origin,
    createdAt: isoOf(createdAt.getTime()),
    createdBy: nameOf(createdBy),
    proposedBy: nameOf(proposedBy),
    publishedBy: nameOf(publishedBy),
    note,
  }));
}

type Counts = Awaited<ReturnType<CaseworkDeps['stores']['definitions']['instanceCounts']>>;

function countOf(counts: Counts, id: string): { running: number; ended: number } {
  const found = counts.find((one) => one.definitionId === id);
  return { running: found?.active ?? 0, ended: found?.ended ?? 0 };
}
