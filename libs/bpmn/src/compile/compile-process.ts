import { membersOf, type DrawnFlow, type DrawnNode, type DrawnProcess } from '../drawing/drawing';
import { legalOf } from '../drawing/legal';
import type { GraphElement, GraphFlow, ProcessGraph, ScopeElement } from '../graph';
import { textOf } from '../moddle/access';
import { businessRulePart, callPart, serviceTaskPart, userTaskPart } from './activities';
import type { Compiling } from './compiling';
import { eventPart } from './events';
import { feelBody } from './expressions';
import { freezeGraph } from './freeze';
import type { Part } from './part';
import { present } from './present';
import { headersOf, inputsOf, multiInstanceOf, outputsOf } from './variables';

/** Compiles one drawn process. Refusals go to `compiling`; with any of them (or of the rules) the graph must not be used. */
export function compileProcess(compiling: Compiling): ProcessGraph | undefined {
  const { process } = compiling;
  const elements = process.nodes.map((node) => compileElement(compiling, node));
  const flows = process.flows.map((flow) => compileFlow(compiling, flow));
  const complete = elements.every((element) => element !== undefined) && flows.every((flow) => flow !== undefined);
  if (!complete || compiling.refusals.length > 0) {
    return undefined;
  }
  const level = textOf(process.element, 'level');
  return freezeGraph({
    processId: process.id,
    name: textOf(process.element, 'name') ?? '',
    legal: present({ level }),
    elements,
    flows,
    byId: new Map(process.nodes.map((node) => [node.id, node.index])),
  });
}

function compileElement(compiling: Compiling, node: DrawnNode): GraphElement | undefined {
  const inputs = inputsOf(compiling, node);
  const outputs = outputsOf(compiling, node);
  const multiInstance = multiInstanceOf(compiling, node);
  const part = partOf(compiling, node);
  if (part === undefined) {
    return undefined;
  }
  const { index, id, name, scope, incoming, outgoing, boundaries, lane } = node;
  const legal = legalOf(node.element);
  const headers = headersOf(node.element);
  return {
    ...present({ index, id, name, scope, incoming, outgoing, boundaries, inputs, outputs, multiInstance, lane, headers, legal }),
    ...part,
  };
}

function partOf(compiling: Compiling, node: DrawnNode): Part | undefined {
  switch (node.kind) {
    case 'process':
    case 'subProcess':
    case 'eventSubProcess':
      return scopePart(compiling.process, node.index, node.kind);
    case 'userTask':
      return userTaskPart(compiling, node);
    case 'serviceTask':
      return serviceTaskPart(compiling, node);
    case 'businessRuleTask':
      return businessRulePart(compiling, node);
    case 'callActivity':
      return callPart(compiling, node);
    case 'passThroughTask':
    case 'exclusiveGateway':
    case 'parallelGateway':
      return { type: node.kind };
    case 'unsupported':
      return undefined;
    default:
      return eventPart(compiling, node);
  }
}

function scopePart(process: DrawnProcess, scope: number, type: ScopeElement['type']): Part {
  const members = membersOf(process, scope);
  const indexesOf = (kind: DrawnNode['kind']): readonly number[] => members.filter((node) => node.kind === kind).map((node) => node.index);
  return { type, starts: indexesOf('startEvent'), eventSubProcesses: indexesOf('eventSubProcess') };
}

function compileFlow(compiling: Compiling, flow: DrawnFlow): GraphFlow | undefined {
  const { index, id, name, source, target, isDefault } = flow;
  const condition =
    flow.condition === undefined || flow.condition === '' ? undefined : feelBody(compiling, flow.element, 'conditionExpression');
  return source === undefined || target === undefined ? undefined : present({ index, id, name, source, target, condition, isDefault });
}
