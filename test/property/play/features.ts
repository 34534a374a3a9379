import type { Model, ModelNode, Trigger } from '../model/model';

/** What a node shows of BPMN: its kind, and what it catches, throws or repeats. A report counts by these names. */
export function featuresOf(node: ModelNode, processId: string): readonly string[] {
  const { kind, loop, adHoc } = node;
  return [
    ...(kind === 'boundaryEvent' || kind === 'startEvent' || kind === 'intermediateCatchEvent' ? caughtBy(node, processId) : [kind]),
    ...(node.throws ?? []).map((one) => `${kind} ${one.kind}${one.kind === 'compensation' && one.activity !== undefined ? ' of one' : ''}`),
    ...((node.throws ?? []).length > 1 ? [`${kind} multiple`] : []),
    ...(node.link === undefined ? [] : [`${kind} link`]),
    ...(loop === undefined
      ? []
      : [loop.kind === 'standard' ? 'standard loop' : `multi-instance ${loop.sequential ? 'sequential' : 'parallel'}`]),
    ...(loop?.kind === 'multi' && loop.enough !== undefined ? ['multi-instance with completion condition'] : []),
    ...(loop?.kind === 'multi' && kind !== 'userTask' ? [`multi-instance of ${kind}`] : []),
    ...(adHoc === undefined ? [] : [`ad-hoc ${adHoc.ordering}${adHoc.active === undefined ? ', begun by hand' : ''}`]),
    ...(adHoc?.done === undefined ? [] : ['ad-hoc with completion condition']),
    ...(node.instantiate === true ? [`${kind} instantiating`] : []),
    ...(node.startQuantity === undefined ? [] : ['start quantity']),
    ...(node.completionQuantity === undefined ? [] : ['completion quantity']),
    ...(node.inline === true ? ['serviceTask inline'] : []),
    ...(node.forCompensation === true ? ['compensation handler'] : []),
  ];
}

function caughtBy({ kind, scope, triggers = [], parallelMultiple, interrupting, link }: ModelNode, processId: string): readonly string[] {
  if (triggers.length === 0) {
    return link === undefined ? [kind] : [];
  }
  const isAlone = kind === 'intermediateCatchEvent' || (kind === 'startEvent' && scope === processId);
  const how = isAlone ? '' : interrupting === false ? ' non-interrupting' : ' interrupting';
  const several = triggers.length > 1 ? [`${kind} ${parallelMultiple === true ? 'parallel multiple' : 'multiple'}${how}`] : [];
  return [...triggers.map((trigger) => `${kind} ${triggerName(trigger)}${how}`), ...several];
}

function triggerName(trigger: Trigger): string {
  switch (trigger.kind) {
    case 'timer':
      return trigger.times === undefined ? 'timer' : 'timer cycle';
    case 'signal':
      return trigger.name === undefined ? 'signal any' : 'signal';
    case 'error':
    case 'escalation':
      return trigger.code === undefined ? `${trigger.kind} any` : trigger.kind;
    default:
      return trigger.kind;
  }
}

/** Counts, per feature, the runs in which a node that has it was completed. */
export class Coverage {
  private readonly counts = new Map<string, number>();
  private readonly features = new WeakMap<Model, ReadonlyMap<string, readonly string[]>>();

  add(model: Model, completed: readonly string[]): void {
    const features = this.featuresIn(model);
    const shown = new Set(completed.flatMap((id) => features.get(id) ?? []));
    shown.forEach((name) => this.counts.set(name, (this.counts.get(name) ?? 0) + 1));
  }

  rows(): readonly (readonly [name: string, runs: number])[] {
    return [...this.counts].sort(([a], [b]) => a.localeCompare(b));
  }

  private featuresIn(model: Model): ReadonlyMap<string, readonly string[]> {
    const known = this.features.get(model);
    if (known !== undefined) {
      return known;
    }
    const features = new Map(model.processes.flatMap(({ id, nodes }) => nodes.map((node) => [node.id, featuresOf(node, id)] as const)));
    this.features.set(model, features);
    return features;
  }
}
