import { confirmationProgress, listedRows, packInForce } from '@thidua/awards';
import type { SetupGap, SetupProgress, SetupStep } from '@thidua/contract';
import { dayOf } from '@thidua/kernel';
import { today } from '@thidua/runtime';
import type { MissingPost } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { demandAdministrator } from '../processes/administrator';

const EXAMPLES = 5;

export const setup: Handler<'setup'> = async ({ stores, demo }) => {
  const mode = (await stores.installation.find())?.mode ?? (demo ? 'demo' : 'real');
  return { mode, open: mode === 'real' && (await stores.accounts.count()) === 0 };
};

/** What is there and what is missing is read from the tables each time: setting up may stop anywhere and go on another day. */
export const setupProgress: Handler<'setupProgress'> = async (deps, { actor }): Promise<SetupProgress> => {
  demandAdministrator(actor);
  const { stores, clock } = deps;
  const { provinceId } = actor;
  const day = today(clock);
  const [house, province, seats, counts, missing] = await Promise.all([
    stores.installation.find(),
    stores.provinceSetups.find(provinceId),
    stores.people.seats(provinceId),
    stores.provinceSetups.counts(provinceId, day),
    stores.provinceSetups.missing(provinceId, day),
  ]);
  const gaps = gapsOf(missing);
  const law = lawOf(deps, provinceId);
  const processes =
    province === undefined
      ? { done: 0, total: null, finished: true, failure: null }
      : { done: province.done, total: province.total, finished: province.finished, failure: province.failure };
  const told = { counts, gaps, law, processes };
  return {
    mode: house?.mode ?? (deps.demo ? 'demo' : 'real'),
    provinceName: seats.province?.name ?? '',
    ...told,
    steps: (Object.keys(STATES) as SetupStep[]).map((step) => ({ step, state: STATES[step](told) })),
  };
};

type Told = Pick<SetupProgress, 'counts' | 'gaps' | 'law' | 'processes'>;
type State = SetupProgress['steps'][number]['state'];

const STATES: Readonly<Record<SetupStep, (told: Told) => State>> = {
  province: ({ processes, counts }) => (processes.finished && counts.administrators > 1 ? 'done' : 'partly'),
  organisations: ({ counts }) =>
    counts.communes > 0 && counts.units > 0 ? 'done' : counts.communes + counts.units > 0 ? 'partly' : 'open',
  // The first two administrators are people too: the step begins with the third person.
  people: ({ counts, gaps }) => (counts.people <= counts.administrators ? 'open' : gaps.length === 0 ? 'done' : 'partly'),
  law: ({ law }) => (law.pack === null ? 'open' : law.unconfirmed === 0 ? 'done' : 'partly'),
  movement: ({ counts }) => (counts.movements > 0 ? 'done' : 'open'),
  dossier: ({ counts }) => (counts.decided > 0 ? 'done' : 'open'),
};

function gapsOf(missing: readonly MissingPost[]): SetupGap[] {
  const gaps = new Map<string, SetupGap>();
  for (const { kind, role, orgName } of missing) {
    const known = gaps.get(`${kind}/${role}`);
    const examples = [...(known?.examples ?? []), orgName].slice(0, EXAMPLES);
    gaps.set(`${kind}/${role}`, { kind, role, count: (known?.count ?? 0) + 1, examples });
  }
  return [...gaps.values()];
}

function lawOf({ law, clock }: Pick<CaseworkDeps, 'law' | 'clock'>, provinceId: string): SetupProgress['law'] {
  const found = packInForce(law.effective(provinceId), dayOf(clock.nowMs()), provinceId);
  if (!found.ok) {
    return { pack: null, title: null, unconfirmed: 0, rows: 0 };
  }
  const pack = found.value;
  const progress = confirmationProgress(pack, law.confirmationsOf(provinceId, law.hashOf(pack.id) ?? ''));
  return { pack: pack.id, title: pack.title, unconfirmed: progress.total - progress.done, rows: listedRows(pack).length };
}
