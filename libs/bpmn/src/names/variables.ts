import type { CatchTrigger, GraphElement, ProcessGraph, Throw } from '../graph';
import type { Surroundings } from '../surroundings';

/** A variable that one element brings about. */
export interface Setting {
  readonly name: string;
  readonly at: number;
  /** Seen by the element and what stands in it only. */
  readonly local: boolean;
}

export interface Variables {
  readonly settings: readonly Setting[];
  /** Something brings variables nobody declared: a start, a form, a job, a message. Then a name may be right though nothing shows it. */
  readonly open: boolean;
}

const COUNTERS = [
  'loopCounter',
  'numberOfInstances',
  'numberOfActiveInstances',
  'numberOfCompletedInstances',
  'numberOfTerminatedInstances',
];
/** What only tells that something happened, and brings nothing along. */
const BARE_TRIGGERS: readonly CatchTrigger['kind'][] = ['timer', 'conditional', 'compensation', 'cancel'];

/** Where the variables of a process come from, as far as its diagram and its surroundings tell. */
export function variablesOf(graph: ProcessGraph, surroundings: Surroundings): Variables {
  const declared = surroundings.startVariables?.get(graph.processId);
  const settings = graph.elements.flatMap((element) => settingsOf(element, surroundings));
  const given = [...(declared ?? [])].map((name): Setting => ({ name, at: 0, local: true }));
  const open = graph.elements.some((element) => bringsUndeclared(element, surroundings) && element.outputs.length === 0);
  return { settings: [...given, ...settings], open: open || declared === undefined };
}

/** Whether an element's result holds names nobody declared; its output mappings may then read anything. */
export function bringsUndeclared(element: GraphElement, surroundings: Surroundings): boolean {
  switch (element.type) {
    case 'serviceTask':
    case 'receiveTask':
      return true;
    case 'callActivity':
      return element.call.propagateAll || element.outputs.length > 0;
    case 'userTask':
      return element.task.formId === undefined || surroundings.formFields?.has(element.task.formId) !== true;
    case 'startEvent':
    case 'intermediateCatchEvent':
    case 'boundaryEvent':
      return element.triggers.some(({ kind }) => !BARE_TRIGGERS.includes(kind));
    case 'intermediateThrowEvent':
    case 'endEvent':
      return element.throws.some(isJob);
    default:
      return false;
  }
}

function isJob({ kind }: Throw): boolean {
  return kind === 'job';
}

function settingsOf(element: GraphElement, surroundings: Surroundings): readonly Setting[] {
  const own = [
    ...element.inputs.map(({ target }) => target),
    ...(element.data ?? []).map(({ name }) => name),
    ...(element.multiInstance === undefined && element.standardLoop === undefined ? [] : COUNTERS),
    ...present(element.multiInstance?.inputElement),
    ...(element.type === 'complexGateway' ? ['activationCount'] : []),
  ];
  const given = [
    ...element.outputs.map(({ target }) => target),
    ...present(element.multiInstance?.outputCollection),
    ...('resultVariable' in element ? [element.resultVariable] : []),
    ...fieldsOf(element, surroundings),
  ];
  const setting =
    (local: boolean) =>
    (name: string): Setting => ({ name, at: element.index, local });
  return [...own.map(setting(true)), ...given.map(setting(false))];
}

/** What the form of a user task sets, where that is told. */
function fieldsOf(element: GraphElement, surroundings: Surroundings): readonly string[] {
  const formId = element.type === 'userTask' ? element.task.formId : undefined;
  return formId === undefined ? [] : (surroundings.formFields?.get(formId) ?? []);
}

function present(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [name];
}
