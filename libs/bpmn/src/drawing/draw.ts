import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf, extensionOf, flagOf, idOf, textOf } from '../moddle/access';
import { beginningsOf } from './beginnings';
import { compensationHandlers, isForCompensation } from './compensation';
import type { DrawnFlow, DrawnNode, DrawnProcess, Drawing } from './drawing';
import { calledTask, globalTasksOf, kindOf, triggerOf, triggersOf } from './kinds';
import { lanesOf, type Lane } from './lanes';
import { linkFlows } from './links';

/** Flattens parsed definitions into the drawing the rules and the compiler read. */
export function draw(root: ModdleElement): Drawing {
  const rootElements = elementsOf(root, 'rootElements');
  const globalTasks = globalTasksOf(root);
  const collaborations = rootElements.filter((element) => element.$type === 'bpmn:Collaboration');
  const processes = rootElements.filter((element) => element.$type === 'bpmn:Process' && flagOf(element, 'isExecutable') === true);
  return {
    definitionsId: idOf(root),
    root,
    processes: processes.map((process) => drawProcess(process, { globalTasks, collaborations })),
    shapes: shapesOf(root),
  };
}

/** What a process borrows from the rest of its file. */
interface Around {
  readonly globalTasks: ReadonlyMap<string, ModdleElement>;
  /** Associations may be kept there. */
  readonly collaborations: readonly ModdleElement[];
}

interface Sheet {
  readonly nodes: { readonly element: ModdleElement; readonly scope: number; readonly lane: Lane | undefined }[];
  readonly flows: { readonly element: ModdleElement; readonly scope: number }[];
  readonly others: { readonly element: ModdleElement; readonly scope: number }[];
}

function drawProcess(element: ModdleElement, { globalTasks, collaborations }: Around): DrawnProcess {
  const sheet: Sheet = { nodes: [{ element, scope: 0, lane: undefined }], flows: [], others: [] };
  spread(element, 0, undefined, sheet);
  const positions = new Map<ModdleElement | undefined, number>(sheet.nodes.map((node, index) => [node.element, index]));
  const positionOf = (reference: ModdleElement | undefined): number | undefined => positions.get(reference);
  const flows = sheet.flows.map(({ element: flow, scope }, index) => drawFlow(flow, scope, index, positionOf));
  const links = linkFlows(sheet.nodes, flows.length);
  const attached = sheet.nodes.map((node) => positionOf(elementOf(node.element, 'attachedToRef')));
  const incoming = grouped(flows.map((flow) => flow.target));
  const outgoing = grouped(flows.map((flow) => flow.source));
  const ways = {
    in: grouped([...flows, ...links].map((flow) => flow.target)),
    out: grouped([...flows, ...links].map((flow) => flow.source)),
  };
  const boundaries = grouped(attached);
  const handlers = new Map<number | undefined, number>();
  for (const [event, handler] of compensationHandlers([...collaborations, ...sheet.nodes.map((node) => node.element)])) {
    const [from, to] = [positionOf(event), positionOf(handler)];
    if (from !== undefined && to !== undefined) {
      handlers.set(from, to).set(attached[from], handlers.get(attached[from]) ?? to);
    }
  }
  const nodes = sheet.nodes.map((node, index): Omit<DrawnNode, 'begins'> => {
    const attachedTo = attached[index];
    const compensationHandler = handlers.get(index);
    const step = textOf(extensionOf(node.element, 'thidua:Step'), 'kind');
    const work = calledTask(node.element, globalTasks) ?? node.element;
    const triggers = triggersOf(node.element);
    return {
      index,
      id: idOf(node.element),
      name: textOf(node.element, 'name') ?? '',
      kind: index === 0 ? 'process' : kindOf(work),
      element: node.element,
      work,
      scope: node.scope,
      incoming: incoming.get(index) ?? [],
      outgoing: outgoing.get(index) ?? [],
      waysIn: ways.in.get(index) ?? [],
      waysOut: ways.out.get(index) ?? [],
      boundaries: boundaries.get(index) ?? [],
      ...(attachedTo === undefined ? {} : { attachedTo }),
      ...(compensationHandler === undefined ? {} : { compensationHandler }),
      forCompensation: isForCompensation(node.element),
      instantiates: flagOf(node.element, 'instantiate') === true,
      ...(node.lane === undefined ? {} : { lane: node.lane }),
      trigger: triggerOf(node.element, triggers),
      triggers,
      interrupting: isInterrupting(node.element),
      ...(step === undefined ? {} : { step }),
    };
  });
  const begins = beginningsOf(nodes);
  const members = new Map<number, DrawnNode[]>();
  const complete = nodes.map((node): DrawnNode => ({ ...node, begins: begins.has(node.index) }));
  for (const node of complete.slice(1)) {
    const group = members.get(node.scope) ?? [];
    group.push(node);
    members.set(node.scope, group);
  }
  return { id: idOf(element), element, nodes: complete, positions, flows, links, members, others: sheet.others };
}

function spread(container: ModdleElement, scope: number, inherited: Lane | undefined, sheet: Sheet): void {
  const lanes = lanesOf(container);
  for (const element of elementsOf(container, 'flowElements')) {
    if (element.$type === 'bpmn:SequenceFlow') {
      sheet.flows.push({ element, scope });
    } else if (!isFlowNode(element)) {
      sheet.others.push({ element, scope });
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

/** An event subprocess interrupts as its start event says. */
function isInterrupting(element: ModdleElement): boolean {
  const start = elementsOf(element, 'flowElements').find((member) => member.$type === 'bpmn:StartEvent');
  const event = kindOf(element) === 'eventSubProcess' && start !== undefined ? start : element;
  return flagOf(event, 'cancelActivity') !== false && flagOf(event, 'isInterrupting') !== false;
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
    id: idOf(element),
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
