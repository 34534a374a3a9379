import type { DiagramElement } from '../../tasks/load-task';
import { idAt } from './partners';
import type { Side } from './side';

/** What a step is, told apart into who does it, until when, and all the rest: equal texts mean that nothing has changed. */
export interface Facets {
  readonly signer: string;
  readonly limit: string;
  readonly rest: string;
}

/** @param called the id an element of this side goes by in the comparison */
export function facetsOf(side: Side, element: DiagramElement, called: (id: string) => string): Facets {
  const { legal, lane, ...drawn } = element;
  const task = element.type === 'userTask' ? element.task : undefined;
  const { authority, deadline, fourEyes, ...law } = legal;
  return {
    signer: text([task?.assignee, task?.candidateGroups ?? (task === undefined ? null : lane?.role), authority, fourEyes?.map(called)]),
    limit: text([deadline, task?.dueDate, timersOf(element)]),
    rest: text([restOf(side, drawn, called), law, task?.formId, task?.priority, formOf(side, task?.formId), decisionsOf(side, element)]),
  };
}

const INDEXES: readonly string[] = ['boundaries', 'starts', 'eventSubProcesses', 'activities'];
const ONE_INDEX: readonly string[] = ['scope', 'attachedTo', 'compensation', 'activity'];
/** Told elsewhere, or said by the other end. */
const APART: readonly string[] = ['index', 'incoming', 'task', 'timer', 'id'];

/** The drawn element with ids in place of indexes, its flows by where they lead. */
function restOf(side: Side, drawn: object, called: (id: string) => string): unknown {
  const { graph } = side;
  const idOf = (index: unknown): string => called(idAt(graph, Number(index)));
  const flows = (indexes: unknown): unknown =>
    (indexes as readonly number[]).map((index) => {
      const flow = graph.flows[index];
      return [idOf(flow?.target), flow?.condition, flow?.isDefault, flow?.name];
    });
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map(walk);
    }
    if (typeof value !== 'object' || value === null || isExpression(value)) {
      return value;
    }
    const entries = Object.entries(value).filter(([name]) => !APART.includes(name));
    return entries.map(([name, part]: [string, unknown]) => {
      if (name === 'outgoing') {
        return [name, flows(part)];
      }
      if (INDEXES.includes(name) && Array.isArray(part)) {
        return [name, part.map(idOf).sort()];
      }
      return [name, ONE_INDEX.includes(name) && typeof part === 'number' ? idOf(part) : walk(part)];
    });
  };
  return walk(drawn);
}

function timersOf(element: DiagramElement): unknown {
  return 'triggers' in element ? element.triggers.filter((one) => one.kind === 'timer').map(({ timer }) => timer) : [];
}

function formOf({ record }: Side, formId: string | undefined): unknown {
  return formId === undefined ? null : (record.resources.forms[formId] ?? null);
}

/** Any decision of the release may be asked by another one. */
function decisionsOf({ record }: Side, element: DiagramElement): unknown {
  return element.type === 'businessRuleTask' ? record.resources.decisions : null;
}

/** Compiled expressions and decisions are told by their source. */
function text(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => (isExpression(part) ? part.source : part));
}

function isExpression(value: unknown): value is { readonly source: string } {
  return typeof value === 'object' && value !== null && 'evaluate' in value && 'source' in value;
}
