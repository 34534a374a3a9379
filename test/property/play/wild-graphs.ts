import type { ProcessGraph } from '@thidua/bpmn';
import type { EngineEvent } from '@thidua/engine';
import { randomOf, type Random } from '../engine-random';
import type { Model } from '../model/model';
import { wildModel } from '../model/wild';
import { writeXml } from '../model/write-xml';
import { netOf } from '../oracle/net';
import { deploy, isWarnedOf } from './deploy';
import { playRandom } from './play-pair';
import { TokenCount } from './token-count';

const PATHS_EACH = 8;
const SHOWN_MOST = 10;

export interface WildSummary {
  graphs: number;
  accepted: number;
  /** Accepted graphs that were seen to end. */
  ended: number;
  paths: number;
  /** Accepted with a warning, and indeed got stuck where luck was bad. */
  warned: number;
  /** Graphs that lost or doubled a token, got stuck, or went another way than the oracle. */
  failed: number;
  readonly refused: Map<string, number>;
  readonly failures: string[];
}

/** Unstructured graphs: refused, or no token is ever lost or doubled and none gets stuck unless the modeler was warned. */
export async function playWild(graphs: number, firstSeed: number): Promise<WildSummary> {
  const summary: WildSummary = { graphs: 0, accepted: 0, ended: 0, paths: 0, warned: 0, failed: 0, refused: new Map(), failures: [] };
  for (let seed = firstSeed; summary.graphs < graphs; seed += 1) {
    const random = randomOf(seed);
    const model = wildModel(random);
    const deployed = await deploy(model);
    summary.graphs += 1;
    if ('refusals' in deployed) {
      const codes = new Set(deployed.refusals.map(({ code }) => code));
      codes.forEach((code) => summary.refused.set(code, (summary.refused.get(code) ?? 0) + 1));
      continue;
    }
    summary.accepted += 1;
    const why = playGraph(summary, model, deployed.graphs, random);
    if (why === 'stuck' && (await isWarnedOf(model))) {
      summary.warned += 1;
    } else if (why !== undefined) {
      summary.failed += 1;
      summary.failures.push(
        ...(summary.failures.length < SHOWN_MOST ? [`── wild graph: seed ${seed} ──\n${writeXml(model)}\n${why}`] : []),
      );
    }
  }
  return summary;
}

function playGraph(summary: WildSummary, model: Model, graphs: ReadonlyMap<string, ProcessGraph>, random: Random): string | undefined {
  const graph = graphs.get('P');
  const net = netOf(model);
  let ended = false;
  for (let turn = 0; turn < PATHS_EACH && graph !== undefined; turn += 1) {
    const tokens = new TokenCount(graph);
    const follow = (events: readonly EngineEvent[]): void => {
      tokens.follow(events);
    };
    const { path, difference, state, ...outcome } = playRandom({ net, graphs }, random, follow);
    const wrong = tokens.errors(state);
    ended ||= outcome.ended;
    summary.paths += 1;
    if (difference?.stuck === true && wrong.length === 0) {
      return 'stuck';
    }
    if (difference !== undefined || wrong.length > 0) {
      return [
        `path ${JSON.stringify(path)}`,
        ...wrong,
        `expected ${difference?.expected ?? ''}`,
        `actual   ${difference?.actual ?? ''}`,
      ].join('\n');
    }
  }
  summary.ended += ended ? 1 : 0;
  return undefined;
}
