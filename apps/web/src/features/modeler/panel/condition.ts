import type { PanelFacts } from '@thidua/contract';
import type { DiagramElement, ModdleObject, Services } from '../../../bpmn/types';
import { attributeOf, extensionOf } from '../extension';
import { namesAt } from './names-at';
import { kindOf } from './part';

export type Operator = '=' | '!=' | '>' | '>=' | '<' | '<=';

/** `=name <operator> value`: what a way out of a question is taken for, as far as it can be said without FEEL. */
export interface Condition {
  readonly name: string;
  readonly operator: Operator;
  readonly value: string | number | boolean;
}

const NAME = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const COMPARED = new RegExp(String.raw`^(${NAME})\s*(!=|>=|<=|=|>|<)\s*("(?:[^"\\]|\\.)*"|true|false|-?\d+(?:\.\d+)?)$`, 'u');
const BARE = new RegExp(`^(${NAME})$`, 'u');
const NOT = new RegExp(String.raw`^not\(\s*(${NAME})\s*\)$`, 'u');

/** Null: an expression that only FEEL can say. */
export function readCondition(expression: string): Condition | null {
  const text = expression.trim().replace(/^=/, '').trim();
  const bare = BARE.exec(text)?.[1];
  if (bare !== undefined && bare !== 'true' && bare !== 'false') {
    return { name: bare, operator: '=', value: true };
  }
  const not = NOT.exec(text)?.[1];
  if (not !== undefined) {
    return { name: not, operator: '=', value: false };
  }
  const [, name, operator, literal] = COMPARED.exec(text) ?? [];
  if (name === undefined || operator === undefined || literal === undefined) {
    return null;
  }
  return { name, operator: operator as Operator, value: valueOf(literal) }; // the pattern knows no others
}

export function writeCondition({ name, operator, value }: Condition): string {
  return `=${name} ${operator} ${JSON.stringify(value)}`;
}

function valueOf(literal: string): Condition['value'] {
  const parsed: unknown = JSON.parse(literal); // texts, numbers, true and false are written alike in FEEL and JSON
  return typeof parsed === 'number' || typeof parsed === 'boolean' ? parsed : String(parsed);
}

/** Something a condition may ask: the button of a step, an answer of its form, or what other conditions of the diagram ask already. */
export interface Question {
  /** The variable; for a button that nothing keeps yet the name it would be kept under. */
  readonly name: string;
  readonly kind: 'choice' | 'yes-no' | 'number';
  /** The step whose button it is. */
  readonly step: DiagramElement | undefined;
  /** The step must begin to keep its button first. */
  readonly isNew: boolean;
  readonly label: string | undefined;
  /** What a gateway of the diagram asks, where that is all that is known of it. */
  readonly gateway: string | undefined;
  readonly choices: readonly { readonly value: string; readonly label: string | undefined }[];
}

/** What can be asked on a way, nearest step first. */
export function questionsAt(services: Services, element: DiagramElement, facts: PanelFacts | undefined): readonly Question[] {
  const names = new Set(namesAt(services, element, facts).map(({ name }) => name));
  const asked = conditionsIn(services).filter(({ name }) => names.has(name));
  const found = stepsBefore(element).flatMap((step) => questionsOf(step, facts));
  const own = new Set(found.map(({ name }) => name));
  const others = [...new Set(asked.map(({ name }) => name))].filter((name) => !own.has(name)).map((name) => askedAlready(name, asked));
  return [...found.filter((one, at) => found.findIndex(({ name }) => name === one.name) === at), ...others];
}

/** It goes by the question of the gateway that asks it, its values by the names of the ways. */
function askedAlready(name: string, all: readonly Asked[]): Question {
  const asked = all.filter((one) => one.name === name);
  const values = asked.map(({ value }) => value);
  const texts = [...new Set(values.filter((value) => typeof value === 'string'))];
  const kind = texts.length > 0 ? 'choice' : values.some((value) => typeof value === 'number') ? 'number' : 'yes-no';
  const choices = texts.map((value) => ({ value, label: asked.find((one) => one.value === value && one.way !== '')?.way }));
  const gateway = asked.find((one) => one.gateway !== '')?.gateway;
  return { name, kind, step: undefined, isNew: false, label: undefined, gateway, choices };
}

function questionsOf(step: DiagramElement, facts: PanelFacts | undefined): readonly Question[] {
  const form = facts?.forms.find((one) => one.id === attributeOf(step, 'zeebe:FormDefinition', 'formId'));
  if (form === undefined) {
    return [];
  }
  const kept = outcomeNameOf(step);
  const button: readonly Question[] =
    form.outcomes.length < 2
      ? []
      : [
          {
            ...{ name: kept ?? nameFor(step), kind: 'choice', step, isNew: kept === undefined, label: undefined },
            gateway: undefined,
            choices: form.outcomes,
          },
        ];
  const answers = form.answers.map(({ name, label, kind, choices }): Question => ({
    name,
    kind,
    step,
    isNew: false,
    label,
    gateway: undefined,
    choices,
  }));
  return [...button, ...answers];
}

/** Where a step would keep its button, told apart by the step. */
const nameFor = ({ id }: DiagramElement): string => `ketQua_${id.replace(/[^\p{L}\p{N}_]/gu, '_')}`;

/** The variable a step keeps its button in. */
function outcomeNameOf(step: DiagramElement): string | undefined {
  const outputs = extensionOf(step, 'zeebe:IoMapping')?.get('outputParameters');
  const list = Array.isArray(outputs) ? (outputs as readonly ModdleObject[]) : []; // a list of the BPMN model
  const target = list.find((one) => one.get('source') === '=outcome')?.get('target');
  return typeof target === 'string' ? target : undefined;
}

/** User steps on the ways to this flow, nearest first. */
function stepsBefore(flow: DiagramElement): readonly DiagramElement[] {
  const seen = new Set<DiagramElement>();
  const open = flow.source === undefined ? [] : [flow.source];
  for (let one = open.shift(); one !== undefined; one = open.shift()) {
    if (!seen.has(one)) {
      seen.add(one);
      open.push(
        ...(one.incoming ?? []).flatMap((way) => way.source ?? []),
        ...(one.host === undefined || one.host === null ? [] : [one.host]),
      );
    }
  }
  return [...seen].filter((one) => kindOf(one) === 'UserTask');
}

interface Asked extends Condition {
  readonly gateway: string;
  readonly way: string;
}

function conditionsIn(services: Services): readonly Asked[] {
  return services
    .get('elementRegistry')
    .filter((one) => one.labelTarget === undefined && kindOf(one) === 'SequenceFlow')
    .flatMap((flow) => {
      const read = readCondition(bodyOf(flow));
      const [gateway, way] = [flow.source?.businessObject.name ?? '', flow.businessObject.name ?? ''];
      return read === null ? [] : [{ ...read, gateway, way }];
    });
}

/** The expression on a flow, '' where it has none. */
export function bodyOf({ businessObject }: DiagramElement): string {
  const expression = businessObject.get('conditionExpression') as ModdleObject | undefined; // on flows alone
  const body = expression?.get('body');
  return typeof body === 'string' ? body : '';
}

/** A variable no step keeps anything in yet. */
export function freshName(services: Services, stem: string): string {
  const taken = new Set(
    services
      .get('elementRegistry')
      .filter((one) => kindOf(one) === 'UserTask')
      .flatMap((step) => outcomeNameOf(step) ?? []),
  );
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? stem : `${stem}${String(n)}`;
    if (!taken.has(name)) {
      return name;
    }
  }
}
