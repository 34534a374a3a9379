import type { Result } from '@thidua/kernel';
import { LEVELS } from '../pack/pack';
import type { Fields } from '../yaml/fields';
import type { DataProblem } from '../yaml/problem';
import { readYaml } from '../yaml/read-yaml';
import {
  AUDIENCES,
  MENU_BASES,
  OCCASIONS,
  PLAN_NEEDS,
  type LaunchedAbove,
  type Movement,
  type Occasion,
  type Period,
  type Phase,
  type PlanRule,
  type PlanSource,
} from './movement';

const TIED: readonly [Occasion, ...Occasion[]] = ['annual', 'interim-review', 'final-review'];
const PARTIAL_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const MONTH_DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Reads `workflows/movements/<id>.yaml`. Every value names the words of the plan and their lines, or is refused. */
export function readMovement(yamlText: string): Result<Movement, readonly DataProblem[]> {
  return readYaml(yamlText, (fields) => ({
    id: fields.text('id'),
    plan: fields.object('plan', (plan) => ({
      seed: plan.text('seed'),
      title: plan.text('title'),
      issuer: plan.text('issuer'),
      number: plan.optionalText('number'),
      date: partial(plan, 'date', PARTIAL_DATE),
    })),
    name: fields.object('name', (name) => ({ value: name.text('value'), ...source(name) })),
    launcher: fields.object('launcher', body),
    carriedOutBy: fields.object('carriedOutBy', body),
    parents: fields.list('parents', (parent) => ({
      symbol: parent.text('symbol'),
      date: parent.text('date'),
      issuer: parent.text('issuer'),
      launches: parent.optionalObject('launches', launchedAbove),
      ...source(parent),
    })),
    period: fields.object('period', (period) => ({ ...periodOf(period), ...source(period) })),
    phases: fields.list('phases', phase),
    audiences: fields.list('audiences', (audience) => ({
      audience: audience.oneOf('audience', AUDIENCES),
      outsideToo: audience.boolean('outsideToo'),
      ...source(audience),
    })),
    menus: fields.list('menus', (menu) => ({
      occasions: menu.someOf('occasions', OCCASIONS),
      items: menu.list('items', (item) => ({ award: item.text('award'), basis: item.oneOf('basis', MENU_BASES), ...source(item) })),
    })),
    standards: fields.list('standards', (standard) => ({ occasions: standard.someOf('occasions', OCCASIONS), ...source(standard) })),
    criteria: fields.list('criteria', (criterion) => ({ audience: criterion.oneOf('audience', AUDIENCES), ...source(criterion) })),
    rules: fields.listIfAny('rules', rule),
    dossierParts: fields.list('dossierParts', (part) => ({
      part: part.text('part'),
      when: part.optionalText('when'),
      ...source(part),
    })),
    reportDates: fields.list('reportDates', (report) => ({
      occasions: report.someOf('occasions', TIED),
      to: report.text('to'),
      via: report.optionalText('via'),
      before: partial(report, 'before', MONTH_DAY),
      ...source(report),
    })),
    roles: fields.list('roles', (role) => ({ role: role.text('role'), body: role.text('body'), ...source(role) })),
    questions: fields.texts('questions'),
  }));
}

function body(fields: Fields): Movement['launcher'] {
  return { level: fields.oneOf('level', LEVELS), body: fields.text('body'), ...source(fields) };
}

function launchedAbove(fields: Fields): LaunchedAbove {
  return { name: fields.text('name'), level: fields.oneOf('level', LEVELS), body: fields.text('body'), ...periodOf(fields) };
}

/** A count stands where years are counted, and nowhere else. */
function rule(fields: Fields): PlanRule {
  const needs = fields.oneOf('needs', PLAN_NEEDS);
  const atLeast = fields.optionalInteger('atLeast');
  const ofYears = fields.optionalInteger('ofYears');
  if ((needs === 'excellent-years') !== (atLeast !== null)) {
    fields.problem('value-invalid', 'atLeast', `'${needs}' ${atLeast === null ? 'needs' : 'takes no'} count of years`);
  }
  if (ofYears !== null && (atLeast === null || ofYears < atLeast)) {
    fields.problem('value-invalid', 'ofYears', 'the years looked at are fewer than the years asked for');
  }
  return {
    occasions: fields.someOf('occasions', OCCASIONS),
    awards: fields.texts('awards'),
    audiences: fields.someOf('audiences', AUDIENCES),
    needs,
    atLeast,
    ofYears,
    ...source(fields),
  };
}

function phase(fields: Fields): Phase {
  return {
    number: fields.integer('number'),
    ...periodOf(fields),
    review: fields.optionalOneOf('review', TIED),
    reviewYear: fields.optionalInteger('reviewYear'),
    ...source(fields),
  };
}

function periodOf(fields: Fields): Period {
  return { start: partial(fields, 'start', PARTIAL_DATE), end: partial(fields, 'end', PARTIAL_DATE) };
}

function partial(fields: Fields, key: string, pattern: RegExp): string | null {
  const text = fields.optionalText(key);
  if (text !== null && !pattern.test(text)) {
    fields.problem('value-invalid', key, `'${text}' is not a date of the expected form`);
  }
  return text;
}

/** `lines: '367-377'` or `lines: '379'`. */
function source(fields: Fields): PlanSource {
  const quote = fields.citation('quote');
  const lines = fields.text('lines');
  const match = /^([1-9]\d{0,4})(?:-([1-9]\d{0,4}))?$/.exec(lines);
  const [from, to] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? match?.[1] ?? 0)];
  if (from === 0 || to < from) {
    fields.problem('value-invalid', 'lines', `'${lines}' names no lines: '12' or '12-15' is expected`);
  }
  return { quote, line: { from, to } };
}
