import type { DrawnNode } from '../drawing/drawing';

/** The words of BPMN, zeebe and thidua that mean something on each kind of node. What is not listed is refused, not ignored. */
const BASE = ['id', 'name', 'documentation', 'extensionElements', 'incoming', 'outgoing', 'lanes', 'categoryValueRef', 'boundaryEventRefs'];
/** Words the standard gives no meaning at run time, and what element templates leave behind. */
const SILENT = ['auditing', 'monitoring', 'modelerTemplate', 'modelerTemplateVersion', 'modelerTemplateIcon'];
const DATA = ['ioSpecification', 'properties', 'dataInputAssociations', 'dataOutputAssociations'];
const ACTIVITY = ['loopCharacteristics', 'default', 'isForCompensation', 'startQuantity', 'completionQuantity', ...DATA];
const EVENT = ['eventDefinitions', 'eventDefinitionRef'];
const CATCH = [...EVENT, 'parallelMultiple', 'dataOutputs', 'outputSet', 'dataOutputAssociations'];
const THROW = [...EVENT, 'dataInputs', 'inputSet', 'dataInputAssociations'];
const CONTAINER = ['flowElements', 'artifacts', 'laneSets'];
const CALLABLE = ['ioSpecification', 'supportedInterfaceRef'];
const GATEWAY = ['gatewayDirection', 'default'];

type Words = Readonly<Record<DrawnNode['kind'], readonly string[]>>;

const PROPERTIES: Words = {
  process: [...CONTAINER, ...CALLABLE, 'properties', 'isExecutable', 'processType', 'level', 'definitionalCollaborationRef'],
  subProcess: [...ACTIVITY, ...CONTAINER, 'triggeredByEvent'],
  eventSubProcess: [...CONTAINER, 'properties', 'triggeredByEvent', 'isForCompensation'],
  transaction: [...ACTIVITY, ...CONTAINER],
  adHocSubProcess: [...ACTIVITY, ...CONTAINER, 'completionCondition', 'ordering', 'cancelRemainingInstances'],
  userTask: ACTIVITY,
  serviceTask: [...ACTIVITY, 'operationRef', 'messageRef'],
  scriptTask: ACTIVITY,
  businessRuleTask: ACTIVITY,
  callActivity: [...ACTIVITY, 'calledElement'],
  receiveTask: [...ACTIVITY, 'operationRef', 'messageRef', 'instantiate'],
  sendTask: [...ACTIVITY, 'operationRef', 'messageRef'],
  passThroughTask: ACTIVITY,
  exclusiveGateway: GATEWAY,
  parallelGateway: GATEWAY,
  inclusiveGateway: GATEWAY,
  eventBasedGateway: ['gatewayDirection', 'instantiate', 'eventGatewayType'],
  complexGateway: [...GATEWAY, 'activationCondition'],
  startEvent: [...CATCH, 'isInterrupting'],
  endEvent: THROW,
  intermediateCatchEvent: CATCH,
  intermediateThrowEvent: THROW,
  boundaryEvent: [...CATCH, 'cancelActivity', 'attachedToRef'],
  unsupported: [],
};

const MAPPING = ['zeebe:IoMapping'];
const PLACE = ['thidua:Step', 'thidua:Deadline', 'thidua:Document'];
const WORK = [...MAPPING, ...PLACE, 'zeebe:TaskHeaders', 'thidua:Authority'];
const SENT = [...MAPPING, 'thidua:Step', 'thidua:Publish', 'zeebe:TaskDefinition', 'zeebe:TaskHeaders'];

const EXTENSIONS: Words = {
  process: ['zeebe:VersionTag', 'thidua:Authority', 'thidua:Deadline'],
  subProcess: [...MAPPING, ...PLACE],
  eventSubProcess: [],
  transaction: [...MAPPING, ...PLACE],
  adHocSubProcess: [...MAPPING, ...PLACE, 'zeebe:AdHoc'],
  userTask: [
    ...WORK,
    ...['zeebe:UserTask', 'zeebe:AssignmentDefinition', 'zeebe:FormDefinition', 'zeebe:TaskSchedule', 'zeebe:PriorityDefinition'],
    'thidua:FourEyes',
  ],
  serviceTask: [...WORK, 'zeebe:TaskDefinition'],
  scriptTask: [...WORK, 'zeebe:Script'],
  businessRuleTask: [...WORK, 'zeebe:CalledDecision'],
  callActivity: [...MAPPING, ...PLACE, 'zeebe:CalledElement'],
  receiveTask: [...MAPPING, ...PLACE, 'thidua:Start'],
  sendTask: [...MAPPING, ...PLACE, 'thidua:Publish'],
  passThroughTask: ['thidua:Step', 'thidua:Document'],
  exclusiveGateway: [],
  parallelGateway: [],
  inclusiveGateway: [],
  eventBasedGateway: [],
  complexGateway: [],
  startEvent: [...MAPPING, 'thidua:Step', 'thidua:Start'],
  endEvent: SENT,
  intermediateCatchEvent: [...MAPPING, 'thidua:Step', 'thidua:Start'],
  intermediateThrowEvent: SENT,
  boundaryEvent: [...MAPPING, 'thidua:Step'],
  unsupported: [],
};

/** Properties that are harmless as long as they say what is true anyway. */
const NEUTRAL: Readonly<Record<string, readonly unknown[]>> = {
  isClosed: [false],
  isImmediate: [true],
  processType: ['None', 'Private'],
  waitForCompletion: [true],
  implementation: ['##unspecified', '##WebService'],
  method: ['##Compensate', '##compensate'],
};

/** Attributes of zeebe extensions that the engine does not act on, with the values it can live with. */
export const IDLE_ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
  'zeebe:AssignmentDefinition': { candidateUsers: [] },
  'zeebe:TaskSchedule': { followUpDate: [] },
  'zeebe:FormDefinition': { formKey: [], externalReference: [], versionTag: [], bindingType: ['deployment', 'latest'] },
  'zeebe:CalledDecision': { versionTag: [], bindingType: ['deployment', 'latest'] },
  'zeebe:CalledElement': { processIdExpression: [], businessId: [] },
  'zeebe:AdHoc': { outputCollection: [], outputElement: [] },
};

export function executesProperty(kind: DrawnNode['kind'], name: string, value: unknown): boolean {
  return NEUTRAL[name]?.includes(value) ?? [BASE, SILENT, PROPERTIES[kind]].some((words) => words.includes(name));
}

/** Free properties; and the converter's marks, each of which the parser refuses by itself. */
const EVERYWHERE: readonly string[] = ['zeebe:Properties', 'thidua:Unmapped'];

export function executesExtension(kind: DrawnNode['kind'], type: string): boolean {
  return EVERYWHERE.includes(type) || EXTENSIONS[kind].includes(type);
}

/** A global task says what is done where it is called; it has no place of its own. */
export function executesGlobalProperty(name: string, value: unknown): boolean {
  return NEUTRAL[name]?.includes(value) ?? [BASE, SILENT, CALLABLE].some((words) => words.includes(name));
}

const ITEM = ['itemSubjectRef', 'dataState'];
const ASSOCIATION = ['sourceRef', 'targetRef', 'transformation', 'assignment'];

/** The same for the elements that are no nodes, by BPMN type. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'bpmn:SequenceFlow': ['sourceRef', 'targetRef', 'conditionExpression'],
  'bpmn:MultiInstanceLoopCharacteristics': [
    ...['isSequential', 'loopCardinality', 'completionCondition', 'behavior'],
    ...['oneBehaviorEventRef', 'noneBehaviorEventRef', 'complexBehaviorDefinition'],
  ],
  'bpmn:StandardLoopCharacteristics': ['testBefore', 'loopMaximum', 'loopCondition'],
  'bpmn:TimerEventDefinition': ['timeDate', 'timeDuration', 'timeCycle'],
  'bpmn:MessageEventDefinition': ['messageRef', 'operationRef'],
  'bpmn:ErrorEventDefinition': ['errorRef'],
  'bpmn:EscalationEventDefinition': ['escalationRef'],
  'bpmn:SignalEventDefinition': ['signalRef'],
  'bpmn:ConditionalEventDefinition': ['condition'],
  'bpmn:CompensateEventDefinition': ['activityRef'],
  'bpmn:LinkEventDefinition': ['source', 'target'],
  'bpmn:TerminateEventDefinition': [],
  'bpmn:CancelEventDefinition': [],
  'bpmn:DataObject': [...ITEM, 'isCollection'],
  'bpmn:DataObjectReference': [...ITEM, 'dataObjectRef'],
  'bpmn:DataStoreReference': [...ITEM, 'dataStoreRef'],
  'bpmn:Property': ITEM,
  'bpmn:DataInputAssociation': ASSOCIATION,
  'bpmn:DataOutputAssociation': ASSOCIATION,
};
const PART_EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  'bpmn:MultiInstanceLoopCharacteristics': ['zeebe:LoopCharacteristics'],
  'bpmn:DataObject': ['thidua:Initial'],
  'bpmn:Property': ['thidua:Initial'],
};

export function isExecutedPart(type: string): boolean {
  return Object.hasOwn(PARTS, type);
}

export function executesPartProperty(type: string, name: string, value: unknown): boolean {
  return NEUTRAL[name]?.includes(value) ?? [BASE, SILENT, PARTS[type] ?? []].some((words) => words.includes(name));
}

export function executesPartExtension(type: string, extension: string): boolean {
  return EVERYWHERE.includes(extension) || (PART_EXTENSIONS[type] ?? []).includes(extension);
}
