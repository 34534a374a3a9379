import type { AboutView, MatterView, TimelineEntry } from '@thidua/contract';
import { instanceFor } from '../processes/instance-sight';
import type { CaseworkDeps } from '../deps';
import { dossierFor } from '../dossiers/dossier-sight';
import type { Handler } from '../handler';
import { isId } from '../papers/sight';
import { demandAdministrator } from '../processes/administrator';
import { timelineEntries } from '../queries/timeline';
import { Refused } from '../refused';
import { holdersOf } from '../tasks/holders';
import { roundFor } from '../rounds/sight';
import { viewOf } from './incidents';
import { mayBeHanded } from './stranded-tasks';
import { postWords } from './post-words';

type Kind = AboutView['kind'];

/**
 * A hồ sơ, đợt xét or piece of work as an administrator needs it to keep it moving: its steps, who has them, what went wrong, what was done.
 * Nominees, papers and proofs are none of their business, unless their body is a party and they may open the page itself.
 */
export const matter: Handler<'matter'> = async (deps, { actor, params, query }): Promise<MatterView> => {
  demandAdministrator(actor);
  const { provinceId } = actor;
  const { stores } = deps;
  const found = await matterOf(deps, provinceId, query.kind, params['id'] ?? '');
  const incidents = (await Promise.all(found.instanceIds.map((id) => stores.incidents.ofInstance(provinceId, id)))).flat();
  const told = await Promise.all(incidents.map(({ id }) => stores.incidents.byId(provinceId, id)));
  const tasks = (await Promise.all(found.instanceIds.map((id) => stores.tasks.ofInstance(provinceId, id)))).flat();
  const open = tasks.filter((task) => task.status === 'open' && task.step !== 'ballot');
  const words = await postWords(
    deps,
    provinceId,
    open.flatMap((task) => task.candidateGroups),
  );
  return {
    about: found.about,
    orgName: found.orgName,
    mayOpen: await mayOpen(() => found.open(actor)),
    instanceIds: [...found.instanceIds],
    incidents: await Promise.all(told.flatMap((one) => (one === undefined ? [] : [viewOf(deps, provinceId, one)]))),
    openTasks: await Promise.all(
      open.map(async (task) => ({
        ...{ id: task.id, name: task.name, mayReassign: mayBeHanded(task), posts: task.candidateGroups.map(words) },
        holders: (await holdersOf(deps, provinceId, task)).map(({ title, fullName }) => ({ title, fullName })),
      })),
    ),
    entries: await entriesOf(deps, provinceId, [found.about.id, ...found.instanceIds]),
  };
};

interface Found {
  readonly about: AboutView;
  readonly orgName: string;
  readonly instanceIds: readonly string[];
  /** Throws where the page itself is not the reader's. */
  readonly open: (actor: Parameters<typeof dossierFor>[1]) => Promise<unknown>;
}

/** @throws Refused not-found */
async function matterOf(deps: CaseworkDeps, provinceId: string, kind: Kind, id: string): Promise<Found> {
  const { stores } = deps;
  const nameOf = async (orgId: string): Promise<string> => (await stores.people.org(provinceId, orgId))?.name ?? '';
  if (isId(id)) {
    const dossier = kind === 'dossier' ? await stores.dossiers.byId(provinceId, id) : undefined;
    if (dossier !== undefined) {
      const own = (await stores.instances.about(provinceId, { dossierId: id })).map((one) => one.id);
      const about = { kind, id, code: dossier.code, title: dossier.title };
      return { about, orgName: await nameOf(dossier.orgId), instanceIds: own, open: (actor) => dossierFor(deps, actor, id) };
    }
    const round = kind === 'round' ? await stores.rounds.byId(provinceId, id) : undefined;
    if (round !== undefined) {
      const own = (await stores.instances.about(provinceId, { roundId: id })).map((one) => one.id);
      const about = { kind, id, code: round.code, title: round.title };
      return { about, orgName: await nameOf(round.orgId), instanceIds: own, open: (actor) => roundFor(deps, actor, id) };
    }
    const work = kind === 'work' ? await stores.works.byId(provinceId, id) : undefined;
    if (work !== undefined) {
      const own = work.instanceId === null ? [] : [work.instanceId];
      const about = { kind, id, code: work.code, title: work.title };
      const open = (actor: Parameters<typeof dossierFor>[1]): Promise<unknown> =>
        instanceFor(deps, { ...actor, positions: actor.positions.filter((post) => post.role !== 'admin') }, own[0] ?? id);
      return { about, orgName: await nameOf(work.orgId), instanceIds: own, open };
    }
  }
  throw new Refused('not-found', { what: kind });
}

async function mayOpen(open: () => Promise<unknown>): Promise<boolean> {
  try {
    await open();
    return true;
  } catch (error) {
    if (error instanceof Refused) {
      return false;
    }
    throw error;
  }
}

async function entriesOf(deps: CaseworkDeps, provinceId: string, subjects: readonly string[]): Promise<TimelineEntry[]> {
  return timelineEntries(deps, provinceId, await deps.stores.trail.timeline(provinceId, subjects));
}
