import type { ModdleElement } from 'dmn-moddle';
import type { Code, Frame, Test } from '../compile/compiler';
import { parseDate, parseDateTime, parseDuration, parseTime } from '../value/parse-temporal';
import { isList, type List, type Value } from '../value/value';
import type { Builder } from './builder';
import { hitPolicyOf, settleHits, type Hit, type HitPolicy } from './hit-policy';
import { childAt, childrenAt, textAt } from './moddle';

interface Input {
  readonly name: string;
  readonly code: Code;
  readonly allowed: Test | undefined;
  readonly typeRef: string;
}

interface Output {
  readonly name: string;
  /** The listed values, best first. */
  readonly order: List;
  readonly otherwise: Code | undefined;
}

interface Rule {
  readonly id: string;
  readonly tests: readonly Test[];
  readonly outputs: readonly Code[];
}

export interface DecisionTable {
  readonly policy: HitPolicy;
  readonly inputs: readonly Input[];
  readonly outputs: readonly Output[];
  readonly rules: readonly Rule[];
}

/** Compiles a decision table (DMN 1.3, 8). */
export function buildTable(table: ModdleElement, decisionId: string, builder: Builder): DecisionTable {
  const id = table.id ?? decisionId;
  const inputs = childrenAt(table, 'input').map((input) => buildInput(input, id, builder));
  const outputs = childrenAt(table, 'output').map((output) => buildOutput(output, id, builder));
  const rules = childrenAt(table, 'rule').map((rule, at) => buildRule(rule, `${id}:${at + 1}`, builder));
  const policy = hitPolicyOf(textAt(table, 'hitPolicy'), textAt(table, 'aggregation'));
  if (policy === undefined) {
    builder.problem('dmn-unsupported', `unknown hit policy ${textAt(table, 'hitPolicy') ?? ''}`, id);
  }
  if (outputs.length === 0) {
    builder.problem('dmn-shape', 'a decision table has an output', id);
  }
  if (outputs.length > 1 && (outputs.some(({ name }) => name === '') || (policy?.startsWith('COLLECT ') ?? false))) {
    builder.problem('dmn-shape', 'several outputs need names, and cannot be added up', id);
  }
  for (const rule of rules) {
    if (rule.tests.length !== inputs.length || rule.outputs.length !== outputs.length) {
      builder.problem('dmn-shape', 'a rule has one entry per column', rule.id);
    }
  }
  return { policy: policy ?? 'UNIQUE', inputs, outputs, rules };
}

function buildInput(input: ModdleElement, tableId: string, builder: Builder): Input {
  const id = input.id ?? tableId;
  const expression = childAt(input, 'inputExpression');
  const source = textAt(expression, 'text') ?? textAt(input, 'label') ?? '';
  const allowed = textAt(childAt(input, 'inputValues'), 'text');
  return {
    name: source,
    code: builder.expression(source, id).code,
    allowed: allowed === undefined ? undefined : builder.tests(allowed, id).code,
    typeRef: (textAt(expression, 'typeRef') ?? '').replace(/^feel:/, ''),
  };
}

function buildOutput(output: ModdleElement, tableId: string, builder: Builder): Output {
  const id = output.id ?? tableId;
  const otherwise = textAt(childAt(output, 'defaultOutputEntry'), 'text');
  return {
    name: textAt(output, 'name') ?? '',
    order: listedValues(textAt(childAt(output, 'outputValues'), 'text'), id, builder),
    otherwise: otherwise === undefined || otherwise.trim() === '' ? undefined : builder.expression(otherwise, id).code,
  };
}

function listedValues(source: string | undefined, id: string, builder: Builder): List {
  if (source === undefined || source.trim() === '') {
    return [];
  }
  const listed = builder.expression(`[${source}]`, id).constant?.value ?? null;
  if (!isList(listed)) {
    builder.problem('dmn-unsupported', 'output values are listed as literals', id);
    return [];
  }
  return listed;
}

function buildRule(rule: ModdleElement, fallbackId: string, builder: Builder): Rule {
  const id = rule.id ?? fallbackId;
  return {
    id,
    tests: childrenAt(rule, 'inputEntry').map((entry) => builder.tests(textAt(entry, 'text') ?? '', entry.id ?? id).code),
    outputs: childrenAt(rule, 'outputEntry').map((entry) => buildEntry(textAt(entry, 'text') ?? '', entry.id ?? id, builder)),
  };
}

function buildEntry(source: string, id: string, builder: Builder): Code {
  return source.trim() === '' ? () => null : builder.expression(source, id).code;
}

/** The value of a table and the rules that matched; FIRST stops at the first. */
export function runTable(table: DecisionTable, frame: Frame): { readonly value: Value; readonly ruleIds: readonly string[] } {
  const values = table.inputs.map((input) => inputValue(input, frame));
  if (values.includes(undefined)) {
    return { value: null, ruleIds: [] };
  }
  const hits: Hit[] = [];
  for (const rule of table.rules) {
    if (rule.tests.every((test, at) => test(frame, values[at] ?? null) === true)) {
      hits.push({ ruleId: rule.id, outputs: rule.outputs.map((output) => output(frame)) });
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
      table.outputs.map(({ otherwise }) => otherwise?.(frame) ?? null),
    );
  }
  const orders = table.outputs.map(({ order }) => order);
  return settleHits(table.policy, hits, { orders, shape: (outputs) => shape(table, outputs), run: frame.run });
}

/** One output is its value, several are a context by name. */
function shape(table: DecisionTable, outputs: List): Value {
  const [only = null] = outputs;
  return table.outputs.length === 1 ? only : Object.fromEntries(table.outputs.map(({ name }, at) => [name, outputs[at] ?? null]));
}

/** Undefined when the value is outside the allowed values of its column. */
function inputValue(input: Input, frame: Frame): Value | undefined {
  const value = typed(input.code(frame), input.typeRef);
  if (value !== null && input.allowed !== undefined && input.allowed(frame, value) !== true) {
    frame.run.warn(`input ${input.name} is none of the allowed values`);
    return undefined;
  }
  return value;
}

/** JSON carries dates and durations as text: a column of such a type reads them. */
function typed(value: Value, typeRef: string): Value {
  if (typeof value !== 'string') {
    return value;
  }
  switch (typeRef) {
    case 'date':
      return parseDate(value) ?? value;
    case 'time':
      return parseTime(value) ?? value;
    case 'dateTime':
    case 'date and time':
      return parseDateTime(value) ?? value;
    case 'dayTimeDuration':
    case 'yearMonthDuration':
    case 'days and time duration':
    case 'years and months duration':
      return parseDuration(value) ?? value;
    default:
      return value;
  }
}
