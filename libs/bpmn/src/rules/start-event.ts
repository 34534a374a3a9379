import { isScope, membersOf, type DrawnNode, type DrawnProcess, type Trigger } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import type { Refusal } from '../refusal';
import { eachProcess } from './each';

const ALLOWED: Readonly<Record<string, readonly Trigger[]>> = {
  process: ['none', 'message', 'timer'],
  subProcess: ['none'],
  eventSubProcess: ['message', 'timer', 'error'],
};

/**
 * A process begins with one none start, or with message and timer starts; a subprocess with one none start; an event subprocess
 * with exactly one start that has a trigger. Nothing flows into a start.
 */
export const startEvent = eachProcess((process) =>
  process.nodes.filter(isScope).flatMap((scope) => {
    const starts = membersOf(process, scope.index).filter((node) => node.kind === 'startEvent');
    return [...checkCount(scope, starts), ...starts.flatMap((start) => checkStart(process, scope, start))];
  }),
);

function checkCount(scope: DrawnNode, starts: readonly DrawnNode[]): readonly Refusal[] {
  const place = { element: scope.element };
  if (starts.length === 0) {
    return [refuse('start-missing', place)];
  }
  const competing = scope.kind === 'process' ? starts.filter((start) => start.trigger === 'none') : starts;
  return competing.length > 1 ? [refuse('start-ambiguous', place, { starts: competing.map((start) => start.id) })] : [];
}

function checkStart(process: DrawnProcess, scope: DrawnNode, start: DrawnNode): readonly Refusal[] {
  const place = { element: start.element };
  const allowed = ALLOWED[scope.kind] ?? [start.trigger];
  return [
    ...(start.incoming.length > 0 ? [refuse('start-has-incoming', place, { flows: idsOf(process, start.incoming) })] : []),
    // `other` triggers are refused as not executed.
    ...(allowed.includes(start.trigger) || start.trigger === 'other'
      ? []
      : [refuse('start-trigger-invalid', place, { trigger: start.trigger, allowed })]),
    ...(start.trigger === 'error' && !start.interrupting
      ? [refuse('start-trigger-invalid', place, { reason: 'error-must-interrupt' })]
      : []),
  ];
}

function idsOf(process: DrawnProcess, flows: readonly number[]): readonly string[] {
  return flows.map((flow) => process.flows[flow]?.id ?? '');
}
