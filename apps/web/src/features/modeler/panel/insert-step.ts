import type { DiagramElement, Services } from '../../../bpmn/types';
import { setExtension } from '../extension';
import { freshName } from './condition';
import type { Part } from './part';

const COMMAND = 'thidua.insertStep';
const WIDTH = 130;
const HEIGHT = 80;
const GAP = 50;
const GATEWAY = 50;
/** How far above the steps the way back runs. */
const ABOVE = 22;
/** The form of the house whose two buttons are yes, and back with the reason. */
export const ASSENT_FORM = 'dong-y-tra-lai';

/** What the new step is called, and on the ways that leave it. */
export interface CheckWords {
  readonly name: string;
  readonly question: string;
  readonly yes: string;
  readonly back: string;
}

export interface NewCheck extends CheckWords {
  /** Its performer, as an expression; '' = to be chosen. */
  readonly groups: string;
  /** Not by whoever did the step before. */
  readonly another: boolean;
}

interface Insertion {
  readonly after: DiagramElement;
  readonly flow: DiagramElement;
  readonly check: NewCheck | undefined;
  /** The new step, once it is there. */
  made?: DiagramElement;
}

/** The one flow that leaves an activity: behind it a step can be put in without asking where. */
export function onlyFlowOf(element: DiagramElement): DiagramElement | undefined {
  const flows = (element.outgoing ?? []).filter((one) => one.type === 'bpmn:SequenceFlow');
  return flows.length === 1 ? flows[0] : undefined;
}

/**
 * Puts a step between an activity and what comes next, with room for it; with `check` one that agrees or sends back, with the question and
 * the way back behind it. One command, undone by one press.
 */
export function insertStep({ services, element }: Pick<Part, 'services' | 'element'>, check?: NewCheck): void {
  const flow = onlyFlowOf(element);
  if (flow === undefined) {
    return;
  }
  const context: Insertion = { after: element, flow, check };
  register(services);
  services.get('commandStack').execute(COMMAND, context);
  if (context.made !== undefined) {
    services.get('selection').select(context.made);
  }
}

const REGISTERED = new WeakSet<object>();

function register(services: Services): void {
  const stack = services.get('commandStack');
  if (!REGISTERED.has(stack)) {
    REGISTERED.add(stack);
    stack.register(COMMAND, {
      preExecute: (context: Insertion) => {
        context.made = insert(services, context);
      },
    });
  }
}

function insert(services: Services, { after, flow, check }: Insertion): DiagramElement | undefined {
  const { target } = flow;
  const { x = 0, y = 0, width = WIDTH, height = HEIGHT } = after;
  if (target === undefined) {
    return undefined;
  }
  const modeling = services.get('modeling');
  makeRoom(services, x + width + 1, WIDTH + GAP + (check === undefined ? 0 : GATEWAY + GAP));
  const middle = y + height / 2;
  const factory = services.get('elementFactory');
  const size = { width: WIDTH, height: HEIGHT };
  const shape = factory.createShape({ type: 'bpmn:UserTask', ...size });
  const left = x + width + GAP;
  const made = modeling.createShape(shape, { x: left + WIDTH / 2, y: middle }, after.parent ?? null);
  modeling.reconnectEnd(flow, made, { x: left, y: middle });
  if (check === undefined) {
    modeling.connect(made, target);
    return made;
  }
  const asks = { x: left + WIDTH + GAP + GATEWAY / 2, y: middle };
  const gateway = modeling.createShape(factory.createShape({ type: 'bpmn:ExclusiveGateway' }), asks, after.parent ?? null);
  modeling.connect(made, gateway);
  modeling.updateProperties(made, { name: check.name });
  modeling.updateProperties(gateway, { name: check.question });
  const onwards = modeling.connect(gateway, target);
  modeling.updateProperties(onwards, { name: check.yes });
  modeling.updateProperties(gateway, { default: onwards.businessObject });
  const top = Math.min(y, middle - HEIGHT / 2) - ABOVE;
  const waypoints = [
    { x: asks.x, y: middle - GATEWAY / 2 },
    { x: asks.x, y: top },
    { x: x + width / 2, y: top },
    { x: x + width / 2, y },
  ];
  const back = modeling.connect(gateway, after, { type: 'bpmn:SequenceFlow', waypoints });
  const result = freshName(services, 'ketQuaKiemTra');
  const body = `=${result} = "send-back"`;
  modeling.updateProperties(back, {
    name: check.back,
    conditionExpression: services.get('bpmnFactory').create('bpmn:FormalExpression', { body }),
  });
  fill(services, made, { check, result, checked: after.id });
  return made;
}

/** Everything to the right of `edge` moves on. */
function makeRoom(services: Services, edge: number, room: number): void {
  const space = services.get('spaceTool');
  const all = services
    .get('elementRegistry')
    .filter((one) => one.parent !== undefined && one.parent !== null && one.labelTarget === undefined);
  const { movingShapes, resizingShapes } = space.calculateAdjustments(all, 'x', room, edge);
  space.makeSpace(movingShapes, resizingShapes, { x: room, y: 0 }, 'e', edge);
}

interface Filling {
  readonly check: NewCheck;
  readonly result: string;
  readonly checked: string;
}

function fill(services: Services, made: DiagramElement, { check, result, checked }: Filling): void {
  setExtension(services, made, 'zeebe:UserTask', {});
  if (check.groups !== '') {
    setExtension(services, made, 'zeebe:AssignmentDefinition', { candidateGroups: check.groups });
  }
  setExtension(services, made, 'zeebe:FormDefinition', { formId: ASSENT_FORM });
  if (check.another) {
    setExtension(services, made, 'thidua:FourEyes', { tasks: checked });
  }
  keepOutcome(services, made, result);
}

/** The step's button is kept in a variable of the process: what conditions ask for. */
export function keepOutcome(services: Services, element: DiagramElement, target: string): void {
  const factory = services.get('bpmnFactory');
  const output = factory.create('zeebe:Output', { source: '=outcome', target });
  setExtension(services, element, 'zeebe:IoMapping', {});
  const mapping = element.businessObject.extensionElements?.values?.find((value) => value.$type === 'zeebe:IoMapping');
  if (mapping !== undefined) {
    Object.assign(output, { $parent: mapping });
    const before = mapping.get('outputParameters');
    const outputParameters = [...(Array.isArray(before) ? (before as readonly unknown[]) : []), output]; // a list of the BPMN model
    services.get('modeling').updateModdleProperties(element, mapping, { outputParameters });
  }
}
