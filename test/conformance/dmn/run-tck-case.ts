import { ModelEvaluation, runService } from '../../../libs/feel/src/dmn/evaluate-model';
import type { Model, Node } from '../../../libs/feel/src/dmn/model';
import { DecisionRun } from '../../../libs/feel/src/dmn/trace';
import { limitMessage } from '../../../libs/feel/src/evaluate';
import { textOf } from '../../../libs/feel/src/value/text';
import { entryOf, FeelFunction, isContext, type Context, type Value } from '../../../libs/feel/src/value/value';
import { sameValue } from './same-value';
import type { TckCase } from './tck-cases';

/** What one result of a case was to be, and was. */
export interface TckOutcome {
  readonly name: string;
  readonly ok: boolean;
  readonly expected: string;
  readonly actual: string;
}

interface Answer {
  readonly value: Value;
  readonly warnings: readonly string[];
}

/** Evaluates what a case asks for; only what a decision requires is in its scope, as the standard has it. */
export function runTckCase(model: Model, test: TckCase, nowMs: number): readonly TckOutcome[] {
  const invoked = test.invocable === undefined ? undefined : answer(nowMs, (run) => invoke(model, test.invocable ?? '', test, run));
  const outcomes = test.results.map((result): TckOutcome => {
    const { value, warnings } =
      invoked === undefined ? answer(nowMs, (run) => decide(model, result.name, test.inputs, run)) : resultOf(invoked, result.name);
    return {
      name: result.name,
      ok: result.error ? value === null : sameValue(result.expected, value),
      expected: result.error ? 'null (an error)' : shown(result.expected),
      actual: [shown(value), ...warnings].join(' | '),
    };
  });
  return outcomes.length > 0 ? outcomes : [{ name: test.id, ok: false, expected: 'a result', actual: 'the case names none' }];
}

function decide(model: Model, name: string, inputs: Context, run: DecisionRun): Value {
  const node = nodeCalled(model, name, ['decision', 'service', 'knowledge']);
  if (node.kind === 'service') {
    return runService(node, argumentsFor(node, inputs), run);
  }
  return evaluation(model, inputs, run).valueOf(node) ?? null;
}

function invoke(model: Model, name: string, { inputs }: TckCase, run: DecisionRun): Value {
  const node = nodeCalled(model, name, ['service', 'knowledge']);
  if (node.kind === 'service') {
    return runService(node, argumentsFor(node, inputs), run);
  }
  const called = evaluation(model, inputs, run).valueOf(node);
  return called instanceof FeelFunction
    ? called.call(
        called.params.map((param) => entryOf(inputs, param) ?? null),
        run,
      )
    : null;
}

/** A service with several output decisions gives a context of them. */
function resultOf(invoked: Answer, name: string): Answer {
  const under = isContext(invoked.value) ? entryOf(invoked.value, name) : undefined;
  return { ...invoked, value: under ?? invoked.value };
}

function argumentsFor(node: Extract<Node, { kind: 'service' }>, inputs: Context): readonly Value[] {
  return node.params.map((param) => entryOf(inputs, param.node.name) ?? null);
}

function evaluation(model: Model, inputs: Context, run: DecisionRun): ModelEvaluation {
  return new ModelEvaluation(model, { inputs, instead: new Map(), free: {}, json: false }, run);
}

function nodeCalled(model: Model, name: string, kinds: readonly Node['kind'][]): Node {
  const found = [...model.nodes.values()].find((node) => kinds.includes(node.kind) && (node.title === name || node.name === name));
  if (found === undefined) {
    throw new Error(`the model holds no ${kinds.join(' or ')} ${name}`);
  }
  return found;
}

function answer(nowMs: number, work: (run: DecisionRun) => Value): Answer {
  const run = new DecisionRun(nowMs);
  try {
    const value = work(run);
    return { value, warnings: run.warnings ?? [] };
  } catch (error) {
    return { value: null, warnings: [...(run.warnings ?? []), limitMessage(error)] };
  }
}

function shown(value: Value): string {
  return typeof value === 'string' ? JSON.stringify(value) : textOf(value, new DecisionRun(0));
}
