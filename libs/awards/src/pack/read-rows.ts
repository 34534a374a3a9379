import type { Fraction } from '@thidua/kernel';
import type { Fields } from '../yaml/fields';
import {
  AREA_FORMS,
  AUTHORITY_ROLES,
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
  type AuthorityRow,
  type AwardRow,
  type BallotRow,
  type BaseSalaryRow,
  type CoefficientRow,
  type CouncilRow,
  type LimitAmount,
  type LimitRow,
  type NomineeKind,
  type PackRow,
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
  };
}

export function authorityRow(fields: Fields): AuthorityRow {
  return {
    ...common(fields),
    awards: fields.texts('awards'),
    level: fields.oneOf('level', LEVELS),
    role: fields.oneOf('role', AUTHORITY_ROLES),
    orgKinds: fields.has('orgKinds') ? fields.someOf('orgKinds', ORG_KINDS) : [],
  };
}

export function ballotRow(fields: Fields): BallotRow {
  return {
    ...common(fields),
    awards: fields.texts('awards'),
    levels: fields.someOf('levels', LEVELS),
    threshold: threshold(fields),
    base: fields.oneOf('base', ['all-members']),
    secret: fields.boolean('secret'),
  };
}

export function councilRow(fields: Fields): CouncilRow {
  return {
    ...common(fields),
    awards: fields.texts('awards'),
    level: fields.oneOf('level', LEVELS),
    body: fields.oneOf('body', COUNCIL_BODIES),
  };
}

export function limitRow(fields: Fields): LimitRow {
  return {
    ...common(fields),
    text: fields.text('text'),
    kind: fields.oneOf('kind', LIMIT_KINDS),
    level: fields.optionalOneOf('level', LEVELS),
    awards: fields.has('awards') ? fields.texts('awards') : [],
    amount: limitAmount(fields),
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
    fields.problem('value-invalid', 'step', 'the step is at least 1 đồng');
  }
  return row;
}

export function ruleRow(fields: Fields): RuleRow {
  return { ...common(fields), text: fields.text('text') };
}

export function signingRow(fields: Fields): SigningRow {
  return { ...common(fields), text: fields.text('text'), ownRow: fields.oneOf('ownRow', OWN_ROW_POLICIES) };
}

function common(fields: Fields): PackRow {
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
  const share = fields.exact('atLeast');
  if (share.numerator === 0 || share.numerator > share.denominator) {
    fields.problem('value-invalid', 'atLeast', 'a share above 0 and up to 1 is expected');
  }
  return { kind: 'at-least', share };
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
    fields.problem('value-invalid', 'workingDays', 'exactly one of workingDays, days, months is expected');
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
