import type { ModdleElement } from 'bpmn-moddle';
import type { ElementType } from '../graph';
import { elementsOf, extensionOf, flagOf, idOf, written } from '../moddle/access';
import type { SingleTrigger, Trigger } from './drawing';

const KINDS: Readonly<Record<string, ElementType>> = {
  'bpmn:StartEvent': 'startEvent',
  'bpmn:EndEvent': 'endEvent',
  'bpmn:IntermediateCatchEvent': 'intermediateCatchEvent',
  'bpmn:IntermediateThrowEvent': 'intermediateThrowEvent',
  'bpmn:BoundaryEvent': 'boundaryEvent',
  'bpmn:UserTask': 'userTask',
  'bpmn:ServiceTask': 'serviceTask',
  'bpmn:ScriptTask': 'scriptTask',
  'bpmn:BusinessRuleTask': 'businessRuleTask',
  'bpmn:ReceiveTask': 'receiveTask',
  'bpmn:SendTask': 'sendTask',
  'bpmn:CallActivity': 'callActivity',
  'bpmn:Task': 'passThroughTask',
  'bpmn:ManualTask': 'passThroughTask',
  'bpmn:ExclusiveGateway': 'exclusiveGateway',
  'bpmn:ParallelGateway': 'parallelGateway',
  'bpmn:InclusiveGateway': 'inclusiveGateway',
  'bpmn:EventBasedGateway': 'eventBasedGateway',
  'bpmn:ComplexGateway': 'complexGateway',
  'bpmn:SubProcess': 'subProcess',
  'bpmn:Transaction': 'transaction',
  'bpmn:AdHocSubProcess': 'adHocSubProcess',
  'bpmn:GlobalTask': 'passThroughTask',
  'bpmn:GlobalManualTask': 'passThroughTask',
  'bpmn:GlobalUserTask': 'userTask',
  'bpmn:GlobalScriptTask': 'scriptTask',
  'bpmn:GlobalBusinessRuleTask': 'businessRuleTask',
};

const TRIGGERS: Readonly<Record<string, SingleTrigger>> = {
  'bpmn:MessageEventDefinition': 'message',
  'bpmn:TimerEventDefinition': 'timer',
  'bpmn:ErrorEventDefinition': 'error',
  'bpmn:TerminateEventDefinition': 'terminate',
  'bpmn:SignalEventDefinition': 'signal',
  'bpmn:EscalationEventDefinition': 'escalation',
  'bpmn:ConditionalEventDefinition': 'conditional',
  'bpmn:CompensateEventDefinition': 'compensation',
  'bpmn:CancelEventDefinition': 'cancel',
  'bpmn:LinkEventDefinition': 'link',
};

/** What the engine would run for `work`, the element itself or the global task it calls; a task with a job type is a job. */
export function kindOf(work: ModdleElement): ElementType | 'unsupported' {
  const kind = KINDS[work.$type] ?? 'unsupported';
  if (kind === 'subProcess' && flagOf(work, 'triggeredByEvent') === true) {
    return 'eventSubProcess';
  }
  return isJob(kind, work) ? 'serviceTask' : kind;
}

/** A send task without its own message text is a job even when the job type is still missing, so that this is what gets said. */
function isJob(kind: ElementType | 'unsupported', work: ModdleElement): boolean {
  switch (kind) {
    case 'sendTask':
      return extensionOf(work, 'thidua:Publish') === undefined;
    case 'scriptTask':
      return extensionOf(work, 'zeebe:Script') === undefined && extensionOf(work, 'zeebe:TaskDefinition') !== undefined;
    case 'businessRuleTask':
      return extensionOf(work, 'zeebe:CalledDecision') === undefined && extensionOf(work, 'zeebe:TaskDefinition') !== undefined;
    default:
      return false;
  }
}

/** The global task of this file a call activity names, in BPMN's own attribute or as `zeebe:calledElement`. */
export function calledTask(element: ModdleElement, globalTasks: ReadonlyMap<string, ModdleElement>): ModdleElement | undefined {
  if (element.$type !== 'bpmn:CallActivity') {
    return undefined;
  }
  const name = written(extensionOf(element, 'zeebe:CalledElement'), 'processId') || written(element, 'calledElement');
  return globalTasks.get(name);
}

/** The global tasks of a file by id. */
export function globalTasksOf(root: ModdleElement): ReadonlyMap<string, ModdleElement> {
  const tasks = elementsOf(root, 'rootElements').filter((element) => /^bpmn:Global\w*Task$/.test(element.$type));
  return new Map(tasks.map((element) => [idOf(element), element]));
}

/** The event definitions of an event, in place and by reference. */
export function eventDefinitionsOf(element: ModdleElement): readonly ModdleElement[] {
  return [...elementsOf(element, 'eventDefinitions'), ...elementsOf(element, 'eventDefinitionRef')];
}

export function triggersOf(element: ModdleElement): readonly SingleTrigger[] {
  return eventDefinitionsOf(element).map((definition) => TRIGGERS[definition.$type] ?? 'other');
}

export function triggerOf(element: ModdleElement, triggers: readonly SingleTrigger[]): Trigger {
  const [first, ...more] = triggers;
  if (first === undefined) {
    return 'none';
  }
  return more.length === 0 ? first : flagOf(element, 'parallelMultiple') === true ? 'parallelMultiple' : 'multiple';
}
