import type { Block, Branch, EndPlan, EventSubPlan, NodePlan, Plan, ProcessPlan, Race, ScopePlan, Split, StartPlan, Step } from './blocks';
import type { Condition, Model, ModelFlow, ModelNode, ProcessModel } from './model';

/** Where a token leaves a block. */
interface Way {
  readonly from: string;
  readonly when?: Condition;
  readonly isDefault?: true;
}

/** Draws the blocks: nodes and flows, in document order. */
export function lower(plan: Plan): Model {
  return { processes: plan.processes.map((process) => new Drawing(process).model) };
}

class Drawing {
  readonly model: ProcessModel;
  private readonly nodes: ModelNode[] = [];
  private readonly flows: ModelFlow[] = [];

  constructor(process: ProcessPlan) {
    const more = process.moreStarts.map((one) => this.start(process.id, one));
    this.scope(process.id, process.body, more);
    this.model = { id: process.id, nodes: this.nodes, flows: this.flows };
  }

  private start(scope: string, { id, trigger, as }: StartPlan): Way {
    const triggers = [trigger];
    if (as === undefined) {
      this.node(scope, { id, kind: 'startEvent', triggers });
    } else if (as === 'receiveTask') {
      this.node(scope, { id, kind: as, triggers, instantiate: true });
    } else {
      this.node(scope, { id, kind: 'intermediateCatchEvent', triggers });
      if (!this.nodes.some((node) => node.id === as.gateway)) {
        this.node(scope, { id: as.gateway, kind: 'eventBasedGateway', instantiate: true });
      }
      this.flowsTo(id, [{ from: as.gateway }]);
    }
    return { from: id };
  }

  private scope(id: string, { blocks, frame, eventSubs, loose = [] }: ScopePlan, more: readonly Way[] = []): void {
    if (frame === undefined) {
      this.row(id, blocks, []);
    } else {
      this.node(id, { id: frame.start, kind: 'startEvent' });
      this.end(id, frame.end, this.row(id, blocks, [{ from: frame.start }, ...more]));
    }
    loose.forEach((one) => {
      this.step(id, one, []);
    });
    eventSubs.forEach((sub) => {
      this.eventSub(id, sub);
    });
  }

  private eventSub(scope: string, { id, start, triggers, parallelMultiple, interrupting, blocks, end, eventSubs }: EventSubPlan): void {
    this.node(scope, { id, kind: 'eventSubProcess' });
    this.node(id, {
      id: start,
      kind: 'startEvent',
      triggers,
      ...(parallelMultiple && { parallelMultiple }),
      ...(!interrupting && { interrupting }),
    });
    this.end(id, end, this.row(id, blocks, [{ from: start }]));
    eventSubs.forEach((sub) => {
      this.eventSub(id, sub);
    });
  }

  private row(scope: string, blocks: readonly Block[], ways: readonly Way[]): readonly Way[] {
    return blocks.reduce((from, block) => this.block(scope, block, from), ways);
  }

  private block(scope: string, block: Block, from: readonly Way[]): readonly Way[] {
    switch (block.shape) {
      case 'step':
        return this.step(scope, block, from);
      case 'link':
        this.node(scope, { id: block.from, kind: 'intermediateThrowEvent', link: block.from });
        this.flowsTo(block.from, from);
        this.node(scope, { id: block.to, kind: 'intermediateCatchEvent', link: block.from });
        return [{ from: block.to }];
      case 'row':
        return this.row(scope, block.blocks, from);
      case 'split':
        return this.split(scope, block, from);
      case 'race':
        return this.race(scope, block, from);
      case 'again': {
        this.node(scope, { id: block.enter, kind: 'exclusiveGateway' });
        this.flowsTo(block.enter, from);
        const ways = this.row(scope, block.blocks, [{ from: block.enter }]);
        this.node(scope, { id: block.leave, kind: 'exclusiveGateway' });
        this.flowsTo(block.leave, ways);
        this.flowsTo(block.enter, [{ from: block.leave, when: block.when }]);
        return [{ from: block.leave, isDefault: true }];
      }
    }
  }

  private step(scope: string, { node, body, boundaries, handler }: Step, from: readonly Way[]): readonly Way[] {
    this.node(scope, node);
    this.flowsTo(node.id, from);
    if (body !== undefined) {
      this.scope(node.id, body);
    }
    if (handler !== undefined) {
      this.step(scope, { ...handler.step, node: { ...handler.step.node, forCompensation: true } }, []);
      const triggers = [{ kind: 'compensation' }] as const;
      this.node(scope, { id: handler.boundary, kind: 'boundaryEvent', attachedTo: node.id, triggers, handler: handler.step.node.id });
    }
    const others = boundaries.flatMap(({ id, triggers, parallelMultiple, interrupting, blocks, exit }) => {
      const facts = { ...(parallelMultiple && { parallelMultiple }), ...(!interrupting && { interrupting }) };
      this.node(scope, { id, kind: 'boundaryEvent', attachedTo: node.id, triggers, ...facts });
      return this.leave(scope, exit, this.row(scope, blocks, [{ from: id }]));
    });
    return [{ from: node.id }, ...others];
  }

  private split(scope: string, { fork, join, branches }: Split, from: readonly Way[]): readonly Way[] {
    const single = fork.kind === 'parallelGateway' || fork.kind === 'inclusiveGateway' ? this.merged(scope, fork.id, from) : from;
    this.node(scope, fork);
    this.flowsTo(fork.id, single);
    const ends = branches.map((branch) => this.branch(scope, branch, { from: fork.id, ...conditionsOf(branch) }));
    if (join === undefined) {
      return ends.flat();
    }
    const ways = ends.flatMap((way, at) => (join.kind === 'exclusiveGateway' ? way : this.merged(scope, `${join.id}_${at}`, way)));
    this.node(scope, join);
    this.flowsTo(join.id, ways);
    return [{ from: join.id }];
  }

  private race(scope: string, { id, branches }: Race, from: readonly Way[]): readonly Way[] {
    this.node(scope, { id, kind: 'eventBasedGateway' });
    this.flowsTo(id, from);
    return branches.flatMap((branch) => {
      this.node(scope, branch.event);
      this.flowsTo(branch.event.id, [{ from: id }]);
      return this.branch(scope, branch, { from: branch.event.id });
    });
  }

  private branch(scope: string, { blocks, exit }: Branch, from: Way): readonly Way[] {
    return this.leave(scope, exit, this.row(scope, blocks, [from]));
  }

  private leave(scope: string, exit: EndPlan | undefined, ways: readonly Way[]): readonly Way[] {
    if (exit === undefined) {
      return ways;
    }
    this.end(scope, exit, ways);
    return [];
  }

  private end(scope: string, { id, throws }: EndPlan, from: readonly Way[]): void {
    if (from.length > 0) {
      this.node(scope, { id, kind: 'endEvent', throws });
      this.flowsTo(id, from);
    }
  }

  /** One way out of several, by an exclusive gateway: a fork or join would count them. */
  private merged(scope: string, id: string, ways: readonly Way[]): readonly Way[] {
    if (ways.length < 2) {
      return ways;
    }
    this.node(scope, { id: `${id}_m`, kind: 'exclusiveGateway' });
    this.flowsTo(`${id}_m`, ways);
    return [{ from: `${id}_m` }];
  }

  private node(scope: string, node: NodePlan): void {
    this.nodes.push({ ...node, scope });
  }

  private flowsTo(to: string, ways: readonly Way[]): void {
    ways.forEach(({ from, when, isDefault }) => {
      const id = `${from}.${to}.${this.flows.length}`;
      this.flows.push({ id, from, to, ...(when && { when }), ...(isDefault && { isDefault }) });
    });
  }
}

function conditionsOf({ when, isDefault }: Branch): Omit<Way, 'from'> {
  return { ...(when && { when }), ...(isDefault && { isDefault }) };
}
