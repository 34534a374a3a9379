import type { ProcessGraph } from '@thidua/bpmn';
import type { Command, Rejection } from './command';
import { completeElement } from './complete';
import { instanceAt } from './draft';
import { elementAt } from './plan';
import { activate, emit, endElement, pushToken, type Run } from './run';
import { openEventStarts } from './scopes';
import { chooseStarts, gatewayBefore } from './starts';
import { applyData } from './variables';

/** Begins an instance at the named start, or where the process begins alone. */
export function beginProcess(run: Run, graph: ProcessGraph, command: Extract<Command, { type: 'start' }>): Rejection | undefined {
  const starts = chooseStarts(graph, command.startElementId);
  if ('code' in starts) {
    return starts;
  }
  const { variables, businessKey } = command;
  const facts = { processId: graph.processId, definitionId: run.env.definitionId ?? graph.processId, variables };
  emit(
    run,
    businessKey === undefined ? { v: 1, type: 'instance-started', ...facts } : { v: 1, type: 'instance-started', ...facts, businessKey },
  );
  applyData(run, 1, elementAt(graph, 0));
  for (const start of starts) {
    if (startsByMessage(graph, start)) {
      passStarter(run, graph, start);
    } else {
      pushToken(run, 1, 0, start);
    }
  }
  return undefined;
}

/** A receive task, or an event behind a gateway, whose message has come already: that is why there is an instance. */
function startsByMessage(graph: ProcessGraph, start: number): boolean {
  const element = elementAt(graph, start);
  return (element.type === 'receiveTask' && element.instantiate) || gatewayBefore(graph, start) !== undefined;
}

function passStarter(run: Run, graph: ProcessGraph, start: number): void {
  const gateway = gatewayBefore(graph, start);
  if (gateway !== undefined) {
    endElement(run, activate(run, 1, 0, gateway), gateway, 'completed');
  }
  const element = elementAt(graph, start);
  const node = activate(run, 1, 0, element);
  if (openEventStarts(run, 1, node, element) && run.draft.elements.has(node.key)) {
    completeElement(run, instanceAt(run.draft, node.key), element, {});
  }
}
