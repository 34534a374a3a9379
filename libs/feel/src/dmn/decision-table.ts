import { compileCode } from '../compile/compile';
import type { Code, Frame, Test } from '../compile/compiler';
import { isList, type List, type Value } from '../value/value';
import { coerce, fromJson, plainType, type DmnType, type NamedType } from './dmn-type';
import { attributeOf, childOf, childrenOf, nameOf, sourceOf, wordOf } from './elements';
import { NULL } from './null-code';
import { hitPolicyOf, settleHits, type Hit, type HitPolicy } from './hit-policy';
import { at, knownIn, type Scope } from './scope';
import { traceOf } from './trace';
import type { XmlElement } from './xml-tree';

interface Input {
  readonly name: string;
  readonly code: Code;
  readonly type: NamedType;
  readonly allowed: Test | undefined;
}

interface Output {
  readonly name: string;
  readonly type: NamedType;
  /** The listed values, best first. */
  readonly order: List;
  readonly allowed: Test | undefined;
  readonly otherwise: Code | undefined;
}

interface Rule {
  readonly id: string;
  readonly tests: readonly Test[];
  readonly outputs: readonly Code[];
}

interface DecisionTable {
  readonly policy: HitPolicy;
  readonly inputs: readonly Input[];
  readonly outputs: readonly Output[];
  readonly rules: readonly Rule[];
}

/** Compiles a decision table (DMN 1.5, chapter 8). The rules that matched go to the trace of the run. */
export function compileTable(element: XmlElement, scope: Scope): Code {
  const { builder } = scope;
  const inputs = childrenOf(element, 'input').map((input) => compileInput(input, at(scope, input)));
  const outputs = childrenOf(element, 'output').map((output) => compileOutput(output, at(scope, output)));
  const rules = childrenOf(element, 'rule').map((rule, index) => compileRule(rule, at(scope, rule), index + 1));
  const hitPolicy = attributeOf(element, 'hitPolicy') ?? 'UNIQUE';
  const policy = hitPolicyOf(hitPolicy, attributeOf(element, 'aggregation'));
  if (policy === undefined) {
    return builder.refuse('dmn-unsupported', `unknown hit policy ${hitPolicy}`, scope.id);
  }
  if (outputs.length === 0) {
    return builder.refuse('dmn-shape', 'a decision table has an output', scope.id);
  }
  if (outputs.length > 1 && (outputs.some(({ name }) => name === '') || policy.startsWith('COLLECT '))) {
    return builder.refuse('dmn-shape', 'several outputs need names, and cannot be added up', scope.id);
  }
  if ((policy === 'PRIORITY' || policy === 'OUTPUT ORDER') && outputs.every(({ order }) => order.length === 0)) {
    return builder.refuse('dmn-shape', `a table of hit policy ${policy} lists its output values, best first`, scope.id);
  }
  const uneven = rules.find((rule) => rule.tests.length !== inputs.length || rule.outputs.length !== outputs.length);
  if (uneven !== undefined) {
    return builder.refuse('dmn-shape', 'a rule has one entry per column', uneven.id);
  }
  const table: DecisionTable = { policy, inputs, outputs, rules };
  return (frame) => {
    const { value, ruleIds } = runTable(table, frame);
    traceOf(frame.run).push({ decisionId: scope.owner, ruleIds });
    return value;
  };
}

function compileInput(input: XmlElement, scope: Scope): Input {
  const expression = childOf(input, 'inputExpression');
  const source = sourceOf(expression) || wordOf(input, 'label');
  const allowed = sourceOf(childOf(input, 'inputValues'));
  return {
    name: source,
    code: scope.builder.expression(source, scope.id, knownIn(scope)).code,
    type: scope.types.resolve(attributeOf(expression, 'typeRef'), scope.id),
    allowed: allowed === '' ? undefined : scope.builder.tests(allowed, scope.id, knownIn(scope)),
  };
}

function compileOutput(output: XmlElement, scope: Scope): Output {
  const otherwise = sourceOf(childOf(output, 'defaultOutputEntry'));
  const type = scope.types.resolve(attributeOf(output, 'typeRef'), scope.id);
  const listed = sourceOf(childOf(output, 'outputValues'));
  return {
    name: nameOf(output),
    type,
    order: listedValues(listed === '' ? limitOf(type) : listed, scope),
    allowed: listed === '' ? undefined : scope.builder.tests(listed, scope.id, knownIn(scope)),
    otherwise: otherwise === '' ? undefined : scope.builder.expression(otherwise, scope.id, knownIn(scope)).code,
  };
}

/** The allowed values of a type stand for output values that are not listed. */
function limitOf(type: DmnType): string {
  return type.kind === 'named' ? limitOf(type.definition()) : type.kind === 'limited' ? type.source : '';
}

/** Literals only: values that are listed as tests have no order. */
function listedValues(source: string, scope: Scope): List {
  const listed = compileCode(`[${source.normalize('NFC')}]`, knownIn(scope));
  const value = listed.ok ? (listed.value.constant?.value ?? null) : null;
  return isList(value) ? value : [];
}

function compileRule(rule: XmlElement, scope: Scope, number: number): Rule {
  const { builder } = scope;
  const id = attributeOf(rule, 'id') ?? `${scope.id}:${number}`;
  return {
    id,
    tests: childrenOf(rule, 'inputEntry').map((entry) => builder.tests(sourceOf(entry), attributeOf(entry, 'id') ?? id, knownIn(scope))),
    outputs: childrenOf(rule, 'outputEntry').map((entry) => compileEntry(sourceOf(entry), attributeOf(entry, 'id') ?? id, scope)),
  };
}

function compileEntry(source: string, id: string, scope: Scope): Code {
  return source === '' ? NULL : scope.builder.expression(source, id, knownIn(scope)).code;
}

/** The value of a table and the rules that matched; FIRST stops at the first. */
function runTable(table: DecisionTable, frame: Frame): { readonly value: Value; readonly ruleIds: readonly string[] } {
  const values = table.inputs.map((input) => inputValue(input, frame));
  if (values.includes(undefined)) {
    return { value: null, ruleIds: [] };
  }
  const hits: Hit[] = [];
  for (const rule of table.rules) {
    frame.run.spend(1);
    if (rule.tests.every((test, index) => test(frame, values[index] ?? null) === true)) {
      hits.push({
        ruleId: rule.id,
        outputs: rule.outputs.map((output, index) => outputValue(output(frame), table.outputs[index] as Output, frame)),
      });
      if (table.policy === 'FIRST') {
        break;
      }
    }
  }
  return { value: settle(table, hits, frame), ruleIds: hits.map(({ ruleId }) => ruleId) };
}

function settle(table: DecisionTable, hits: readonly Hit[], frame: Frame): Value {
  if (hits.length === 0 && table.outputs.some(({ otherwise }) => otherwise !== undefined)) {
    return shape(
      table,
      table.outputs.map((output) => (output.otherwise === undefined ? null : outputValue(output.otherwise(frame), output, frame))),
    );
  }
  const orders = table.outputs.map(({ order }) => order);
  return settleHits(table.policy, hits, { orders, shape: (outputs) => shape(table, outputs), run: frame.run });
}

/** One output is its value, several are a context by name. */
function shape(table: DecisionTable, outputs: List): Value {
  const [only = null] = outputs;
  return table.outputs.length === 1 ? only : Object.fromEntries(table.outputs.map(({ name }, index) => [name, outputs[index] ?? null]));
}

/** Undefined when the value is outside the allowed values of its column. */
function inputValue(input: Input, frame: Frame): Value | undefined {
  const value = coerce(fromJson(input.code(frame), input.type), input.type, frame.run, input.name);
  if (value !== null && input.allowed !== undefined && !passes(value, input.allowed, input.type, frame)) {
    frame.run.warn(`input ${input.name} is none of the allowed values`);
    return undefined;
  }
  return value;
}

function outputValue(value: Value, output: Output, frame: Frame): Value {
  const typed = coerce(value, output.type, frame.run, output.name);
  if (typed !== null && output.allowed !== undefined && !passes(typed, output.allowed, output.type, frame)) {
    return frame.run.warn(`output ${output.name} is none of its values`);
  }
  return typed;
}

/** Of a list, every item must be among the allowed values, unless the list itself is. */
function passes(value: Value, allowed: Test, type: NamedType, frame: Frame): boolean {
  if (allowed(frame, value) === true) {
    return true;
  }
  return isList(value) && plainType(type).kind === 'list' && value.every((item) => allowed(frame, item) === true);
}
