import type { Frame } from '../compile/compiler';
import type { Run } from '../run';
import { entryOf, FeelFunction, isContext, type Context, type Value } from '../value/value';
import { conformAll, functionValue } from './boxed-function';
import { coerce, fromJson, type NamedType } from './dmn-type';
import type { DecisionNode, InputNode, KnowledgeNode, Model, Node, Requirement, ServiceNode } from './model';

/** What an evaluation starts from. */
export interface Given {
  /** Values of input data by name; those of imported models in a context by the name of the import. */
  readonly inputs: Context;
  /** Values that stand for elements: the arguments of a decision service. */
  readonly instead: ReadonlyMap<Node, Value>;
  /** Variables that every decision of the model may read besides what it requires. */
  readonly free: Context;
  /** Whether the inputs come from JSON, where dates are text. */
  readonly json: boolean;
}

/** One evaluation of a model: every decision is evaluated at most once, required ones first. */
export class ModelEvaluation {
  private readonly done = new Map<Node, Value>();
  private readonly imported = new Map<string, ModelEvaluation>();
  private readonly model: Model;
  private readonly given: Given;
  private readonly run: Run;

  constructor(model: Model, given: Given, run: Run) {
    this.model = model;
    this.given = given;
    this.run = run;
  }

  /** Undefined for input data that was not given. */
  valueOf(node: Node): Value | undefined {
    const given = this.given.instead.get(node);
    const known = given === undefined ? this.done.get(node) : given;
    if (known !== undefined) {
      return known;
    }
    // A decision that requires itself is refused at reading; asked all the same, it finds null.
    this.done.set(node, null);
    const value = this.evaluate(node);
    if (value === undefined) {
      this.done.delete(node);
    } else {
      this.done.set(node, value);
    }
    return value;
  }

  private evaluate(node: Node): Value | undefined {
    switch (node.kind) {
      case 'input':
        return this.input(node);
      case 'decision':
        return this.decide(node);
      case 'knowledge':
        return this.knowledge(node);
      case 'service':
        return this.service(node);
    }
  }

  /** It sees what it requires, and itself. */
  private knowledge(node: KnowledgeNode): FeelFunction {
    const own: FeelFunction = functionValue(
      node.logic,
      () => ({ [node.name]: own, ...this.scopeOf(node.requires) }),
      () => this.model.slots(),
    );
    return own;
  }

  private input(node: InputNode): Value | undefined {
    const value = entryOf(this.given.inputs, node.name);
    if (value === undefined) {
      return undefined;
    }
    return coerce(this.given.json ? fromJson(value, node.type) : value, node.type, this.run, node.name);
  }

  private decide(node: DecisionNode): Value {
    this.run.spend(1);
    const vars = { ...this.given.free, ...this.scopeOf(node.requires) };
    const frame: Frame = { vars, locals: new Array<Value>(this.model.slots()), run: this.run };
    return coerce(node.logic(frame), node.type, this.run, node.name);
  }

  /** What is required, by name; what comes through a named import, in a context of that name. */
  private scopeOf(requires: readonly Requirement[]): Context {
    const scope: Record<string, Value> = {};
    for (const requirement of requires) {
      const { through, node } = requirement;
      const value = this.beyond(requirement).valueOf(node);
      if (value === undefined) {
        continue;
      }
      if (through === null || through === '') {
        scope[node.name] = value;
      } else {
        scope[through] = { ...(scope[through] as Context | undefined), [node.name]: value };
      }
    }
    return scope;
  }

  /** The evaluation of the model behind a requirement. Inputs of an import are those under its name, or all when there are none. */
  private beyond({ through, node }: Requirement): ModelEvaluation {
    if (through === null) {
      return this;
    }
    const key = `${through} ${node.model.namespace}`;
    const known = this.imported.get(key);
    if (known !== undefined) {
      return known;
    }
    const under = entryOf(this.given.inputs, through) ?? null;
    const inputs = isContext(under) ? under : this.given.inputs;
    const made = new ModelEvaluation(node.model, { ...this.given, inputs, free: {} }, this.run);
    this.imported.set(key, made);
    return made;
  }

  private service(node: ServiceNode): FeelFunction {
    return new FeelFunction(
      node.params.map((param) => param.node.name),
      (args, run) => {
        if (args.length !== node.params.length) {
          return run.warn(`the service takes ${node.params.length} arguments`);
        }
        if (conformAll(paramsOf(node), args, run) === null) {
          return null;
        }
        run.enter();
        const value = runService(node, args, run);
        run.leave();
        return value;
      },
    );
  }
}

function paramsOf(node: ServiceNode): readonly (readonly [string, NamedType])[] {
  return node.params.map((param) => [param.node.name, param.node.type]);
}

/** A decision service sees its arguments only (DMN 1.5, 10.4). One output decision is the value, several are a context by name. */
export function runService(node: ServiceNode, args: readonly Value[], run: Run): Value {
  const instead = new Map(
    node.params.map((param, index) => [param.node, coerce(args[index] ?? null, param.node.type, run, param.node.name)]),
  );
  const evaluation = new ModelEvaluation(node.model, { inputs: {}, instead, free: {}, json: false }, run);
  const outputs = node.outputs.map((output) => [output.node.name, evaluation.valueOf(output.node) ?? null] as const);
  const [only] = outputs;
  const value = outputs.length === 1 && only !== undefined ? only[1] : Object.fromEntries(outputs);
  return coerce(value, node.type, run, node.name);
}
