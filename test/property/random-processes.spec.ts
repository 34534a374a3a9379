import { generate } from './model/generate';
import type { Block, Plan, ScopePlan } from './model/blocks';
import { lower } from './model/lower';
import type { Model } from './model/model';
import { writeXml } from './model/write-xml';
import { randomOf } from './engine-random';
import { netOf } from './oracle/net';
import { deploy } from './play/deploy';
import { Coverage, featuresOf } from './play/features';
import { playAgain, type Path } from './play/play-pair';
import { playPairs } from './play/random-pairs';
import { shrink } from './play/shrink';
import { playWild } from './play/wild-graphs';

const SCALE = Number(process.env['TEST_SCALE'] ?? 1);
const SEED = Number(process.env['TEST_SEED'] ?? 20_261_121);
const scaled = (count: number): number => Math.max(10, Math.round(count * SCALE));

describe('random processes on random paths', () => {
  it('go as the oracle says', async () => {
    const { distinct, failures, ended } = await playPairs(scaled(300), SEED);
    expect(failures).toEqual([]);
    expect(distinct).toBe(scaled(300));
    expect(ended).toBeGreaterThan(distinct / 2);
  }, 60_000);

  it('are refused when they are wild, or lose no token', async () => {
    const { graphs, accepted, failures } = await playWild(scaled(60), SEED);
    expect(failures).toEqual([]);
    expect(accepted).toBeGreaterThan(0);
    expect(accepted).toBeLessThan(graphs);
  }, 60_000);
});

/** A process of two tasks in a row, the first of which may be left out. */
const plain = (second: string): Plan => {
  const row: Block[] = ['a', second].map((id) => ({ shape: 'step', node: { id, kind: 'userTask' }, boundaries: [] }));
  return {
    processes: [{ id: 'P', body: { blocks: row, frame: { start: 's', end: { id: 'e', throws: [] } }, eventSubs: [] }, moreStarts: [] }],
  };
};
const complete = (...nodes: readonly string[]): Path => ({
  start: undefined,
  variables: {},
  stimuli: nodes.map((node) => ({ do: 'complete', node, nth: 0, set: {} })),
});

describe('the comparison', () => {
  const graphsOf = async (model: Model) => {
    const deployed = await deploy(model);
    if ('refusals' in deployed) {
      throw new Error(JSON.stringify(deployed.refusals));
    }
    return deployed.graphs;
  };

  it('sees an engine that runs something else', async () => {
    const graphs = await graphsOf(lower(plain('b')));
    const net = netOf(lower(plain('c')));
    const { difference } = playAgain({ net, graphs }, complete('a', 'c'));
    expect(difference).toMatchObject({
      step: 1,
      expected: expect.stringContaining('P(c<task>)') as string,
      actual: expect.stringContaining('P(b<task>)') as string,
    });
  });

  it('agrees with one that runs the same', async () => {
    const model = lower(plain('b'));
    expect(playAgain({ net: netOf(model), graphs: await graphsOf(model) }, complete('a', 'b'))).toMatchObject({
      ended: true,
      explored: false,
    });
  });
});

describe('shrinking', () => {
  it('leaves what is needed to fail', async () => {
    const has = (plan: Plan): boolean => JSON.stringify(plan).includes('"id":"b"');
    const { plan, path } = await shrink(plain('b'), complete('a', 'b'), (smaller) => Promise.resolve(has(smaller)));
    expect(plan.processes[0]?.body.blocks).toHaveLength(1);
    expect(path.stimuli).toEqual([]);
  });
});

describe('the generator', () => {
  const plans = Array.from({ length: 400 }, (_, at) => generate(randomOf(SEED + at)));

  it('gives the same process for the same seed', () => {
    expect(writeXml(lower(generate(randomOf(7))))).toBe(writeXml(lower(generate(randomOf(7)))));
  });

  it('goes no deeper than six scopes', () => {
    expect(Math.max(...plans.flatMap(({ processes }) => processes.map(({ body }) => depthOf(body))))).toBeLessThanOrEqual(6);
    expect(plans.some(({ processes }) => processes.some(({ body }) => depthOf(body) > 3))).toBe(true);
  });

  it('draws every kind of element', () => {
    const nodes = plans.flatMap((plan) => lower(plan).processes).flatMap(({ id, nodes: all }) => all.map((node) => [id, node] as const));
    const features = new Set(nodes.flatMap(([id, node]) => featuresOf(node, id)));
    const wanted = [
      ...[
        'userTask',
        'serviceTask',
        'serviceTask inline',
        'scriptTask',
        'manualTask',
        'task',
        'sendTask',
        'receiveTask',
        'businessRuleTask',
      ],
      ...['exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'eventBasedGateway', 'complexGateway'],
      ...['subProcess', 'transaction', 'adHocSubProcess', 'eventSubProcess', 'callActivity', 'compensation handler', 'standard loop'],
      ...[
        'multi-instance parallel',
        'multi-instance sequential',
        'multi-instance with completion condition',
        'multi-instance of subProcess',
      ],
      ...['message', 'timer', 'signal', 'conditional', 'error', 'escalation'].flatMap((kind) => [
        `boundaryEvent ${kind} interrupting`,
        `startEvent ${kind} interrupting`,
      ]),
      ...['message', 'timer', 'signal', 'conditional', 'escalation'].flatMap((kind) => [
        `boundaryEvent ${kind} non-interrupting`,
        `startEvent ${kind} non-interrupting`,
      ]),
      ...['message', 'timer', 'signal', 'conditional'].map((kind) => `startEvent ${kind}`),
      ...[
        'boundaryEvent timer cycle non-interrupting',
        'boundaryEvent cancel interrupting',
        'boundaryEvent compensation interrupting',
        'startEvent compensation interrupting',
      ],
      ...[
        'boundaryEvent multiple interrupting',
        'boundaryEvent parallel multiple interrupting',
        'intermediateCatchEvent parallel multiple',
      ],
      ...['message', 'timer', 'timer cycle', 'signal', 'signal any', 'conditional', 'link', 'multiple'].map(
        (kind) => `intermediateCatchEvent ${kind}`,
      ),
      ...['message', 'signal', 'escalation', 'compensation', 'compensation of one', 'link', 'multiple'].map(
        (kind) => `intermediateThrowEvent ${kind}`,
      ),
      ...['message', 'signal', 'escalation', 'error', 'terminate', 'compensation', 'cancel', 'multiple'].map((kind) => `endEvent ${kind}`),
    ];
    expect(wanted.filter((name) => !features.has(name))).toEqual([]);
  });

  it('is counted by what was completed', () => {
    const coverage = new Coverage();
    coverage.add(lower(plain('b')), ['s', 'a']);
    expect(coverage.rows()).toEqual([
      ['startEvent', 1],
      ['userTask', 1],
    ]);
  });
});

function depthOf(scope: ScopePlan): number {
  const inner = scope.blocks.flatMap(bodiesIn);
  return 1 + Math.max(0, ...inner.map(depthOf));
}

function bodiesIn(block: Block): readonly ScopePlan[] {
  switch (block.shape) {
    case 'step':
      return [...(block.body === undefined ? [] : [block.body]), ...block.boundaries.flatMap(({ blocks }) => blocks.flatMap(bodiesIn))];
    case 'split':
    case 'race':
      return block.branches.flatMap(({ blocks }) => blocks.flatMap(bodiesIn));
    case 'again':
    case 'row':
      return block.blocks.flatMap(bodiesIn);
    case 'link':
      return [];
  }
}
