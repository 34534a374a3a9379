import type { ModdleElement } from 'bpmn-moddle';
import type { ElementType } from '../graph';
import { elementOf, elementsOf, extensionOf, flagOf, textOf } from '../moddle/access';
import type { DrawnFlow, DrawnNode, DrawnProcess, Drawing, Trigger } from './drawing';
import { lanesOf, type Lane } from './lanes';

const KINDS: Readonly<Record<string, ElementType>> = {
  'bpmn:StartEvent': 'startEvent',
  'bpmn:EndEvent': 'endEvent',
  'bpmn:IntermediateCatchEvent': 'intermediateCatchEvent',
  'bpmn:IntermediateThrowEvent': 'intermediateThrowEvent',
  'bpmn:BoundaryEvent': 'boundaryEvent',
  'bpmn:UserTask': 'userTask',
  'bpmn:ServiceTask': 'serviceTask',
  'bpmn:SendTask': 'serviceTask',
  'bpmn:BusinessRuleTask': 'businessRuleTask',
  'bpmn:CallActivity': 'callActivity',
  'bpmn:Task': 'passThroughTask',
  'bpmn:ManualTask': 'passThroughTask',
  'bpmn:ExclusiveGateway': 'exclusiveGateway',
  'bpmn:ParallelGateway': 'parallelGateway',
  'bpmn:SubProcess': 'subProcess',
};
const TRIGGERS: Readonly<Record<string, Trigger>> = {
  'bpmn:MessageEventDefinition': 'message',
  'bpmn:TimerEventDefinition': 'timer',
  'bpmn:ErrorEventDefinition': 'error',
  'bpmn:TerminateEventDefinition': 'terminate',
};

/** Flattens parsed definitions into the drawing the rules and the compiler read. */
export function draw(root: ModdleElement): Drawing {
  const processes = elementsOf(root, 'rootElements').filter((element) => element.$type === 'bpmn:Process');
  return {
    definitionsId: root.id ?? '',
    root,
    processes: processes.filter((process) => flagOf(process, 'isExecutable') === true).map(drawProcess),
    shapes: shapesOf(root),
  };
}

/** The event definitions of an event, in place and by reference. */
export function eventDefinitionsOf(element: ModdleElement): readonly ModdleElement[] {
  return [...elementsOf(element, 'eventDefinitions'), ...elementsOf(element, 'eventDefinitionRef')];
}

interface Sheet {
  readonly nodes: { readonly element: ModdleElement; readonly scope: number; readonly lane: Lane | undefined }[];
  readonly flows: { readonly element: ModdleElement; readonly scope: number }[];
  readonly others: ModdleElement[];
}

function drawProcess(element: ModdleElement): DrawnProcess {
  const sheet: Sheet = { nodes: [{ element, scope: 0, lane: undefined }], flows: [], others: [] };
  spread(element, 0, undefined, sheet);
  const positions = new Map(sheet.nodes.map((node, index) => [node.element, index]));
  const positionOf = (reference: ModdleElement | undefined): number | undefined =>
    reference === undefined ? undefined : positions.get(reference);
  const flows = sheet.flows.map(({ element: flow, scope }, index) => drawFlow(flow, scope, index, positionOf));
  const attached = sheet.nodes.map((node) => positionOf(elementOf(node.element, 'attachedToRef')));
  const incoming = grouped(flows.map((flow) => flow.target));
  const outgoing = grouped(flows.map((flow) => flow.source));
  const boundaries = grouped(attached);
  const nodes = sheet.nodes.map((node, index): DrawnNode => {
    const attachedTo = attached[index];
    const step = textOf(extensionOf(node.element, 'thidua:Step'), 'kind');
    return {
      index,
      id: node.element.id ?? '',
      name: textOf(node.element, 'name') ?? '',
      kind: index === 0 ? 'process' : kindOf(node.element),
      element: node.element,
      scope: node.scope,
      incoming: incoming.get(index) ?? [],
      outgoing: outgoing.get(index) ?? [],
      boundaries: boundaries.get(index) ?? [],
      ...(attachedTo === undefined ? {} : { attachedTo }),
      ...(node.lane === undefined ? {} : { lane: node.lane }),
      trigger: triggerOf(node.element),
      interrupting: isInterrupting(node.element),
      ...(step === undefined ? {} : { step }),
    };
  });
  const members = new Map<number, DrawnNode[]>();
  for (const node of nodes.slice(1)) {
    const group = members.get(node.scope) ?? [];
    group.push(node);
    members.set(node.scope, group);
  }
  return { id: element.id ?? '', element, nodes, flows, members, others: sheet.others };
}

function spread(container: ModdleElement, scope: number, inherited: Lane | undefined, sheet: Sheet): void {
  const lanes = lanesOf(container);
  for (const element of elementsOf(container, 'flowElements')) {
    if (element.$type === 'bpmn:SequenceFlow') {
      sheet.flows.push({ element, scope });
    } else if (!isFlowNode(element)) {
      sheet.others.push(element);
    } else {
      const lane = lanes.get(element) ?? inherited;
      sheet.nodes.push({ element, scope, lane });
      spread(element, sheet.nodes.length - 1, lane, sheet);
    }
  }
}

/** Positions by the value they hold. */
function grouped(values: readonly (number | undefined)[]): ReadonlyMap<number | undefined, readonly number[]> {
  const groups = new Map<number | undefined, number[]>();
  values.forEach((value, position) => {
    const group = groups.get(value) ?? [];
    group.push(position);
    groups.set(value, group);
  });
  return groups;
}

function isFlowNode(element: ModdleElement): boolean {
  return element.$instanceOf?.('bpmn:FlowNode') === true;
}

function kindOf(element: ModdleElement): ElementType | 'unsupported' {
  if (element.$type === 'bpmn:SubProcess' && flagOf(element, 'triggeredByEvent') === true) {
    return 'eventSubProcess';
  }
  return KINDS[element.$type] ?? 'unsupported';
}

/** An event subprocess interrupts as its start event says. */
function isInterrupting(element: ModdleElement): boolean {
  const start = elementsOf(element, 'flowElements').find((member) => member.$type === 'bpmn:StartEvent');
  const event = kindOf(element) === 'eventSubProcess' && start !== undefined ? start : element;
  return flagOf(event, 'cancelActivity') !== false && flagOf(event, 'isInterrupting') !== false;
}

function triggerOf(element: ModdleElement): Trigger {
  const [first, ...more] = eventDefinitionsOf(element);
  if (first === undefined) {
    return 'none';
  }
  return more.length > 0 ? 'other' : (TRIGGERS[first.$type] ?? 'other');
}

function drawFlow(
  element: ModdleElement,
  scope: number,
  index: number,
  positionOf: (reference: ModdleElement | undefined) => number | undefined,
): DrawnFlow {
  const condition = textOf(elementOf(element, 'conditionExpression'), 'body')?.trim().replace(/^=/, '').trim();
  const source = elementOf(element, 'sourceRef');
  return {
    index,
    id: element.id ?? '',
    name: textOf(element, 'name') ?? '',
    element,
    scope,
    source: positionOf(source),
    target: positionOf(elementOf(element, 'targetRef')),
    ...(condition === undefined ? {} : { condition }),
    isDefault: elementOf(source, 'default') === element,
  };
}

function shapesOf(root: ModdleElement): ReadonlySet<string> {
  const planes = elementsOf(root, 'diagrams').flatMap((diagram) => elementsOf(elementOf(diagram, 'plane'), 'planeElement'));
  return new Set(planes.flatMap((shape) => elementOf(shape, 'bpmnElement')?.id ?? []));
}
