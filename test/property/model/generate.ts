import type { Random } from '../engine-random';
import {
  step,
  type Block,
  type BoundaryPlan,
  type Branch,
  type EndPlan,
  type EventSubPlan,
  type NodePlan,
  type Plan,
  type ScopePlan,
  type Step,
} from './blocks';
import type { Condition, Loop, NodeKind, Throwing, Trigger } from './model';
import { omit } from './omit';
import { VARIABLES } from './write-xml';

const MOST_BLOCKS = 12;
const DEEPEST = 6;

/** What may stand where a block is drawn. */
interface Place {
  readonly depth: number;
  /** Nothing behind counts tokens: a branch may end by itself, and more than one may go on. */
  readonly free: boolean;
  /** Directly in a transaction: it may be cancelled. */
  readonly transaction: boolean;
  /** Codes that something around catches. */
  readonly errors: readonly string[];
  readonly escalations: readonly string[];
  readonly calls: readonly string[];
  /** Activities of this scope that can be undone, filled while it is drawn; absent = nothing here is undone. */
  readonly undoable?: string[];
  /** Behind an event that may occur again at once: nothing here may make it occur. */
  readonly quiet: boolean;
}

/** A random block-structured process of every element kind: up to 12 blocks, nested at most 6 deep. */
export function generate(random: Random): Plan {
  return new Generator(random).plan();
}

class Generator {
  private made = 0;
  private blocksLeft: number;

  constructor(private readonly random: Random) {
    this.blocksLeft = 1 + random.below(MOST_BLOCKS);
  }

  plan(): Plan {
    const calls = this.random.chance(0.25) ? ['Q'] : [];
    const place: Place = {
      depth: DEEPEST,
      free: true,
      transaction: false,
      errors: [],
      escalations: [],
      calls,
      quiet: false,
    };
    const body = this.scope(place, 'process');
    const moreStarts = body.frame === undefined ? [] : this.moreStarts();
    return { processes: [{ id: 'P', body, moreStarts }, ...this.called(body)] };
  }

  private called(main: ScopePlan): Plan['processes'] {
    if (!JSON.stringify(main).includes('"calls":"Q"')) {
      return [];
    }
    this.blocksLeft = Math.max(2, this.blocksLeft);
    const place: Place = {
      depth: 2,
      free: true,
      transaction: false,
      errors: [],
      escalations: [],
      calls: [],
      quiet: false,
    };
    return [{ id: 'Q', body: this.scope(place, 'process'), moreStarts: [] }];
  }

  private moreStarts(): Plan['processes'][number]['moreStarts'] {
    const message = (name: string): Trigger => ({ kind: 'message', name });
    const drawn = this.random.below(100);
    if (drawn < 3) {
      return [{ id: this.id('begin'), trigger: message('begin'), as: 'receiveTask' }];
    }
    if (drawn < 6) {
      const gateway = this.id('begin');
      return ['begin', 'begin2'].map((name) => ({ id: this.id('event'), trigger: message(name), as: { gateway } }));
    }
    return drawn < 15 ? [{ id: this.id('start'), trigger: this.startTrigger() }] : [];
  }

  /** Two activities in a row, the first of which gives as many tokens as the second takes. */
  private quantities(place: Place): Block {
    const [first, second] = [this.task(place), this.task(place)];
    const many = 2 + this.random.below(2);
    const given = { ...first, node: { ...first.node, completionQuantity: many } };
    const taken = this.attached(place, { ...second, node: { ...second.node, startQuantity: many } });
    return { shape: 'row', blocks: [given, taken] };
  }

  private startTrigger(): Trigger {
    return this.random.pick<() => Trigger>([
      () => ({ kind: 'message', name: 'begin' }),
      () => ({ kind: 'signal', name: 'begin' }),
      () => ({ kind: 'timer' }),
      () => ({ kind: 'conditional', condition: { variable: 'v1', value: true } }),
    ])();
  }

  private scope(outer: Place, kind: 'process' | 'subProcess' | 'transaction'): ScopePlan {
    const undoable: string[] | undefined = kind === 'transaction' || this.random.chance(0.25) ? [] : undefined;
    const rest = omit(outer, 'undoable');
    const place: Place = { ...rest, free: true, transaction: kind === 'transaction', ...(undoable && { undoable }) };
    if (kind !== 'transaction' && this.random.chance(0.06)) {
      return { blocks: [this.task(place), ...(this.random.chance(0.5) ? [this.task(place)] : [])], eventSubs: [] };
    }
    const eventSubs = this.eventSubs(place, kind);
    const inner = caughtAround(place, eventSubs);
    const blocks = this.row(inner, 1 + this.random.below(3));
    if (kind === 'transaction') {
      blocks.push(this.cancelling());
    } else if (undoable !== undefined && undoable.length > 0 && this.random.chance(0.8)) {
      blocks.push(this.undoing(undoable));
    }
    return { blocks, frame: { start: this.id('start'), end: this.scopeEnd(inner) }, eventSubs };
  }

  private scopeEnd(place: Place): EndPlan {
    return { id: this.id('end'), throws: this.random.chance(0.7) ? [] : this.endThrows(place) };
  }

  private endThrows(place: Place): readonly Throwing[] {
    const { undoable = [] } = place;
    const makers: (() => Throwing)[] = [
      () => ({ kind: 'message', name: 'told' }),
      () => ({ kind: 'terminate' }),
      () => ({ kind: 'terminate' }),
    ];
    if (!place.quiet) {
      makers.push(
        () => ({ kind: 'signal', name: this.signal() }),
        ...Array.from({ length: place.escalations.length > 0 ? 4 : 1 }, () => () => this.escalation(place)),
      );
    }
    if (place.errors.length > 0 || this.random.chance(0.05)) {
      const code = place.errors.length > 0 ? this.random.pick(place.errors) : 'E1';
      makers.push(
        () => ({ kind: 'error', code }),
        () => ({ kind: 'error', code }),
        () => ({ kind: 'error', code }),
      );
    }
    if (undoable.length > 0) {
      makers.push(() => ({ kind: 'compensation' }));
    }
    const first = this.random.pick(makers)();
    const several = !place.quiet && (first.kind === 'message' || first.kind === 'signal') && this.random.chance(0.2);
    return several ? [first, { kind: 'signal', name: this.signal() }] : [first];
  }

  /** Whether a branch may end there although others are counted: all else ends with it. */
  private static endsAll(throws: readonly Throwing[]): boolean {
    return throws.some(({ kind }) => kind === 'terminate' || kind === 'error' || kind === 'cancel');
  }

  private exit(place: Place): EndPlan | undefined {
    const throws = this.random.chance(0.4) ? [] : this.endThrows(place);
    return place.free || Generator.endsAll(throws) ? { id: this.id('end'), throws } : undefined;
  }

  private row(place: Place, count: number): Block[] {
    const blocks: Block[] = [];
    for (let at = 0; at < count && (at === 0 || this.blocksLeft > 0); at += 1) {
      blocks.push(this.block(place));
    }
    return blocks;
  }

  private block(place: Place): Block {
    this.blocksLeft -= 1;
    const inner = { ...place, depth: place.depth - 1 };
    if (place.depth <= 1 || this.blocksLeft < 1) {
      return this.leaf(place);
    }
    const shapes: readonly [weight: number, make: () => Block][] = [
      [5, () => this.leaf(place)],
      [3, () => this.choice(inner)],
      [3, () => this.parallel(inner)],
      [2.5, () => this.inclusive(inner)],
      [0.7, () => this.complex(inner)],
      [2, () => this.race(inner)],
      [1.5, () => this.again(inner)],
      [4, () => this.nested(inner, 'subProcess')],
      [1.5, () => this.nested(inner, 'transaction')],
      [1, () => this.adHoc(place)],
    ];
    let at = (this.random.below(1000) / 1000) * shapes.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, make] of shapes) {
      at -= weight;
      if (at < 0) {
        return make();
      }
    }
    return this.leaf(place);
  }

  private leaf(place: Place): Block {
    const makers: (() => Block)[] = [
      () => this.attached(place, this.task(place)),
      () => this.attached(place, this.task(place)),
      () => this.attached(place, this.task(place)),
      () => (this.random.chance(0.25) ? this.quantities(place) : this.catching(place)),
      () => this.throwing(place),
      () => ({ shape: 'link', from: this.id('link'), to: this.id('link') }),
    ];
    if (place.calls.length > 0 && !place.quiet) {
      const returns = this.random.chance(0.5) ? ({ returns: true } as const) : {};
      const call = (): Block => this.attached(place, step('callActivity', this.id('call'), { calls: 'Q', ...returns }));
      makers.push(call, call);
    }
    return this.random.pick(makers)();
  }

  private task({ quiet }: Place): Step {
    const kinds: readonly NodeKind[] = [
      'userTask',
      'userTask',
      'userTask',
      'serviceTask',
      'serviceTask',
      'scriptTask',
      'manualTask',
      'task',
    ];
    const drawn = this.random.pick<NodeKind>([...kinds, 'sendTask', 'receiveTask', 'businessRuleTask']);
    const kind = quiet && drawn === 'scriptTask' ? 'manualTask' : drawn;
    const id = this.id(kind.replace('Task', ''));
    switch (kind) {
      case 'serviceTask':
        return step(kind, id, this.random.chance(0.3) ? { inline: true } : {});
      case 'scriptTask':
        return step(kind, id, { script: this.condition() });
      case 'sendTask':
        return step(kind, id, { throws: [{ kind: 'message', name: 'told' }] });
      case 'receiveTask':
        return step(kind, id, { triggers: [{ kind: 'message', name: this.message() }] });
      default:
        return step(kind, id);
    }
  }

  private catching(place: Place): Step {
    const triggers = this.catchTriggers(this.random.chance(0.15) ? 2 : 1);
    const parallel = triggers.length > 1 && this.random.chance(0.5);
    const [first] = triggers;
    const cycle: readonly Trigger[] = [{ kind: 'timer', times: 2 }];
    // It sends a token each time.
    const isCycle = place.free && triggers.length === 1 && first?.kind === 'timer' && this.random.chance(0.3);
    const more = { triggers: isCycle ? cycle : triggers, ...(parallel && { parallelMultiple: true as const }) };
    return step('intermediateCatchEvent', this.id('catch'), more);
  }

  private catchTriggers(count: number): readonly Trigger[] {
    const makers: (() => Trigger)[] = [
      () => ({ kind: 'message', name: this.message() }),
      () => ({ kind: 'timer' }),
      () => ({ kind: 'signal', ...(this.random.chance(0.8) && { name: this.signal() }) }),
      () => ({ kind: 'conditional', condition: this.condition() }),
    ];
    const first = this.random.below(makers.length);
    return Array.from({ length: count }, (_, at) => makers[(first + at) % makers.length]?.() ?? { kind: 'timer' });
  }

  private throwing(place: Place): Step {
    const { undoable = [] } = place;
    const signal = (): Throwing => ({ kind: 'signal', name: this.signal() });
    const escalation = (): Throwing => this.escalation(place);
    const makers: (() => Throwing)[] = [
      () => ({ kind: 'message', name: 'told' }),
      ...(place.quiet
        ? []
        : [signal, signal, escalation, escalation, ...(place.escalations.length > 0 ? [escalation, escalation, escalation] : [])]),
    ];
    if (undoable.length > 0) {
      return this.undoing(undoable);
    }
    const throws = this.random.chance(0.15)
      ? []
      : Array.from({ length: this.random.chance(0.15) ? 2 : 1 }, () => this.random.pick(makers)());
    return step('intermediateThrowEvent', this.id('throw'), { throws });
  }

  private undoing(undoable: readonly string[]): Step {
    const activity = this.random.chance(0.4) ? { activity: this.random.pick(undoable) } : {};
    return step('intermediateThrowEvent', this.id('undo'), { throws: [{ kind: 'compensation', ...activity }] });
  }

  /** An activity with what may hang on it: a loop, boundary events, a compensation handler. */
  private attached(place: Place, made: Step): Step {
    const { node } = made;
    const isCancelled = made.body !== undefined && node.kind === 'transaction';
    const loop = !isCancelled && this.random.chance(0.15) ? { loop: this.loop() } : {};
    const handled = place.undoable !== undefined && this.random.chance(0.6);
    const handler = handled ? { handler: { boundary: this.id('undoes'), step: this.handler(place) } } : {};
    if (place.undoable !== undefined && (handled || made.body !== undefined)) {
      place.undoable.push(node.id);
    }
    const waits = !['scriptTask', 'manualTask', 'task', 'sendTask', 'businessRuleTask'].includes(node.kind) && node.inline !== true;
    const drawn = waits ? this.boundaries(place, made) : [];
    return { ...made, ...handler, node: { ...node, ...loop }, boundaries: [...made.boundaries, ...drawn] };
  }

  private handler({ quiet }: Place): Step {
    const kind = this.random.pick<NodeKind>(['userTask', 'userTask', 'manualTask', quiet ? 'manualTask' : 'scriptTask']);
    return step(kind, this.id('handler'), kind === 'scriptTask' ? { script: this.condition() } : {});
  }

  private loop(): Loop {
    if (this.random.chance(0.3)) {
      const condition = this.random.chance(0.6) ? { condition: this.condition() } : {};
      return { kind: 'standard', testBefore: this.random.chance(0.5), maximum: 1 + this.random.below(3), ...condition };
    }
    const count = this.random.chance(0.1) ? 0 : 1 + this.random.below(3);
    const enough = this.random.chance(0.4) ? { enough: 1 + this.random.below(2) } : {};
    const by = this.random.pick(['collection', 'cardinality'] as const);
    return { kind: 'multi', sequential: this.random.chance(0.4), count, by, ...enough };
  }

  private boundaries(place: Place, host: Step): readonly BoundaryPlan[] {
    const boundaries: BoundaryPlan[] = [];
    const isScope = host.body !== undefined || host.node.kind === 'callActivity';
    while (this.random.chance(boundaries.length === 0 ? (isScope ? 0.6 : 0.35) : 0.25)) {
      const triggers = this.boundaryTriggers(host, isScope);
      const mustInterrupt = triggers.some(({ kind }) => kind === 'error');
      const parallel =
        triggers.length > 1 && triggers.every(({ kind }) => kind !== 'error' && kind !== 'escalation') && this.random.chance(0.4);
      const interrupting = mustInterrupt || parallel || this.random.chance(0.5);
      boundaries.push(this.boundary(place, triggers, interrupting, parallel));
    }
    return boundaries;
  }

  private boundary(place: Place, triggers: readonly Trigger[], interrupting: boolean, parallel = false): BoundaryPlan {
    const inner: Place = {
      ...place,
      depth: Math.min(2, place.depth - 1),
      free: place.free || !interrupting,
      quiet: place.quiet || !interrupting,
    };
    const blocks = this.random.chance(0.5) ? [this.leaf(inner)] : [];
    const exit = interrupting && !this.random.chance(0.3) ? undefined : this.exit(inner);
    const [first] = triggers;
    const cycle: readonly Trigger[] = [{ kind: 'timer', times: 2 }];
    return {
      id: this.id('boundary'),
      triggers: !interrupting && triggers.length === 1 && first?.kind === 'timer' && this.random.chance(0.4) ? cycle : triggers,
      interrupting,
      blocks,
      ...(parallel && { parallelMultiple: true as const }),
      // A token more must not join what is counted.
      ...(exit !== undefined ? { exit } : interrupting || place.free ? {} : { exit: { id: this.id('end'), throws: [] } }),
    };
  }

  private boundaryTriggers(host: Step, isScope: boolean): readonly Trigger[] {
    if (host.node.kind === 'serviceTask' && this.random.chance(0.4)) {
      return [this.thrown('error', ['E1', 'E2'])];
    }
    if (isScope && this.random.chance(0.6)) {
      return [this.random.chance(0.45) ? this.thrown('error', ['E1', 'E2']) : this.thrown('escalation', ['C1', 'C2'])];
    }
    return this.catchTriggers(this.random.chance(0.12) ? 2 : 1);
  }

  private thrown(kind: 'error' | 'escalation', codes: readonly string[]): Trigger {
    return this.random.chance(0.25) ? { kind } : { kind, code: this.random.pick(codes) };
  }

  private branches(place: Place, count: number, exits: number): Branch[] {
    return Array.from({ length: count }, () => {
      const blocks = this.random.chance(0.85) ? this.row(place, 1 + this.random.below(2)) : [];
      const exit = this.random.chance(exits) ? this.exit(place) : undefined;
      return { blocks, ...(exit && { exit }) };
    });
  }

  private choice(place: Place): Block {
    const drawn = this.branches(place, 2 + this.random.below(2), 0.2);
    const branches = drawn.map((branch, at) => ({
      ...branch,
      ...(at === drawn.length - 1 ? { isDefault: true as const } : { when: this.condition() }),
    }));
    const fork: NodePlan = { id: this.id('xor'), kind: 'exclusiveGateway' };
    const joined = branches.filter(({ exit }) => exit === undefined).length > 1 && this.random.chance(0.6);
    const kept = branches.every(({ exit }) => exit !== undefined) ? branches.map(withoutExit) : branches;
    return { shape: 'split', fork, branches: kept, ...(joined && { join: { id: this.id('xor'), kind: 'exclusiveGateway' } }) };
  }

  private parallel(place: Place): Block {
    const many = 2 + this.random.below(2);
    // Each branch to its own end, or on without a join: only where nobody counts.
    if (place.free && this.random.chance(0.15)) {
      const fork: NodePlan = { id: this.id('and'), kind: 'parallelGateway' };
      return {
        shape: 'split',
        fork,
        branches: this.branches(place, many, 0.5).map((branch, at) => (at === 0 ? withoutExit(branch) : branch)),
      };
    }
    const counted = this.branches({ ...place, free: false }, many, 0.15).map((branch, at) => (at < 2 ? withoutExit(branch) : branch));
    return {
      shape: 'split',
      fork: { id: this.id('and'), kind: 'parallelGateway' },
      join: { id: this.id('and'), kind: 'parallelGateway' },
      branches: counted,
    };
  }

  private inclusive(place: Place): Block {
    const drawn = this.branches({ ...place, free: false }, 2 + this.random.below(2), 0.1).map((branch, at) =>
      at < 2 ? withoutExit(branch) : branch,
    );
    const branches = drawn.map((branch, at) => ({ ...branch, ...(at === 0 ? { isDefault: true as const } : { when: this.condition() }) }));
    const fork = this.random.chance(0.25) ? this.task(place).node : { id: this.id('or'), kind: 'inclusiveGateway' as const };
    return { shape: 'split', fork, join: { id: this.id('or'), kind: 'inclusiveGateway' }, branches };
  }

  private complex(place: Place): Block {
    const branches = this.branches({ ...place, free: false }, 2 + this.random.below(2), 0);
    return {
      shape: 'split',
      fork: { id: this.id('and'), kind: 'parallelGateway' },
      join: { id: this.id('complex'), kind: 'complexGateway', activation: 1 + this.random.below(branches.length) },
      branches,
    };
  }

  private race(place: Place): Block {
    const drawn = this.branches(place, 2 + this.random.below(2), 0.15);
    const triggers = this.catchTriggers(drawn.length);
    const kept = drawn.every(({ exit }) => exit !== undefined) ? drawn.map(withoutExit) : drawn;
    const isReceive = this.random.chance(0.25) && triggers.some(({ kind }) => kind === 'message');
    const branches = kept.map((branch, at) => {
      const [trigger] = triggers.slice(at);
      const kind: NodeKind = isReceive && trigger?.kind === 'message' ? 'receiveTask' : 'intermediateCatchEvent';
      const event: NodePlan = { id: this.id('event'), kind, triggers: trigger === undefined ? [] : [trigger] };
      return { ...branch, event };
    });
    return { shape: 'race', id: this.id('race'), branches };
  }

  private again(place: Place): Block {
    const ask = step('userTask', this.id('user'));
    const blocks = [...(this.random.chance(0.7) ? this.row({ ...place, free: false }, 1) : []), ask];
    return { shape: 'again', enter: this.id('xor'), leave: this.id('xor'), blocks, when: this.condition() };
  }

  private nested(place: Place, kind: 'subProcess' | 'transaction'): Block {
    const made = step(kind, this.id(kind === 'subProcess' ? 'sub' : 'transaction'));
    const attached = this.attached(place, { ...made, body: { blocks: [], eventSubs: [] } });
    const body = this.scope(caughtAround(place, attached.boundaries), kind);
    const cancelled = kind === 'transaction' ? [this.boundary(place, [{ kind: 'cancel' }], true)] : [];
    return { ...attached, body, boundaries: [...attached.boundaries, ...cancelled] };
  }

  /** The last block of a transaction: it goes through, or is cancelled. */
  private cancelling(): Block {
    const exit: EndPlan = { id: this.id('end'), throws: [{ kind: 'cancel' }] };
    const branches: Branch[] = [
      { blocks: [], when: this.condition(), exit },
      { blocks: [], isDefault: true },
    ];
    return { shape: 'split', fork: { id: this.id('xor'), kind: 'exclusiveGateway' }, branches };
  }

  private adHoc(place: Place): Block {
    const tasks = Array.from({ length: 1 + this.random.below(3) }, () => this.task(place));
    const active = this.random.chance(0.7)
      ? { active: tasks.slice(0, 1 + this.random.below(tasks.length)).map(({ node }) => node.id) }
      : {};
    const done = this.random.chance(0.4) ? { done: this.condition() } : {};
    const ordering = this.random.pick(['parallel', 'sequential'] as const);
    const node = { adHoc: { ordering, ...active, ...done, cancelRemaining: this.random.chance(0.6) } };
    const made = { ...step('adHocSubProcess', this.id('adHoc'), node), body: { blocks: [], eventSubs: [] } };
    return { ...this.attached(place, made), body: { blocks: [], eventSubs: [], loose: tasks } };
  }

  private eventSubs(place: Place, kind: 'process' | 'subProcess' | 'transaction'): readonly EventSubPlan[] {
    const subs: EventSubPlan[] = [];
    while (place.depth > 1 && kind !== 'transaction' && this.random.chance(subs.length === 0 ? 0.3 : 0.2)) {
      subs.push(this.eventSub(place));
    }
    if (kind === 'subProcess' && this.random.chance(0.1)) {
      subs.push(this.eventSub(place, [{ kind: 'compensation' }]));
    }
    return subs;
  }

  private eventSub(place: Place, given?: readonly Trigger[]): EventSubPlan {
    const triggers = given ?? this.eventSubTriggers(place);
    const must = triggers.some(({ kind }) => kind === 'error' || kind === 'compensation');
    const interrupting = must || this.random.chance(0.5);
    const undoable: string[] | undefined = this.random.chance(0.3) ? [] : undefined;
    const inner: Place = {
      ...omit(place, 'undoable'),
      ...(undoable && { undoable }),
      depth: Math.min(2, place.depth - 1),
      free: true,
      transaction: false,
      quiet: place.quiet || !interrupting,
    };
    const eventSubs = this.random.chance(0.5) ? this.eventSubs(inner, 'process') : [];
    const blocks = this.row(caughtAround(inner, eventSubs), 1);
    if (undoable !== undefined && undoable.length > 0) {
      blocks.push(this.undoing(undoable));
    } else if (given !== undefined && this.random.chance(0.5)) {
      // A compensation event subprocess that has its scope undone besides.
      blocks.push(step('intermediateThrowEvent', this.id('undo'), { throws: [{ kind: 'compensation' }] }));
    }
    return { id: this.id('eventSub'), start: this.id('start'), triggers, interrupting, blocks, end: this.scopeEnd(inner), eventSubs };
  }

  private eventSubTriggers(place: Place): readonly Trigger[] {
    const drawn = this.random.below(10);
    if (drawn < 2) {
      return [this.thrown('error', ['E1', 'E2'])];
    }
    if (drawn < 5) {
      return [this.thrown('escalation', ['C1', 'C2'])];
    }
    return this.catchTriggers(place.depth > 2 && this.random.chance(0.1) ? 2 : 1);
  }

  private condition(): Condition {
    return { variable: this.random.pick(VARIABLES), value: this.random.chance(0.7) };
  }

  private message(): string {
    return this.random.pick(['m1', 'm2', 'm3']);
  }

  private escalation({ escalations }: Place): Throwing {
    const known = escalations.length > 0 && this.random.chance(0.85);
    return { kind: 'escalation', code: this.random.pick(known ? escalations : ['C1', 'C2']) };
  }

  private signal(): string {
    return this.random.pick(['s1', 's2']);
  }

  private id(kind: string): string {
    this.made += 1;
    return `${kind}${this.made}`;
  }
}

/** The place inside, with the codes its catching events name. */
function caughtAround(place: Place, events: readonly { readonly triggers: readonly Trigger[] }[]): Place {
  const codes = (kind: string): readonly string[] =>
    events
      .flatMap(({ triggers }) => triggers)
      .flatMap((one) => (one.kind === kind && 'code' in one ? [one.code ?? ''] : []))
      .filter((code) => code !== '');
  const any = (kind: string, code: string): readonly string[] =>
    events.some(({ triggers }) => triggers.some((one) => one.kind === kind && !('code' in one))) ? [code] : [];
  return {
    ...place,
    errors: [...place.errors, ...codes('error'), ...any('error', 'E2')],
    escalations: [...place.escalations, ...codes('escalation'), ...any('escalation', 'C2')],
  };
}

function withoutExit<T extends Branch>(branch: T): Omit<T, 'exit'> {
  return omit(branch, 'exit');
}
