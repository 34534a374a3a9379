import type { Condition, Loop, Model, ModelNode, ProcessModel, Throwing, Trigger } from './model';

const NAMESPACES = [
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  'xmlns:thidua="http://thidua.vn/schema/bpmn/1.0"',
].join(' ');

/** Variables every generated process has, all of them true or false. */
export const VARIABLES: readonly string[] = ['v1', 'v2', 'v3', 'v4'];

/** The model as a BPMN 2.0 file, without a drawing. */
export function writeXml(model: Model): string {
  const content = [...rootElements(model), ...model.processes.map(writeProcess)].join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<definitions ${NAMESPACES} id="definitions" targetNamespace="http://property.test">\n${content}\n</definitions>\n`;
}

/** Messages, signals, errors and escalations by the names in use. */
function rootElements(model: Model): readonly string[] {
  const used = new Map<string, string>();
  const use = (one: Trigger | Throwing): void => {
    const name = nameOf(one);
    if (name !== undefined) {
      used.set(`${one.kind}_${name}`, rootElement(one.kind, name));
    }
  };
  for (const node of model.processes.flatMap(({ nodes }) => nodes)) {
    (node.triggers ?? []).forEach(use);
    (node.throws ?? []).forEach(use);
  }
  return [...used.values()];
}

function nameOf(one: Trigger | Throwing): string | undefined {
  switch (one.kind) {
    case 'message':
    case 'signal':
      return one.name;
    case 'error':
    case 'escalation':
      return one.code;
    default:
      return undefined;
  }
}

function rootElement(kind: string, name: string): string {
  const head = `<${kind} id="${kind}_${name}" name="${name}"`;
  switch (kind) {
    case 'message':
      return `${head}><extensionElements><zeebe:subscription correlationKey="=&quot;k&quot;"/></extensionElements></message>`;
    case 'error':
      return `${head} errorCode="${name}"/>`;
    case 'escalation':
      return `${head} escalationCode="${name}"/>`;
    default:
      return `${head}/>`;
  }
}

function writeProcess(process: ProcessModel): string {
  return `<process id="${process.id}" name="${process.id}" isExecutable="true">\n${writeScope(process, process.id)}\n</process>`;
}

function writeScope(process: ProcessModel, scope: string): string {
  const nodes = process.nodes.filter((node) => node.scope === scope);
  const ids = new Set(nodes.map(({ id }) => id));
  const flows = process.flows.filter(({ from }) => ids.has(from));
  const defaults = new Map(flows.flatMap((flow) => (flow.isDefault ? [[flow.from, flow.id] as const] : [])));
  return [
    ...nodes.map((node) => writeNode(process, node, defaults.get(node.id))),
    ...flows.map(({ id, from, to, when }) => {
      const head = `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"`;
      return when === undefined ? `${head}/>` : `${head}>${formal('conditionExpression', feelOf(when))}</sequenceFlow>`;
    }),
    ...nodes
      .filter((node) => node.handler !== undefined)
      .map(({ id, handler }) => `<association id="${id}.a" sourceRef="${id}" targetRef="${handler ?? ''}" associationDirection="One"/>`),
  ].join('\n');
}

const XML_NAMES: Readonly<Record<string, string>> = { eventSubProcess: 'subProcess' };

function writeNode(process: ProcessModel, node: ModelNode, defaultFlow: string | undefined): string {
  const name = XML_NAMES[node.kind] ?? node.kind;
  const attributes = attributesOf(node, defaultFlow).map(([key, value]) => ` ${key}="${value}"`);
  const extensions = extensionsOf(node).join('');
  const isScope = ['subProcess', 'transaction', 'adHocSubProcess', 'eventSubProcess'].includes(node.kind);
  const inner = [
    ...(extensions === '' ? [] : [`<extensionElements>${extensions}</extensionElements>`]),
    ...(node.loop === undefined ? [] : [writeLoop(node.loop)]),
    ...(node.kind === 'receiveTask' ? [] : (node.triggers ?? []).map((trigger, at) => writeTrigger(`${node.id}.d${at}`, trigger))),
    ...(node.link === undefined ? [] : [`<linkEventDefinition id="${node.id}.d" name="${node.link}"/>`]),
    ...(node.kind === 'sendTask' ? [] : (node.throws ?? []).map((thrown, at) => writeThrow(`${node.id}.d${at}`, thrown))),
    ...(isScope ? [writeScope(process, node.id)] : []),
    ...(node.adHoc?.done === undefined ? [] : [formal('completionCondition', feelOf(node.adHoc.done))]),
    ...(node.activation === undefined ? [] : [formal('activationCondition', `=activationCount >= ${node.activation}`)]),
  ].join('');
  return `<${name} id="${node.id}"${attributes.join('')}>${inner}</${name}>`;
}

function attributesOf(node: ModelNode, defaultFlow: string | undefined): readonly (readonly [string, string])[] {
  const all: [string, string | undefined][] = [
    ['attachedToRef', node.attachedTo],
    ['cancelActivity', node.kind === 'boundaryEvent' && node.interrupting === false ? 'false' : undefined],
    ['isInterrupting', node.kind === 'startEvent' && node.interrupting === false ? 'false' : undefined],
    ['parallelMultiple', node.parallelMultiple === true ? 'true' : undefined],
    ['default', defaultFlow],
    ['triggeredByEvent', node.kind === 'eventSubProcess' ? 'true' : undefined],
    ['isForCompensation', node.forCompensation === true ? 'true' : undefined],
    ['messageRef', messageRef(node)],
    ['instantiate', node.instantiate === true ? 'true' : undefined],
    ['startQuantity', quantity(node.startQuantity)],
    ['completionQuantity', quantity(node.completionQuantity)],
    ['ordering', node.adHoc?.ordering === 'sequential' ? 'Sequential' : undefined],
    ['cancelRemainingInstances', node.adHoc === undefined ? undefined : String(node.adHoc.cancelRemaining)],
  ];
  return all.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
}

function quantity(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function messageRef({ kind, triggers, throws }: ModelNode): string | undefined {
  const [first] = kind === 'receiveTask' ? (triggers ?? []) : kind === 'sendTask' ? (throws ?? []) : [];
  return first?.kind === 'message' ? `message_${first.name}` : undefined;
}

function extensionsOf(node: ModelNode): readonly string[] {
  const variables = (tag: string): string => VARIABLES.map((name) => `<zeebe:${tag} source="=${name}" target="${name}"/>`).join('');
  switch (node.kind) {
    case 'userTask':
      return ['<zeebe:userTask/>', '<zeebe:assignmentDefinition assignee="somebody"/>'];
    case 'serviceTask':
      return [`<zeebe:taskDefinition type="${node.inline === true ? 'inline' : 'work'}"/>`];
    case 'businessRuleTask':
      return ['<zeebe:calledDecision decisionId="rule" resultVariable="verdict"/>'];
    case 'scriptTask':
      return [`<zeebe:script expression="=${String(node.script?.value)}" resultVariable="${node.script?.variable ?? ''}"/>`];
    case 'callActivity':
      return [
        `<zeebe:calledElement processId="${node.calls ?? ''}" propagateAllParentVariables="false" propagateAllChildVariables="false"/>`,
        `<zeebe:ioMapping>${variables('input')}${node.returns === true ? variables('output') : ''}</zeebe:ioMapping>`,
      ];
    case 'adHocSubProcess': {
      const list = node.adHoc?.active?.map((id) => `&quot;${id}&quot;`).join(', ');
      return list === undefined ? [] : [`<zeebe:adHoc activeElementsCollection="=[${list}]"/>`];
    }
    case 'sendTask':
    case 'endEvent':
    case 'intermediateThrowEvent':
      return node.throws?.some(({ kind }) => kind === 'message') === true ? ['<thidua:publish correlationKey="=&quot;k&quot;"/>'] : [];
    default:
      return [];
  }
}

function writeLoop(loop: Loop): string {
  if (loop.kind === 'standard') {
    const condition = loop.condition === undefined ? '' : formal('loopCondition', feelOf(loop.condition));
    return `<standardLoopCharacteristics testBefore="${String(loop.testBefore)}" loopMaximum="${loop.maximum}">${condition}</standardLoopCharacteristics>`;
  }
  const items = `[${Array.from({ length: loop.count }, (_, at) => at).join(', ')}]`;
  const body = [
    loop.by === 'collection'
      ? `<extensionElements><zeebe:loopCharacteristics inputCollection="=${items}" inputElement="item"/></extensionElements>`
      : formal('loopCardinality', `=${loop.count}`),
    ...(loop.enough === undefined ? [] : [formal('completionCondition', `=numberOfCompletedInstances >= ${loop.enough}`)]),
  ].join('');
  return `<multiInstanceLoopCharacteristics isSequential="${String(loop.sequential)}">${body}</multiInstanceLoopCharacteristics>`;
}

function writeTrigger(id: string, trigger: Trigger): string {
  switch (trigger.kind) {
    case 'timer': {
      const { times } = trigger;
      const when = times === undefined ? formal('timeDuration', 'PT1H') : formal('timeCycle', `R${times}/PT1H`);
      return `<timerEventDefinition id="${id}">${when}</timerEventDefinition>`;
    }
    case 'conditional':
      return `<conditionalEventDefinition id="${id}">${formal('condition', feelOf(trigger.condition))}</conditionalEventDefinition>`;
    default:
      return writeReference(id, trigger.kind, nameOf(trigger));
  }
}

function writeThrow(id: string, thrown: Throwing): string {
  if (thrown.kind === 'compensation') {
    const activity = thrown.activity === undefined ? '' : ` activityRef="${thrown.activity}"`;
    return `<compensateEventDefinition id="${id}"${activity}/>`;
  }
  return writeReference(id, thrown.kind, nameOf(thrown));
}

function writeReference(id: string, kind: string, name: string | undefined): string {
  const tag = kind === 'compensation' ? 'compensate' : kind;
  return `<${tag}EventDefinition id="${id}"${name === undefined ? '' : ` ${kind}Ref="${kind}_${name}"`}/>`;
}

function formal(tag: string, text: string): string {
  return `<${tag} xsi:type="tFormalExpression">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</${tag}>`;
}

function feelOf({ variable, value }: Condition): string {
  return value ? `=${variable}` : `=not(${variable})`;
}
