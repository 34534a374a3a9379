import type { JsonObject } from '@thidua/kernel';
import type { Code, Frame } from '../compile/compiler';
import { limitMessage } from '../evaluate';
import type { Decision, DecisionEvaluation, FeelEnv } from '../expression';
import { Run } from '../run';
import { toJson } from '../value/json';
import type { Value } from '../value/value';
import { runTable, type DecisionTable } from './decision-table';

/** A decision before it is bound to those it requires. */
export interface DecisionNode {
  readonly id: string;
  readonly name: string;
  /** The name its result has in decisions that require it. */
  readonly variable: string;
  readonly requires: readonly string[];
  readonly logic: DecisionTable | Code;
}

/** The decisions of one file. */
export interface DecisionSet {
  readonly ids: readonly string[];
  decision(id: string): Decision | undefined;
}

interface Evaluating {
  readonly nodes: ReadonlyMap<string, DecisionNode>;
  readonly frame: Frame;
  readonly done: Map<string, Value>;
  readonly trace: { decisionId: string; ruleIds: readonly string[] }[];
}

export function decisionSet(nodes: ReadonlyMap<string, DecisionNode>, slots: number): DecisionSet {
  const decisions = new Map([...nodes.values()].map((node) => [node.id, decisionOf(node, nodes, slots)]));
  return { ids: [...decisions.keys()], decision: (id) => decisions.get(id) };
}

function decisionOf(node: DecisionNode, nodes: ReadonlyMap<string, DecisionNode>, slots: number): Decision {
  return {
    id: node.id,
    name: node.name,
    evaluate(variables: JsonObject, env: FeelEnv): DecisionEvaluation {
      const run = new Run(env.nowMs);
      const frame: Frame = { vars: variables, locals: new Array<Value>(slots), run };
      const evaluating: Evaluating = { nodes, frame, done: new Map(), trace: [] };
      try {
        const value = toJson(evaluateNode(node, evaluating), run);
        return { value, warnings: run.warnings ?? [], trace: evaluating.trace };
      } catch (error) {
        return { value: null, warnings: [...(run.warnings ?? []), limitMessage(error)], trace: evaluating.trace };
      }
    },
  };
}

/** Required decisions first, each once; their results shadow variables of the same name. */
function evaluateNode(node: DecisionNode, evaluating: Evaluating): Value {
  const known = evaluating.done.get(node.id);
  if (known !== undefined) {
    return known;
  }
  const required = node.requires.flatMap((id) => {
    const other = evaluating.nodes.get(id);
    return other === undefined ? [] : [[other.variable, evaluateNode(other, evaluating)] as const];
  });
  const { frame } = evaluating;
  const own = required.length === 0 ? frame : { ...frame, vars: { ...frame.vars, ...Object.fromEntries(required) } };
  const value = evaluateLogic(node, own, evaluating);
  evaluating.done.set(node.id, value);
  return value;
}

function evaluateLogic(node: DecisionNode, frame: Frame, evaluating: Evaluating): Value {
  if (typeof node.logic === 'function') {
    return node.logic(frame);
  }
  const { value, ruleIds } = runTable(node.logic, frame);
  evaluating.trace.push({ decisionId: node.id, ruleIds });
  return value;
}
