import { randomOf, type Random } from '../engine-random';
import { generate } from '../model/generate';
import { lower } from '../model/lower';
import type { Model } from '../model/model';
import { writeXml } from '../model/write-xml';
import { deploy, isWarnedOf } from '../play/deploy';
import { Migrant, type Versions } from './migrant';
import { mutate } from './mutate';

/** Ways tried through one pair of versions. */
const PATHS_EACH = 10;
const LONGEST_WAY = 60;
const SHOWN_MOST = 10;

export interface MigrationSummary {
  /** Migrations that were done. */
  migrations: number;
  processes: number;
  /** Taken back at once. */
  undone: number;
  /** Where tokens went on in the same step. */
  moving: number;
  ended: number;
  violations: number;
  /** Got stuck, where the modeler is warned that it may. */
  warned: number;
  /** How often the engine said no, by its first reason. */
  readonly refused: Map<string, number>;
  readonly failures: string[];
}

interface Pair {
  readonly seed: number;
  readonly versions: Versions;
  readonly mapping: Readonly<Record<string, string>>;
  readonly models: readonly Model[];
}

/** Random processes, changed at random, migrated at a random wait, sometimes taken back, and played on: every step keeps the invariants. */
export async function playMigrations(
  wanted: number,
  firstSeed: number,
  onProgress: (summary: MigrationSummary) => void = () => undefined,
): Promise<MigrationSummary> {
  const counts = { migrations: 0, processes: 0, undone: 0, moving: 0, ended: 0, violations: 0, warned: 0 };
  const summary: MigrationSummary = { ...counts, refused: new Map(), failures: [] };
  for (let seed = firstSeed; summary.migrations < wanted; seed += 1) {
    const random = randomOf(seed);
    const pair = await drawPair(seed, random);
    if (pair === undefined) {
      continue;
    }
    summary.processes += 1;
    for (let turn = 0; turn < PATHS_EACH && summary.migrations < wanted; turn += 1) {
      await playOne(summary, pair, random);
    }
    onProgress(summary);
  }
  return summary;
}

/** Undefined: the changed process may not be deployed. */
async function drawPair(seed: number, random: Random): Promise<Pair | undefined> {
  const plan = generate(random);
  const { plan: next, mapping } = mutate(plan, random);
  const models = [lower(plan), lower(next)];
  const versions = new Map<string, NonNullable<ReturnType<Versions['get']>>>();
  for (const [at, model] of models.entries()) {
    const deployed = await deploy(model);
    if ('refusals' in deployed) {
      return undefined;
    }
    deployed.graphs.forEach((graph, id) => versions.set(id === 'P' ? `v${at + 1}` : `v${at + 1}#${id}`, graph));
  }
  return { seed, versions, mapping, models };
}

async function playOne(summary: MigrationSummary, pair: Pair, random: Random): Promise<void> {
  const did: string[] = [];
  try {
    walk(summary, pair, random, did);
  } catch (cause) {
    // Whoever draws a process that may get stuck is warned; that it does is no fault of the migration.
    if ((await Promise.all(pair.models.map(isWarnedOf))).includes(true)) {
      summary.warned += 1;
      return;
    }
    summary.violations += 1;
    const why = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    if (summary.failures.length < SHOWN_MOST) {
      const [one, two] = pair.models.map(writeXml);
      summary.failures.push([`── seed ${pair.seed} ──`, one, two, `mapping ${JSON.stringify(pair.mapping)}`, ...did, why].join('\n'));
    }
  }
}

function walk(summary: MigrationSummary, pair: Pair, random: Random, did: string[]): void {
  const { versions, mapping } = pair;
  const migrant = new Migrant(versions);
  migrant.start(random);
  let here = 'v1';
  let rest = random.below(5);
  for (let way = 0; way < LONGEST_WAY && migrant.isActive(); way += 1) {
    rest -= 1;
    if (rest < 0) {
      const to = here === 'v1' ? 'v2' : 'v1';
      const back = Object.fromEntries(Object.entries(mapping).map(([from, target]) => [target, from]));
      here = cross(summary, migrant, { to, mapping: to === 'v2' ? mapping : back, random, did }) ?? here;
      rest = random.chance(0.3) ? random.below(6) : LONGEST_WAY;
    }
    if (migrant.isActive() && !migrant.act(random)) {
      break;
    }
  }
  migrant.checkHistory();
  summary.ended += migrant.isActive() ? 0 : 1;
}

interface Crossing {
  readonly to: string;
  readonly mapping: Readonly<Record<string, string>>;
  readonly random: Random;
  readonly did: string[];
}

/** Where the instance is afterwards; undefined: it stayed. */
function cross(summary: MigrationSummary, migrant: Migrant, { to, mapping, random, did }: Crossing): string | undefined {
  const before = migrant.state;
  const ids = Object.values(mapping);
  const renew = ids.length > 0 && random.chance(0.2) ? [random.pick(ids)] : [];
  did.push(`to ${to}, renew ${renew.join()}, from ${JSON.stringify(before)}`);
  const why = migrant.migrate(to, mapping, renew);
  const [first] = why;
  if (first !== undefined) {
    summary.refused.set(first, (summary.refused.get(first) ?? 0) + 1);
    return undefined;
  }
  summary.migrations += 1;
  migrant.checkHistory();
  if (migrant.isActive() && random.chance(0.3)) {
    const undone = migrant.undo(before);
    summary[undone ? 'undone' : 'moving'] += 1;
    migrant.checkHistory();
    return undone ? undefined : to;
  }
  return to;
}
