import type { DrawnNode } from '../drawing/drawing';
import type { CallDefinition, JobDefinition, UserTaskDefinition } from '../graph';
import { elementsOf, extensionOf, flagOf, textOf } from '../moddle/access';
import { reject, type Compiling } from './compiling';
import { feel, markedAttribute } from './expressions';
import type { Part } from './part';
import { present } from './present';

const BINDINGS = ['latest', 'deployment', 'versionTag'] as const;
const VARIABLE = /^[\p{L}_][\p{L}\p{N}_]*$/u;

export function userTaskPart(compiling: Compiling, node: DrawnNode): Part {
  const { element } = node;
  const assignment = extensionOf(element, 'zeebe:AssignmentDefinition');
  const schedule = extensionOf(element, 'zeebe:TaskSchedule');
  const priority = extensionOf(element, 'zeebe:PriorityDefinition');
  const formId = textOf(extensionOf(element, 'zeebe:FormDefinition'), 'formId');
  const groups = textOf(assignment, 'candidateGroups');
  const place = { element, below: 'zeebe:AssignmentDefinition' };
  if (formId !== undefined && !compiling.surroundings.formIds.has(formId)) {
    reject(compiling, 'reference-missing', { element, below: 'zeebe:FormDefinition/@formId' }, { kind: 'form', value: formId });
  }
  if (groups !== undefined && !groups.trim().startsWith('=')) {
    reject(
      compiling,
      'expression-invalid',
      { element, below: `${place.below}/@candidateGroups` },
      { source: groups, reason: 'not-a-feel-list' },
    );
  }
  if (textOf(schedule, 'dueDate') !== undefined && extensionOf(element, 'thidua:Deadline') !== undefined) {
    reject(compiling, 'due-date-and-deadline', { element, below: 'zeebe:TaskSchedule/@dueDate' });
  }
  const priorityText = textOf(priority, 'priority');
  const task: UserTaskDefinition = present({
    assignee: markedAttribute(compiling, place, assignment, 'assignee'),
    candidateGroups: markedAttribute(compiling, place, assignment, 'candidateGroups'),
    dueDate: markedAttribute(compiling, { element, below: 'zeebe:TaskSchedule' }, schedule, 'dueDate'),
    // A number even when written without '='.
    priority: priorityText === undefined ? undefined : feel(compiling, { element, below: 'zeebe:PriorityDefinition' }, priorityText),
    formId,
  });
  return { type: 'userTask', task };
}

export function serviceTaskPart(compiling: Compiling, node: DrawnNode): Part | undefined {
  const place = { element: node.element, below: 'zeebe:TaskDefinition' };
  const definition = extensionOf(node.element, 'zeebe:TaskDefinition');
  const source = textOf(definition, 'type')?.trim() ?? '';
  const retries = textOf(definition, 'retries') ?? '3';
  if (source === '') {
    reject(compiling, 'job-type-missing', place);
    return undefined;
  }
  if (!/^[1-9]\d?$/.test(retries)) {
    reject(compiling, 'expression-invalid', { ...place, below: `${place.below}/@retries` }, { source: retries, reason: 'not-1-to-99' });
    return;
  }
  const type = source.startsWith('=') ? feel(compiling, place, source) : knownJobType(compiling, node, source);
  const job: JobDefinition | undefined = type === undefined ? undefined : { type, retries: Number(retries) };
  return job === undefined ? undefined : { type: 'serviceTask', job };
}

function knownJobType(compiling: Compiling, node: DrawnNode, type: string): string | undefined {
  const place = { element: node.element, below: 'zeebe:TaskDefinition/@type' };
  if (compiling.surroundings.jobTypes.has(type)) {
    return type;
  }
  reject(compiling, 'reference-missing', place, { kind: 'job-type', value: type });
  return undefined;
}

export function businessRulePart(compiling: Compiling, node: DrawnNode): Part | undefined {
  const called = extensionOf(node.element, 'zeebe:CalledDecision');
  const place = { element: node.element, below: 'zeebe:CalledDecision' };
  const [decisionId = '', resultVariable = ''] = [textOf(called, 'decisionId'), textOf(called, 'resultVariable')];
  const decision = compiling.surroundings.decisions.get(decisionId);
  if (decision === undefined) {
    reject(compiling, 'reference-missing', { ...place, below: `${place.below}/@decisionId` }, { kind: 'decision', value: decisionId });
  }
  if (!VARIABLE.test(resultVariable)) {
    reject(compiling, 'target-invalid', { ...place, below: `${place.below}/@resultVariable` }, { value: resultVariable });
    return undefined;
  }
  return decision === undefined ? undefined : { type: 'businessRuleTask', decision, resultVariable };
}

export function callPart(compiling: Compiling, node: DrawnNode): Part | undefined {
  const called = extensionOf(node.element, 'zeebe:CalledElement');
  const place = { element: node.element, below: 'zeebe:CalledElement/@processId' };
  const processId = textOf(called, 'processId')?.trim() ?? '';
  if (processId.startsWith('=')) {
    reject(compiling, 'attribute-not-executed', place, { name: 'processId', value: processId });
    return undefined;
  }
  const inFile = compiling.drawing.processes.some((process) => process.id === processId);
  if (!inFile && !compiling.surroundings.callable.has(processId)) {
    reject(compiling, 'reference-missing', place, { kind: 'process', value: processId });
    return undefined;
  }
  const written = textOf(called, 'bindingType') ?? 'latest';
  const binding = BINDINGS.find((known) => known === written);
  const versionTag = textOf(called, 'versionTag');
  const at = { element: node.element, below: 'zeebe:CalledElement/@bindingType' };
  if (binding === undefined) {
    reject(compiling, 'attribute-not-executed', at, { name: 'bindingType', value: written });
    return undefined;
  }
  if (binding === 'versionTag' && (versionTag ?? '') === '') {
    reject(compiling, 'reference-missing', at, { kind: 'version-tag', value: '' });
    return undefined;
  }
  const hasOutputs = elementsOf(extensionOf(node.element, 'zeebe:IoMapping'), 'outputParameters').length > 0;
  // As zeebe: everything goes back unless the caller maps outputs or says otherwise.
  const propagateAll = flagOf(called, 'propagateAllChildVariables') ?? !hasOutputs;
  const call: CallDefinition = present({ processId, binding, versionTag: binding === 'versionTag' ? versionTag : undefined, propagateAll });
  return { type: 'callActivity', call };
}
