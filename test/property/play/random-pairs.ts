import { createHash } from 'node:crypto';
import { randomOf } from '../engine-random';
import type { Plan } from '../model/blocks';
import { generate } from '../model/generate';
import { lower } from '../model/lower';
import type { Model } from '../model/model';
import { writeXml } from '../model/write-xml';
import { netOf } from '../oracle/net';
import { deploy } from './deploy';
import { Coverage } from './features';
import { playAgain, playRandom, type Difference, type Outcome, type Path } from './play-pair';
import { shrink } from './shrink';

/** Ways tried through one process: reading it costs more than playing it. */
const PATHS_EACH = 10;
/** Of refusals and of the rest. */
const SHOWN_MOST = 10;

export interface Summary {
  /** Pairs of a process and a path through it, no two alike. */
  distinct: number;
  processes: number;
  ended: number;
  /** Pairs in which the engine's order was not the oracle's first one, but one of those BPMN leaves open. */
  reordered: number;
  differences: number;
  /** Too many orders to say. */
  undecided: number;
  /** Sound processes that may not be deployed. */
  refused: number;
  readonly coverage: Coverage;
  readonly failures: string[];
}

/** Plays distinct pairs until there are enough; each failure is told with its seed, XML and path, as small as it gets. */
export async function playPairs(
  runs: number,
  firstSeed: number,
  onProgress: (summary: Summary) => void = () => undefined,
): Promise<Summary> {
  const counts = { distinct: 0, processes: 0, ended: 0, reordered: 0, differences: 0, undecided: 0, refused: 0 };
  const summary: Summary = { ...counts, coverage: new Coverage(), failures: [] };
  const known = new Set<string>();
  for (let seed = firstSeed; summary.distinct < runs; seed += 1) {
    await playProcess(summary, known, runs, seed);
    onProgress(summary);
  }
  return summary;
}

async function playProcess(summary: Summary, known: Set<string>, runs: number, seed: number): Promise<void> {
  const random = randomOf(seed);
  const plan = generate(random);
  const model = lower(plan);
  const xml = writeXml(model);
  const deployed = await deploy(model);
  summary.processes += 1;
  if ('refusals' in deployed) {
    summary.refused += 1;
    await tell(summary, seed, plan, undefined);
    return;
  }
  const net = netOf(model);
  for (let turn = 0; turn < PATHS_EACH && summary.distinct < runs; turn += 1) {
    const outcome = playRandom({ net, graphs: deployed.graphs }, random);
    const { difference } = outcome;
    const hash = createHash('sha1').update(xml).update(JSON.stringify(outcome.path)).digest('base64');
    if (known.has(hash)) {
      continue;
    }
    known.add(hash);
    count(summary, model, outcome);
    if (difference !== undefined) {
      await tell(summary, seed, plan, outcome);
      return;
    }
  }
}

function count(summary: Summary, model: Model, { ended, explored, difference, completed }: Outcome): void {
  summary.distinct += 1;
  summary.ended += ended ? 1 : 0;
  summary.reordered += explored && difference === undefined ? 1 : 0;
  summary.differences += difference === undefined || difference.undecided === true ? 0 : 1;
  summary.undecided += difference?.undecided === true ? 1 : 0;
  summary.coverage.add(model, completed);
}

async function tell(summary: Summary, seed: number, plan: Plan, outcome: Outcome | undefined): Promise<void> {
  if ((outcome === undefined ? summary.refused : summary.differences + summary.undecided) > SHOWN_MOST) {
    return;
  }
  const path = outcome?.path ?? { start: undefined, variables: {}, stimuli: [] };
  const { is: wanted } = await verdict(plan, path);
  const small = await shrink(plan, path, async (smaller, shorter) => (await verdict(smaller, shorter)).is === wanted);
  const { path: shortest, why } = await verdict(small.plan, small.path);
  summary.failures.push([`── ${wanted}: seed ${seed} ──`, writeXml(lower(small.plan)), `path ${JSON.stringify(shortest)}`, why].join('\n'));
}

interface Verdict {
  /** Fine, different, undecided, nonsense, or refused and by which rule. */
  readonly is: string;
  readonly why: string;
  readonly path: Path;
}

/** What becomes of a process and path cut down; nonsense is not looked at further. */
async function verdict(plan: Plan, path: Path): Promise<Verdict> {
  try {
    const model = lower(plan);
    const deployed = await deploy(model);
    if ('refusals' in deployed) {
      const [first] = deployed.refusals;
      return {
        is: `refused ${first?.code ?? ''} ${JSON.stringify(first?.detail['reason'])}`,
        why: deployed.refusals.map((refusal) => JSON.stringify(refusal)).join('\n'),
        path,
      };
    }
    const { difference, path: played } = playAgain({ net: netOf(model), graphs: deployed.graphs }, path);
    const wrong = difference?.undecided === true ? 'undecided' : difference?.stuck === true ? 'stuck' : 'different';
    const is = difference === undefined ? 'fine' : wrong;
    return { is, why: difference === undefined ? '' : explain(difference), path: played };
  } catch (cause) {
    return { is: 'nonsense', why: cause instanceof Error ? cause.message : String(cause), path };
  }
}

function explain({ step, expected, actual }: Difference): string {
  return `after ${step === 0 ? 'the start' : `stimulus ${step}`}\nexpected ${expected}\nactual   ${actual}`;
}
