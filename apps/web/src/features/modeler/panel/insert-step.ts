import type { DiagramElement, Services } from '../../../bpmn/types';

const COMMAND = 'thidua.insertStep';
const WIDTH = 130;
const HEIGHT = 80;
const GAP = 50;

interface Insertion {
  readonly after: DiagramElement;
  readonly flow: DiagramElement;
  /** The new step, once it is there. */
  made?: DiagramElement;
}

/** The one flow that leaves an activity: behind it a step can be put in without asking where. */
export function onlyFlowOf(element: DiagramElement): DiagramElement | undefined {
  const flows = (element.outgoing ?? []).filter((one) => one.type === 'bpmn:SequenceFlow');
  return flows.length === 1 ? flows[0] : undefined;
}

/** Puts a step between an activity and what comes next, with room for it: one command, undone by one press. */
export function insertStep(services: Services, after: DiagramElement): void {
  const flow = onlyFlowOf(after);
  const stack = services.get('commandStack');
  if (flow === undefined) {
    return;
  }
  const context: Insertion = { after, flow };
  register(services);
  stack.execute(COMMAND, context);
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

function insert(services: Services, { after, flow }: Insertion): DiagramElement | undefined {
  const { target } = flow;
  const { x = 0, y = 0, width = WIDTH, height = HEIGHT } = after;
  if (target === undefined) {
    return undefined;
  }
  const modeling = services.get('modeling');
  const space = services.get('spaceTool');
  const edge = x + width + 1;
  const room = WIDTH + GAP;
  const all = services
    .get('elementRegistry')
    .filter((one) => one.parent !== undefined && one.parent !== null && one.labelTarget === undefined);
  const { movingShapes, resizingShapes } = space.calculateAdjustments(all, 'x', room, edge);
  space.makeSpace(movingShapes, resizingShapes, { x: room, y: 0 }, 'e', edge);
  const shape = services.get('elementFactory').createShape({ type: 'bpmn:UserTask' });
  const made = modeling.createShape(shape, { x: x + width + GAP + WIDTH / 2, y: y + height / 2 }, after.parent ?? null);
  modeling.reconnectEnd(flow, made, { x: x + width + GAP, y: y + height / 2 });
  modeling.connect(made, target);
  return made;
}
