import type { ProcessGraph } from '@thidua/bpmn';
import {
  and,
  boundary,
  buildGraph,
  callActivity,
  catchEvent,
  chain,
  decision,
  end,
  error,
  errorEnd,
  eventSubProcess,
  formula,
  literal,
  mapping,
  message,
  read,
  ruleTask,
  serviceTask,
  start,
  subProcess,
  task,
  terminateEnd,
  throwEvent,
  timer,
  userTask,
  xor,
  type FlowSpec,
  type NodeSpec,
  type ScopeSpec,
} from '../harness/graph-builder';
import type { Random } from './engine-random';

/** A random block-structured process of every element the engine runs: whatever path is taken, it can reach its end. */
export interface RandomProcess {
  readonly graph: ProcessGraph;
  readonly called: Readonly<Record<string, ProcessGraph>>;
}

interface Draft {
  readonly nodes: NodeSpec[];
  readonly flows: FlowSpec[];
}

/** One way in, one way out. */
interface Block {
  readonly first: string;
  readonly last: string;
}

export function randomProcess(random: Random): RandomProcess {
  const maker = new Maker(random);
  const called = { q: buildGraph('q', maker.scope(2, false)), r: buildGraph('r', maker.scope(1, false)) };
  return { graph: buildGraph('p', maker.scope(3, true)), called };
}

class Maker {
  private made = 0;

  constructor(private readonly random: Random) {}

  scope(depth: number, calls: boolean): ScopeSpec {
    const draft: Draft = { nodes: [], flows: [] };
    const [from, to] = [this.add(draft, start), this.add(draft, end)];
    const { first, last } = this.block(draft, depth, calls);
    draft.flows.push([from, first], [last, to]);
    for (const trigger of [message('note', literal('k')), message('stop', literal('k')), error('E-1'), timer('cycle', literal('R2/P1D'))]) {
      if (this.random.chance(0.08)) {
        this.eventScope(draft, trigger, depth);
      }
    }
    return draft;
  }

  private block(draft: Draft, depth: number, calls: boolean): Block {
    if (depth <= 0) {
      return this.leaf(draft, calls);
    }
    const inner = depth - 1;
    const shapes: (() => Block)[] = [
      () => this.sequence(draft, inner, calls),
      () => this.sequence(draft, inner, calls),
      () => this.choice(draft, inner, calls),
      () => this.parallel(draft, inner, calls),
      () => this.parallel(draft, inner, calls),
      () => this.loop(draft, inner, calls),
      () => this.nested(draft, inner, calls),
      () => this.each(draft, inner, calls),
      () => this.leaf(draft, calls),
    ];
    return this.random.pick(shapes)();
  }

  private sequence(draft: Draft, depth: number, calls: boolean): Block {
    const blocks = Array.from({ length: 2 + this.random.below(2) }, () => this.block(draft, depth, calls));
    blocks.slice(1).forEach((block, i) => draft.flows.push([blocks[i]?.last ?? '', block.first]));
    return { first: blocks[0]?.first ?? '', last: blocks.at(-1)?.last ?? '' };
  }

  private choice(draft: Draft, depth: number, calls: boolean): Block {
    const [split, merge] = [this.add(draft, xor), this.add(draft, xor)];
    const ways = 2 + this.random.below(2);
    for (let way = 0; way < ways; way += 1) {
      const { first, last } = this.block(draft, depth, calls);
      // Sometimes the variable is not a boolean, and an incident must be repaired first.
      draft.flows.push([split, first, way === 0 ? { otherwise: true } : { when: read(`flag${this.random.below(4)}`) }], [last, merge]);
    }
    return { first: split, last: merge };
  }

  private parallel(draft: Draft, depth: number, calls: boolean): Block {
    const [fork, join] = [this.add(draft, and), this.add(draft, and)];
    for (let way = 0; way < 2 + this.random.below(2); way += 1) {
      const { first, last } = this.block(draft, depth, calls);
      draft.flows.push([fork, first], [last, join]);
    }
    // A join needs two ways in: a third, empty way keeps it one whatever the draw.
    const pass = this.add(draft, task);
    draft.flows.push([fork, pass], [pass, join]);
    return { first: fork, last: join };
  }

  private loop(draft: Draft, depth: number, calls: boolean): Block {
    const [merge, split] = [this.add(draft, xor), this.add(draft, xor)];
    const { first, last } = this.block(draft, depth, calls);
    const ask = this.add(draft, userTask);
    draft.flows.push([merge, first], [last, ask], [ask, split]);
    const after = this.add(draft, task);
    draft.flows.push([split, merge, { when: formula('again = true', ({ again }) => again === true) }], [split, after, { otherwise: true }]);
    return { first: merge, last: after };
  }

  private nested(draft: Draft, depth: number, calls: boolean, facts: Record<string, unknown> = {}): Block {
    const inside = this.scope(depth, calls);
    const kind = this.random.below(4);
    if (kind === 0) {
      // A way out of the scope in the middle of it: an error or a terminate end beside the block.
      const [bad, gate] = [this.id(), this.id()];
      const [first] = inside.flows ?? [];
      const nodes = [...inside.nodes, this.random.chance(0.5) ? errorEnd(bad, 'E-2') : terminateEnd(bad), xor(gate)];
      const rest = (inside.flows ?? []).slice(1);
      const way: FlowSpec[] =
        first === undefined
          ? []
          : [
              [first[0], gate],
              [gate, first[1], { otherwise: true }],
              [gate, bad, { when: read('flag0') }],
            ];
      return this.withBoundaries(draft, (id) => subProcess(id, { nodes, flows: [...way, ...rest] }, facts), true);
    }
    return this.withBoundaries(draft, (id) => subProcess(id, inside, { inputs: [mapping(read('flag0'), 'flag0')], ...facts }), false);
  }

  private each(draft: Draft, depth: number, calls: boolean): Block {
    const enough = formula('enough', ({ numberOfCompletedInstances, limit }) => Number(numberOfCompletedInstances) >= Number(limit ?? 2));
    const multiInstance = {
      inputCollection: literal(Array.from({ length: this.random.below(5) }, (_, i) => i)),
      inputElement: 'item',
      outputCollection: 'results',
      outputElement: read('item'),
      ...(this.random.chance(0.5) && { completionCondition: enough }),
    };
    return this.random.chance(0.4)
      ? this.nested(draft, depth, calls, { multiInstance })
      : this.withBoundaries(
          draft,
          (id) => (this.random.chance(0.5) ? userTask(id, {}, { multiInstance }) : serviceTask(id, 'work', { multiInstance })),
          false,
        );
  }

  private leaf(draft: Draft, calls: boolean): Block {
    const makers: ((id: string) => NodeSpec)[] = [
      (id) => userTask(id),
      (id) => userTask(id, { assignee: read('who') }, { outputs: [mapping(read('flag1'), 'flag2')] }),
      (id) => serviceTask(id, 'work'),
      (id) => serviceTask(id, 'inline'),
      (id) =>
        ruleTask(
          id,
          decision('d', ({ flag0 }) => flag0),
          'verdict',
        ),
      (id) => task(id),
      (id) => catchEvent(id, timer('duration', literal('PT1H'))),
      (id) => catchEvent(id, message('m', literal('k'))),
      (id) => throwEvent(id, { kind: 'message', message: { name: 'm', correlationKey: literal('k') } }),
    ];
    if (calls) {
      const call = (id: string): NodeSpec => callActivity(id, this.random.pick(['q', 'r']), { inputs: [mapping(read('flag0'), 'flag0')] });
      makers.push(call, call);
    }
    return this.withBoundaries(draft, this.random.pick(makers), false);
  }

  /** Interrupting boundaries lead to the block's end, others to an end of their own. */
  private withBoundaries(draft: Draft, make: (id: string) => NodeSpec, throws: boolean): Block {
    const node = this.add(draft, make);
    const activity = !['intermediateCatchEvent', 'intermediateThrowEvent'].includes(draft.nodes.at(-1)?.type ?? '');
    const exits: [object, boolean][] = throws ? [[error('E-2'), true]] : [];
    const offers: [object, boolean][] = [
      [timer('duration', literal('P2D')), true],
      [timer('cycle', literal('R3/P1D')), false],
      [message('recall', literal('k')), true],
      [message('recall', literal('k')), false],
      [error(), true],
    ];
    exits.push(...offers.filter(() => activity && this.random.chance(0.12)));
    if (exits.length === 0) {
      return { first: node, last: node };
    }
    const merge = this.add(draft, xor);
    draft.flows.push([node, merge]);
    for (const [trigger, interrupting] of exits) {
      const exit = this.add(draft, (id) => boundary(id, node, trigger, interrupting));
      draft.flows.push([exit, interrupting ? merge : this.add(draft, end)]);
    }
    return { first: node, last: merge };
  }

  private eventScope(draft: Draft, trigger: object, depth: number): void {
    const inside: Draft = { nodes: [], flows: [] };
    const interrupting = 'errorCode' in trigger || (!('timer' in trigger) && this.random.chance(0.5));
    const from = this.add(inside, (id) => start(id, { trigger, interrupting }));
    const { first, last } = this.block(inside, Math.min(1, depth - 1), false);
    inside.flows.push(...chain(from, first), [last, this.add(inside, end)]);
    this.add(draft, (id) => eventSubProcess(id, inside));
  }

  private add(draft: Draft, make: (id: string) => NodeSpec): string {
    const id = this.id();
    draft.nodes.push(make(id));
    return id;
  }

  private id(): string {
    this.made += 1;
    return `n${this.made}`;
  }
}
