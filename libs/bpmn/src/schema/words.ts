/** What the BPMN 2.0 schema (ISO/IEC 19510) says of attributes and children, as far as the parser lets it pass without a word. */
const BOOLEANS = [
  ...['isExecutable', 'isClosed', 'isForCompensation', 'isInterrupting', 'parallelMultiple', 'cancelActivity', 'isImmediate'],
  ...['isCollection', 'isSequential', 'testBefore', 'instantiate', 'triggeredByEvent', 'cancelRemainingInstances', 'waitForCompletion'],
  ...['isUnlimited', 'isRequired', 'mustUnderstand', 'isReference'],
];
const INTEGERS = ['startQuantity', 'completionQuantity', 'minimum', 'maximum', 'loopMaximum', 'capacity'];
const ENUMERATIONS: Readonly<Record<string, readonly string[]>> = {
  processType: ['None', 'Public', 'Private'],
  gatewayDirection: ['Unspecified', 'Converging', 'Diverging', 'Mixed'],
  eventGatewayType: ['Exclusive', 'Parallel'],
  behavior: ['None', 'One', 'All', 'Complex'],
  ordering: ['Parallel', 'Sequential'],
  associationDirection: ['None', 'One', 'Both'],
  itemKind: ['Information', 'Physical'],
  loopType: ['None', 'Standard', 'MultiInstanceSequential', 'MultiInstanceParallel'],
};

export interface ValueKind {
  /** In words, for the finding. */
  readonly expected: string;
  readonly fits: (value: string) => boolean;
}

const BOOLEAN: ValueKind = { expected: 'true | false', fits: (value) => /^(true|false|1|0)$/.test(value) };
const INTEGER: ValueKind = { expected: 'integer', fits: (value) => /^[+-]?\d+$/.test(value) };
const NAME: ValueKind = { expected: 'NCName', fits: (value) => /^[\p{L}_][\p{L}\p{M}\p{N}._·-]*$/u.test(value) };

/** By attribute: each name means the same wherever BPMN uses it. */
export const VALUE_KINDS: ReadonlyMap<string, ValueKind> = new Map([
  ...BOOLEANS.map((name): [string, ValueKind] => [name, BOOLEAN]),
  ...INTEGERS.map((name): [string, ValueKind] => [name, INTEGER]),
  ...Object.entries(ENUMERATIONS).map(([name, words]): [string, ValueKind] => [
    name,
    { expected: words.join(' | '), fits: (value) => words.includes(value) },
  ]),
  ['id', NAME],
]);

/** Attributes an element cannot do without. Ends of flows and hosts of boundary events are left to rules with sentences of their own. */
export const REQUIRED_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  definitions: ['targetNamespace'],
  import: ['namespace', 'location', 'importType'],
  association: ['sourceRef', 'targetRef'],
  conversationLink: ['sourceRef', 'targetRef'],
  interface: ['name'],
  operation: ['name'],
  resource: ['name'],
  resourceParameterBinding: ['parameterRef'],
  linkEventDefinition: ['name'],
  ioBinding: ['operationRef', 'inputDataRef', 'outputDataRef'],
  callChoreography: ['initiatingParticipantRef'],
  choreographyTask: ['initiatingParticipantRef'],
  subChoreography: ['initiatingParticipantRef'],
};

export const REQUIRED_CHILDREN: Readonly<Record<string, readonly string[]>> = {
  ioSpecification: ['inputSet', 'outputSet'],
  operation: ['inMessageRef'],
  dataInputAssociation: ['targetRef'],
  dataOutputAssociation: ['targetRef'],
};

/** Children that may stand once in their parent; the parser keeps the last of them and drops the others without a word. */
export const SINGLE_CHILDREN: readonly string[] = [
  ...['extensionElements', 'ioSpecification', 'conditionExpression', 'completionCondition', 'activationCondition', 'condition'],
  ...['loopCondition', 'loopCardinality', 'loopDataInputRef', 'loopDataOutputRef', 'inputDataItem', 'outputDataItem'],
  ...['timeDate', 'timeDuration', 'timeCycle', 'script', 'transformation', 'dataState', 'participantMultiplicity', 'childLaneSet'],
  ...['operationRef', 'inMessageRef', 'outMessageRef', 'resourceRef', 'resourceAssignmentExpression', 'messagePath', 'dataPath'],
];

/** The loop markers share one place. */
export const LOOP_MARKERS: readonly string[] = ['standardLoopCharacteristics', 'multiInstanceLoopCharacteristics'];
