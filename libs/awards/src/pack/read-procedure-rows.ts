import type { Fields } from '../yaml/fields';
import {
  AWARD_TYPES,
  DOSSIER_PROCEDURES,
  FUND_PAYERS,
  LEVELS,
  NOMINEE_KINDS,
  PROCEDURE_CASES,
  PROCEDURE_KINDS,
  QUOTA_BASES,
  type CriterionRow,
  type DossierPartRow,
  type FundRow,
  type PaperRow,
  type ProcedureRow,
  type QuotaRow,
} from './pack';
import { common, shareOf } from './read-rows';

export function criterionRow(fields: Fields): CriterionRow {
  const row = common(fields);
  return {
    ...row,
    award: fields.text('award'),
    kinds: fields.someOf('kinds', NOMINEE_KINDS),
    types: fields.someIfAny('types', AWARD_TYPES),
    group: fields.text('group'),
    hard: fields.booleanOr('hard', true),
    text: fields.text('text'),
    decision: fields.optionalText('decision') ?? row.id,
  };
}

export function dossierPartRow(fields: Fields): DossierPartRow {
  return {
    ...common(fields),
    part: fields.text('part'),
    awards: fields.textsIfAny('awards'),
    types: fields.someIfAny('types', AWARD_TYPES),
    procedure: fields.oneOfOr('procedure', DOSSIER_PROCEDURES, 'any'),
    paperKind: fields.optionalText('paperKind'),
    text: fields.text('text'),
    form: fields.optionalText('form'),
    required: fields.booleanOr('required', true),
    madeAt: fields.oneOfOr('madeAt', LEVELS, 'UNIT'),
    sets: fields.optionalText('sets'),
  };
}

export function quotaRow(fields: Fields): QuotaRow {
  return {
    ...common(fields),
    award: fields.text('award'),
    limit: fields.oneOfOr('limit', ['at-most', 'at-least'], 'at-most'),
    share: shareOf(fields, 'share'),
    of: fields.oneOf('of', QUOTA_BASES),
    who: fields.oneOfOr('who', ['all', 'direct-workers'], 'all'),
    text: fields.text('text'),
  };
}

export function procedureRow(fields: Fields): ProcedureRow {
  return {
    ...common(fields),
    awards: fields.texts('awards'),
    level: fields.oneOf('level', LEVELS),
    kind: fields.oneOf('kind', PROCEDURE_KINDS),
    when: fields.oneOfOr('when', PROCEDURE_CASES, 'always'),
    bodies: fields.textsIfAny('bodies'),
    notProcedures: fields.someIfAny('notProcedures', ['simplified']),
    limit: fields.optionalText('limit'),
    silence: fields.oneOfOr('silence', ['waits', 'goes-on'], 'waits'),
    text: fields.text('text'),
  };
}

export function fundRow(fields: Fields): FundRow {
  return {
    ...common(fields),
    awards: fields.textsIfAny('awards'),
    levels: fields.someOf('levels', LEVELS),
    payer: fields.oneOf('payer', FUND_PAYERS),
    text: fields.text('text'),
  };
}

export function paperRow(fields: Fields): PaperRow {
  return {
    ...common(fields),
    kind: fields.text('kind'),
    awards: fields.textsIfAny('awards'),
    text: fields.text('text'),
    needs: fields.texts('needs'),
  };
}
