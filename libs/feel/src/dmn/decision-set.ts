import type { JsonObject } from '@thidua/kernel';
import { limitMessage } from '../evaluate';
import type { Decision, FeelEnv } from '../expression';
import { toJson } from '../value/json';
import { entryOf, type Value } from '../value/value';
import { fromJson } from './dmn-type';
import { ModelEvaluation, runService } from './evaluate-model';
import type { DecisionNode, Model, ServiceNode } from './model';
import { DecisionRun, type RuleTrace } from './trace';

/** The decisions of one file, and its decision services. */
export interface DecisionSet {
  readonly ids: readonly string[];
  decision(id: string): Decision | undefined;
  readonly serviceIds: readonly string[];
  /** A service takes its input data and input decisions as variables of their names; what is missing is null. */
  service(id: string): Decision | undefined;
}

export function decisionSet(model: Model): DecisionSet {
  const nodes = [...model.nodes.values()];
  const decisions = new Map(nodes.flatMap((node) => (node.kind === 'decision' ? [[node.id, decisionOf(node)] as const] : [])));
  const services = new Map(nodes.flatMap((node) => (node.kind === 'service' ? [[node.id, serviceOf(node)] as const] : [])));
  return {
    ids: [...decisions.keys()],
    decision: (id) => decisions.get(id),
    serviceIds: [...services.keys()],
    service: (id) => services.get(id),
  };
}

function decisionOf(node: DecisionNode): Decision {
  return evaluator(node, (variables, run) => {
    const given = { inputs: variables, instead: new Map(), free: variables, json: true };
    return new ModelEvaluation(node.model, given, run).valueOf(node) ?? null;
  });
}

function serviceOf(node: ServiceNode): Decision {
  return evaluator(node, (variables, run) => {
    const args = node.params.map((param) => fromJson(entryOf(variables, param.node.name) ?? null, param.node.type));
    return runService(node, args, run);
  });
}

function evaluator(node: DecisionNode | ServiceNode, work: (variables: JsonObject, run: DecisionRun) => Value): Decision {
  return {
    id: node.id,
    name: node.title,
    evaluate(variables: JsonObject, env: FeelEnv) {
      const run = new DecisionRun(env.nowMs);
      const trace: readonly RuleTrace[] = run.trace;
      try {
        const value = toJson(work(variables, run), run);
        return { value, warnings: run.warnings ?? [], trace };
      } catch (error) {
        return { value: null, warnings: [...(run.warnings ?? []), limitMessage(error)], trace };
      }
    },
  };
}
