import type { GraphElement } from '@thidua/bpmn';
import type { Expression } from '@thidua/feel';
import type { JsonObject, JsonValue } from '@thidua/kernel';
import { instanceAt, isEmpty } from './draft';
import { setVariables, type Run } from './run';
import type { ElementInstance } from './state';

const NOTHING: JsonObject = {};

/** What an element instance sees: its own variables over those of its scopes, up to the process it belongs to (a called one is isolated). */
export function visible(run: Run, key: number): JsonObject {
  let seen: JsonObject | undefined;
  for (let at: ElementInstance | undefined = instanceAt(run.draft, key); at !== undefined; at = outer(run, at)) {
    if (at.variables !== undefined) {
      seen = seen === undefined ? at.variables : { ...at.variables, ...seen };
    }
  }
  return seen ?? NOTHING;
}

/** The value of an expression for an element instance; a literal is never evaluated. Type errors come out as null: callers judge the value they need. */
export function evaluateAt(run: Run, key: number, expression: Expression): JsonValue {
  return expression.constant === undefined ? expression.evaluate(visible(run, key), run.feel).value : expression.constant.value;
}

/** Data objects and properties: null or their initial value, unless the scope was begun with a value of its own. */
export function applyData(run: Run, key: number, element: GraphElement): void {
  if (element.data === undefined) {
    return;
  }
  const values: Record<string, JsonValue> = {};
  const own = instanceAt(run.draft, key).variables ?? NOTHING;
  for (const { name, initial } of element.data) {
    if (!Object.hasOwn(own, name)) {
      values[name] = initial === undefined ? null : evaluateAt(run, key, initial);
    }
  }
  setVariables(run, key, values);
}

/** Input mappings make local variables, in order: a later one sees the earlier. */
export function applyInputs(run: Run, node: ElementInstance, element: GraphElement): void {
  if (element.inputs.length > 0) {
    setVariables(run, node.key, mapped(run, node.key, element.inputs));
  }
}

/**
 * What a completion brings. With output mappings it becomes local and only the mapped values go to the parent;
 * without, it goes up as it is. Going up means: the nearest scope that has the variable, else the process.
 */
export function applyOutputs(run: Run, node: ElementInstance, element: GraphElement, brought: JsonObject): void {
  if (element.outputs.length === 0) {
    propagate(run, node.key, brought);
    return;
  }
  setVariables(run, node.key, brought);
  propagate(run, node.parent, mapped(run, node.key, element.outputs));
}

export function propagate(run: Run, fromKey: number, values: JsonObject): void {
  if (isEmpty(values)) {
    return;
  }
  const byScope = new Map<number, Record<string, JsonValue>>();
  for (const [name, value] of Object.entries(values)) {
    const scope = holderOf(run, fromKey, name);
    const group = byScope.get(scope) ?? {};
    group[name] = value;
    byScope.set(scope, group);
  }
  for (const [scope, group] of byScope) {
    setVariables(run, scope, group);
  }
}

function holderOf(run: Run, fromKey: number, name: string): number {
  let at = instanceAt(run.draft, fromKey);
  for (;;) {
    if (at.variables !== undefined && Object.hasOwn(at.variables, name)) {
      return at.key;
    }
    const next = outer(run, at);
    if (next === undefined) {
      return at.key;
    }
    at = next;
  }
}

/** The enclosing instance whose variables are seen; none beyond a process (element 0), called or not. */
function outer(run: Run, at: ElementInstance): ElementInstance | undefined {
  return at.element === 0 ? undefined : instanceAt(run.draft, at.parent);
}

function mapped(run: Run, key: number, mappings: GraphElement['inputs']): JsonObject {
  const values: Record<string, JsonValue> = {};
  const seen = visible(run, key);
  for (const { source, target } of mappings) {
    values[target] = source.constant === undefined ? source.evaluate({ ...seen, ...values }, run.feel).value : source.constant.value;
  }
  return values;
}
