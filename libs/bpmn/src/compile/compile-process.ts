import type { Drawing, DrawnFlow, DrawnNode, DrawnProcess } from '../drawing/drawing';
import { legalOf } from '../drawing/legal';
import type { GraphElement, GraphFlow, ProcessGraph } from '../graph';
import { textOf, written } from '../moddle/access';
import type { Refusal } from '../refusal';
import type { Surroundings } from '../surroundings';
import { callPart } from './call';
import type { Compiling } from './compiling';
import { dataObjectsOf, dataOf } from './data';
import { boundaryPart, endPart, intermediateCatchPart, intermediateThrowPart, startPart } from './events';
import { feelBody } from './expressions';
import { freezeGraph } from './freeze';
import { complexGatewayPart, eventGatewayPart } from './gateways';
import { multiInstanceOf, standardLoopOf } from './loops';
import type { Part } from './part';
import { present } from './present';
import { quantityOf } from './quantities';
import { adHocPart, scopePart } from './scopes';
import { businessRulePart, receivePart, scriptPart, sendPart, serviceTaskPart } from './tasks';
import { userTaskPart } from './user-task';
import { headersOf, inputsOf, outputsOf } from './variables';

/** The graph of one drawn process, and why it has none. With any refusal, also of the rules, the graph must not be used. */
export interface Compiled {
  readonly graph?: ProcessGraph;
  readonly refusals: readonly Refusal[];
}

export function compileProcess(drawing: Drawing, process: DrawnProcess, surroundings: Surroundings): Compiled {
  const compiling: Compiling = {
    drawing,
    process,
    surroundings,
    refusals: [],
    expressions: new Map(),
    data: dataObjectsOf(process.others),
  };
  const elements = process.nodes.map((node) => compileElement(compiling, node));
  const flows = [...process.flows, ...process.links].map((flow) => compileFlow(compiling, flow));
  const { refusals } = compiling;
  if (!elements.every((element) => element !== undefined) || !flows.every((flow) => flow !== undefined) || refusals.length > 0) {
    return { refusals };
  }
  const graph = freezeGraph({
    processId: process.id,
    name: written(process.element, 'name'),
    legal: present({ level: textOf(process.element, 'level') }),
    elements,
    flows,
    byId: new Map(process.nodes.map((node) => [node.id, node.index])),
  });
  return { graph, refusals };
}

function compileElement(compiling: Compiling, node: DrawnNode): GraphElement | undefined {
  const { index, id, name, scope, waysIn: incoming, waysOut: outgoing, boundaries, lane } = node;
  const common = present({
    ...{ index, id, name, scope, incoming, outgoing, boundaries, lane },
    inputs: inputsOf(compiling, node),
    outputs: outputsOf(compiling, node),
    multiInstance: multiInstanceOf(compiling, node),
    standardLoop: standardLoopOf(compiling, node),
    startQuantity: quantityOf(node, 'startQuantity'),
    completionQuantity: quantityOf(node, 'completionQuantity'),
    isForCompensation: node.forCompensation ? true : undefined,
    compensation: node.kind === 'boundaryEvent' ? undefined : node.compensationHandler,
    data: dataOf(compiling, node),
    headers: headersOf(node.work),
    legal: legalOf(node.element),
  });
  const part = PARTS[node.kind](compiling, node);
  return part === undefined ? undefined : { ...common, ...part };
}

type Compile = (compiling: Compiling, node: DrawnNode) => Part | undefined;

const PARTS: Readonly<Record<DrawnNode['kind'], Compile>> = {
  process: scopePart,
  subProcess: scopePart,
  eventSubProcess: scopePart,
  transaction: scopePart,
  adHocSubProcess: adHocPart,
  userTask: userTaskPart,
  serviceTask: serviceTaskPart,
  scriptTask: scriptPart,
  businessRuleTask: businessRulePart,
  callActivity: callPart,
  receiveTask: receivePart,
  sendTask: sendPart,
  passThroughTask: () => ({ type: 'passThroughTask' }),
  exclusiveGateway: () => ({ type: 'exclusiveGateway' }),
  parallelGateway: () => ({ type: 'parallelGateway' }),
  inclusiveGateway: () => ({ type: 'inclusiveGateway' }),
  eventBasedGateway: eventGatewayPart,
  complexGateway: complexGatewayPart,
  startEvent: startPart,
  endEvent: endPart,
  intermediateThrowEvent: intermediateThrowPart,
  intermediateCatchEvent: intermediateCatchPart,
  boundaryEvent: boundaryPart,
  unsupported: () => undefined,
};

function compileFlow(compiling: Compiling, flow: DrawnFlow): GraphFlow | undefined {
  const { index, id, name, source, target, isDefault } = flow;
  // That an empty one says nothing is told by the rule about conditions.
  const condition = (flow.condition ?? '') === '' ? undefined : feelBody(compiling, flow.element, 'conditionExpression');
  return source === undefined || target === undefined ? undefined : present({ index, id, name, source, target, condition, isDefault });
}
