import type { Drawing, DrawnFlow, DrawnNode, DrawnProcess } from '../drawing/drawing';
import type { Refusal } from '../refusal';
import type { Rule } from './rule';

/** Lifts a check of one node to a rule. Node 0, the process itself, is left out. */
export function eachNode(check: (node: DrawnNode, process: DrawnProcess) => readonly Refusal[]): Rule {
  return (drawing: Drawing) => drawing.processes.flatMap((process) => process.nodes.slice(1).flatMap((node) => check(node, process)));
}

export function eachFlow(check: (flow: DrawnFlow, process: DrawnProcess) => readonly Refusal[]): Rule {
  return (drawing: Drawing) => drawing.processes.flatMap((process) => process.flows.flatMap((flow) => check(flow, process)));
}

/** Lifts a check of one scope (process, subprocess, event subprocess) to a rule. */
export function eachProcess(check: (process: DrawnProcess) => readonly Refusal[]): Rule {
  return (drawing: Drawing) => drawing.processes.flatMap(check);
}
