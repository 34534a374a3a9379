import { flowAt, isScope, membersOf, type DrawnNode, type DrawnProcess } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import { flagOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import { eachProcess } from './each';
import { isA, kindsOf } from './model';

type Level = 'process' | 'subprocess' | 'event-subprocess' | 'ad-hoc';
const ALLOWED: Readonly<Record<Level, readonly string[]>> = {
  process: ['message', 'timer', 'conditional', 'signal'],
  subprocess: [],
  'event-subprocess': ['message', 'timer', 'conditional', 'signal', 'error', 'escalation', 'compensate'],
  // Refused for being there at all.
  'ad-hoc': [],
};

/**
 * A process begins with none, message, timer, conditional or signal starts, a subprocess with none starts only, an event
 * subprocess with exactly one start that has a trigger. A level that draws its ends draws its starts. Nothing flows into a start.
 */
export const startEvent = eachProcess((process) =>
  process.nodes.filter(isScope).flatMap((scope) => {
    const members = membersOf(process, scope.index);
    const starts = members.filter((node) => isA(node.element, 'bpmn:StartEvent'));
    return [...checkCount(scope, members, starts), ...starts.flatMap((start) => checkStart(process, levelOf(scope), start))];
  }),
);

function levelOf(scope: DrawnNode): Level {
  if (scope.index === 0) {
    return 'process';
  }
  if (isA(scope.element, 'bpmn:AdHocSubProcess')) {
    return 'ad-hoc';
  }
  return flagOf(scope.element, 'triggeredByEvent') === true ? 'event-subprocess' : 'subprocess';
}

function checkCount(scope: DrawnNode, members: readonly DrawnNode[], starts: readonly DrawnNode[]): readonly Refusal[] {
  const level = levelOf(scope);
  const place = { element: scope.element };
  if (level === 'event-subprocess') {
    return starts.length === 1 ? [] : [refuse('event-subprocess-start-count', place, { starts: starts.map((start) => start.id) })];
  }
  if (level === 'process' && members.length === 0) {
    return [refuse('start-missing', place, { reason: 'empty' })];
  }
  const ends = members.some((node) => isA(node.element, 'bpmn:EndEvent'));
  const begins = starts.length > 0 || (level === 'process' && members.some(instantiates)) || level === 'ad-hoc';
  return ends && !begins ? [refuse('start-missing', place, { reason: 'level' })] : [];
}

/** Receive tasks and event-based gateways that begin a process themselves. */
function instantiates(node: DrawnNode): boolean {
  return flagOf(node.element, 'instantiate') === true;
}

function checkStart(process: DrawnProcess, level: Level, start: DrawnNode): readonly Refusal[] {
  const incoming = start.incoming.map((flow) => flowAt(process, flow).id);
  const reason = wrongTrigger(level, start);
  const kinds = { kinds: kindsOf(start.element), allowed: ALLOWED[level] };
  return [
    ...(incoming.length > 0 ? [refuse('start-has-incoming', { element: start.element }, { reason: 'event', flows: incoming })] : []),
    ...(reason === undefined ? [] : [refuse('start-trigger-invalid', { element: start.element }, { reason, ...kinds })]),
  ];
}

function wrongTrigger(level: Level, start: DrawnNode): string | undefined {
  const kinds = kindsOf(start.element);
  if (level === 'process' && kinds.includes('compensate')) {
    return 'compensation';
  }
  if (kinds.some((kind) => !ALLOWED[level].includes(kind))) {
    return level;
  }
  if (level !== 'event-subprocess') {
    return undefined;
  }
  const mustInterrupt = kinds.includes('error') || kinds.includes('compensate');
  return kinds.length === 0 ? 'event-subprocess-none' : mustInterrupt && !start.interrupting ? 'must-interrupt' : undefined;
}
