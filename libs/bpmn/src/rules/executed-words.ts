import type { DrawnNode } from '../drawing/drawing';

/** The words of BPMN, zeebe and thidua that mean something on each kind of node. What is not listed is refused, not ignored. */
const BASE = ['id', 'name', 'documentation', 'extensionElements', 'incoming', 'outgoing', 'lanes', 'categoryValueRef', 'boundaryEventRefs'];
/** Element templates leave their mark; it changes nothing at run time. */
const TEMPLATE = ['modelerTemplate', 'modelerTemplateVersion', 'modelerTemplateIcon'];
const ACTIVITY = ['loopCharacteristics', 'default'];
const EVENT = ['eventDefinitions', 'eventDefinitionRef'];
const CONTAINER = ['flowElements', 'artifacts', 'laneSets'];

const PROPERTIES: Readonly<Record<DrawnNode['kind'], readonly string[]>> = {
  process: [...CONTAINER, 'isExecutable', 'processType', 'level', 'definitionalCollaborationRef'],
  subProcess: [...ACTIVITY, ...CONTAINER, 'triggeredByEvent'],
  eventSubProcess: [...CONTAINER, 'triggeredByEvent'],
  userTask: ACTIVITY,
  serviceTask: ACTIVITY,
  businessRuleTask: ACTIVITY,
  callActivity: ACTIVITY,
  passThroughTask: ACTIVITY,
  exclusiveGateway: ['gatewayDirection', 'default'],
  parallelGateway: ['gatewayDirection', 'default'],
  startEvent: [...EVENT, 'isInterrupting'],
  endEvent: EVENT,
  intermediateCatchEvent: EVENT,
  intermediateThrowEvent: EVENT,
  boundaryEvent: [...EVENT, 'cancelActivity', 'attachedToRef'],
  unsupported: [],
};

const MAPPING = ['zeebe:IoMapping'];
const WORK = ['zeebe:IoMapping', 'zeebe:TaskHeaders', 'thidua:Step', 'thidua:Authority', 'thidua:Deadline', 'thidua:Document'];

const EXTENSIONS: Readonly<Record<DrawnNode['kind'], readonly string[]>> = {
  process: ['zeebe:VersionTag', 'thidua:Authority', 'thidua:Deadline'],
  subProcess: [...MAPPING, 'thidua:Step', 'thidua:Deadline', 'thidua:Document'],
  eventSubProcess: [],
  userTask: [
    ...WORK,
    ...['zeebe:UserTask', 'zeebe:AssignmentDefinition', 'zeebe:FormDefinition', 'zeebe:TaskSchedule', 'zeebe:PriorityDefinition'],
    'thidua:FourEyes',
  ],
  serviceTask: [...WORK, 'zeebe:TaskDefinition'],
  businessRuleTask: [...WORK, 'zeebe:CalledDecision'],
  callActivity: [...MAPPING, 'zeebe:CalledElement', 'thidua:Step', 'thidua:Deadline', 'thidua:Document'],
  passThroughTask: ['thidua:Step', 'thidua:Document'],
  exclusiveGateway: [],
  parallelGateway: [],
  startEvent: [...MAPPING, 'thidua:Step'],
  endEvent: [...MAPPING, 'thidua:Step', 'thidua:Publish'],
  intermediateCatchEvent: [...MAPPING, 'thidua:Step'],
  intermediateThrowEvent: [...MAPPING, 'thidua:Step', 'thidua:Publish'],
  boundaryEvent: [...MAPPING, 'thidua:Step'],
  unsupported: [],
};

/** Properties that are harmless as long as they say what is true anyway. */
const NEUTRAL: Readonly<Record<string, readonly unknown[]>> = {
  isForCompensation: [false],
  startQuantity: [1],
  completionQuantity: [1],
  parallelMultiple: [false],
  isClosed: [false],
  isImmediate: [true],
  behavior: ['All'],
  isSequential: [false],
  processType: ['None', 'Private'],
};

/** Attributes of zeebe extensions that the engine does not act on, with the values it can live with. */
export const IDLE_ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
  'zeebe:AssignmentDefinition': { candidateUsers: [] },
  'zeebe:TaskSchedule': { followUpDate: [] },
  'zeebe:FormDefinition': { formKey: [], externalReference: [], versionTag: [], bindingType: ['deployment', 'latest'] },
  'zeebe:CalledDecision': { versionTag: [], bindingType: ['deployment', 'latest'] },
  'zeebe:CalledElement': { processIdExpression: [], businessId: [], propagateAllParentVariables: [true] },
};

export function executesProperty(kind: DrawnNode['kind'], name: string, value: unknown): boolean {
  return NEUTRAL[name]?.includes(value) ?? [...BASE, ...TEMPLATE, ...PROPERTIES[kind]].includes(name);
}

export function executesExtension(kind: DrawnNode['kind'], type: string): boolean {
  return type === 'zeebe:Properties' || EXTENSIONS[kind].includes(type);
}

/** The same for the elements that are no nodes, by BPMN type. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'bpmn:SequenceFlow': ['sourceRef', 'targetRef', 'conditionExpression'],
  'bpmn:MultiInstanceLoopCharacteristics': ['completionCondition'],
  'bpmn:TimerEventDefinition': ['timeDate', 'timeDuration', 'timeCycle'],
  'bpmn:MessageEventDefinition': ['messageRef'],
  'bpmn:ErrorEventDefinition': ['errorRef'],
  'bpmn:TerminateEventDefinition': [],
};
const PART_EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  'bpmn:MultiInstanceLoopCharacteristics': ['zeebe:LoopCharacteristics'],
};

export function executesPartProperty(type: string, name: string, value: unknown): boolean {
  return NEUTRAL[name]?.includes(value) ?? [...BASE, ...(PARTS[type] ?? [])].includes(name);
}

export function executesPartExtension(type: string, extension: string): boolean {
  return extension === 'zeebe:Properties' || (PART_EXTENSIONS[type] ?? []).includes(extension);
}
