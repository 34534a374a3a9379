import type { Fraction } from '@thidua/kernel';
import type { Fields } from '../yaml/fields';
import {
  AREA_FORMS,
  AUTHORITY_ROLES,
  AWARD_TYPES,
  BALLOT_BASES,
  CONFLICT_POLICIES,
  COUNCIL_BODIES,
  LEVELS,
  LIMIT_KINDS,
  NOMINEE_KINDS,
  ON_OPINION,
  ON_SUPPLEMENT,
  ORG_KINDS,
  OWN_ROW_POLICIES,
  ROUNDING_ORDERS,
  STARTS,
  SUBMITTERS,
  type AuthorityRow,
  type AwardRow,
  type BallotRow,
  type BaseSalaryRow,
  type CoefficientRow,
  type CouncilRow,
  type FixedDay,
  type LimitAmount,
  type LimitRow,
  type NomineeKind,
  type PackRow,
  type QuorumRow,
  type RoundingRow,
  type RuleRow,
  type SigningRow,
  type Threshold,
} from './pack';

export function awardRow(fields: Fields): AwardRow {
  return {
    ...common(fields),
    award: fields.text('award'),
    kind: fields.oneOf('kind', ['title', 'form']),
    nominees: fields.someOf('nominees', NOMINEE_KINDS),
    level: fields.oneOf('level', LEVELS),
    names: fields.list('names', (name) => ({
      area: name.oneOf('area', AREA_FORMS),
      full: name.text('full'),
      short: name.text('short'),
    })),
    types: fields.someIfAny('types', AWARD_TYPES),
    stateLevel: fields.booleanOr('stateLevel', false),
    submittedBy: fields.someIfAny('submittedBy', SUBMITTERS),
    yearly: fields.booleanOr('yearly', false),
  };
}

export function authorityRow(fields: Fields): AuthorityRow {
  return {
    ...common(fields),
    awards: fields.texts('awards'),
    level: fields.oneOf('level', LEVELS),
    role: fields.oneOf('role', AUTHORITY_ROLES),
    orgKinds: fields.someIfAny('orgKinds', ORG_KINDS),
  };
}

export function ballotRow(fields: Fields): BallotRow {
  return {
    ...common(fields),
    awards: fields.texts('awards'),
    levels: fields.someOf('levels', LEVELS),
    threshold: threshold(fields),
    base: fields.oneOf('base', BALLOT_BASES),
    secret: fields.boolean('secret'),
    absentInWriting: fields.booleanOr('absentInWriting', true),
  };
}

export function quorumRow(fields: Fields): QuorumRow {
  return {
    ...common(fields),
    awards: fields.textsIfAny('awards'),
    levels: fields.someOf('levels', LEVELS),
    share: shareOf(fields, 'share'),
    text: fields.text('text'),
  };
}

export function councilRow(fields: Fields): CouncilRow {
  return {
    ...common(fields),
    awards: fields.texts('awards'),
    level: fields.oneOf('level', LEVELS),
    body: fields.oneOf('body', COUNCIL_BODIES),
    conflict: fields.oneOfOr('conflict', CONFLICT_POLICIES, 'chair-rules'),
    counters: fields.optionalInteger('counters') ?? 3,
  };
}

export function limitRow(fields: Fields): LimitRow {
  const kind = fields.oneOf('kind', LIMIT_KINDS);
  return {
    ...common(fields),
    text: fields.text('text'),
    kind,
    level: fields.optionalOneOf('level', LEVELS),
    awards: fields.textsIfAny('awards'),
    amount: kind === 'by-date' ? { value: 0, unit: 'day' } : limitAmount(fields),
    fixedDay: kind === 'by-date' ? fields.optionalObject('fixedDay', fixedDay) : null,
    startsAt: fields.oneOf('startsAt', STARTS),
    onSupplement: fields.oneOf('onSupplement', ON_SUPPLEMENT),
    onOpinion: fields.oneOf('onOpinion', ON_OPINION),
  };
}

export function baseSalaryRow(fields: Fields): BaseSalaryRow {
  return { ...common(fields), amount: fields.integer('amount') };
}

export function coefficientRow(fields: Fields): CoefficientRow {
  return {
    ...common(fields),
    award: fields.text('award'),
    base: fields.exact('base'),
    factors: fields.object('factors', factors),
  };
}

export function roundingRow(fields: Fields): RoundingRow {
  const row = { ...common(fields), step: fields.integer('step'), order: fields.oneOf('order', ROUNDING_ORDERS) };
  if (row.step === 0) {
    fields.problem('value-invalid', 'step', 'bước làm tròn ít nhất là 1 đồng');
  }
  return row;
}

export function ruleRow(fields: Fields): RuleRow {
  return { ...common(fields), text: fields.text('text'), share: fields.has('share') ? shareOf(fields, 'share') : null };
}

export function signingRow(fields: Fields): SigningRow {
  return { ...common(fields), text: fields.text('text'), ownRow: fields.oneOf('ownRow', OWN_ROW_POLICIES) };
}

/** What every row carries. */
export function common(fields: Fields): PackRow {
  return {
    id: fields.text('id'),
    effectiveFrom: fields.date('effectiveFrom'),
    effectiveTo: fields.optionalDate('effectiveTo'),
    province: fields.optionalText('province'),
    citation: fields.citation('citation'),
    confirmed: fields.boolean('confirmed'),
    source: fields.text('source'),
    note: fields.optionalText('note'),
  };
}

function threshold(fields: Fields): Threshold {
  if (!fields.has('atLeast')) {
    fields.oneOf('threshold', ['majority']);
    return { kind: 'majority' };
  }
  return { kind: 'at-least', share: shareOf(fields, 'atLeast') };
}

/** A share above 0 and up to the whole. */
export function shareOf(fields: Fields, key: string): Fraction {
  const share = fields.exact(key);
  if (share.numerator === 0 || share.numerator > share.denominator) {
    fields.problem('value-invalid', key, "phải lớn hơn 0 và không quá 1, ví dụ '4/5'");
  }
  return share;
}

function fixedDay(fields: Fields): FixedDay {
  const day = { month: fields.integer('month'), day: fields.integer('day'), yearOffset: fields.optionalInteger('yearOffset') ?? 0 };
  if (day.month < 1 || day.month > 12 || day.day < 1 || day.day > 31) {
    fields.problem('value-invalid', 'day', 'phải là một ngày có thật trong năm: month 1 đến 12, day 1 đến 31');
  }
  return day;
}

function limitAmount(fields: Fields): LimitAmount {
  const given: LimitAmount[] = [];
  for (const [key, unit] of [
    ['workingDays', 'working-day'],
    ['days', 'day'],
    ['months', 'month'],
  ] as const) {
    const value = fields.optionalInteger(key);
    if (value !== null) {
      given.push({ value, unit });
    }
  }
  const [amount] = given;
  if (amount === undefined || given.length > 1) {
    fields.problem('value-invalid', 'workingDays', 'ghi đúng một trong ba khóa workingDays, days, months');
    return { value: 0, unit: 'working-day' };
  }
  return amount;
}

function factors(fields: Fields): Partial<Record<NomineeKind, Fraction>> {
  const read: Partial<Record<NomineeKind, Fraction>> = {};
  for (const kind of NOMINEE_KINDS) {
    if (fields.has(kind)) {
      read[kind] = fields.exact(kind);
    }
  }
  return read;
}
