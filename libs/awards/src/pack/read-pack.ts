import type { Result } from '@thidua/kernel';
import type { DataProblem } from '../yaml/problem';
import type { Fields } from '../yaml/fields';
import { readPlain, readYaml } from '../yaml/read-yaml';
import { checkPack } from './check-pack';
import { PACK_STATUSES, type Overlay, type Pack } from './pack';
import { criterionRow, dossierPartRow, fundRow, paperRow, procedureRow, quotaRow } from './read-procedure-rows';
import {
  authorityRow,
  awardRow,
  ballotRow,
  baseSalaryRow,
  coefficientRow,
  councilRow,
  limitRow,
  quorumRow,
  roundingRow,
  ruleRow,
  signingRow,
} from './read-rows';

export type PackProblem = DataProblem;

/**
 * Reads `workflows/packs/<id>/pack.yaml` and, beside it, the XML of eligibility.dmn (kept as text, compiled where it is asked).
 * Refuses unknown keys, rows without citation, overlapping periods, unknown awards.
 */
export function readPack(yamlText: string, beside: { readonly eligibilityDmn?: string } = {}): Result<Pack, readonly PackProblem[]> {
  return checked(readYaml(yamlText, (fields) => pack(fields, beside.eligibilityDmn ?? '')));
}

/** A pack that was never YAML, in the keys of the file (`packToPlain`). */
export function readPackPlain(plain: unknown, beside: { readonly eligibilityDmn?: string } = {}): Result<Pack, readonly PackProblem[]> {
  return checked(readPlain(plain, (fields) => pack(fields, beside.eligibilityDmn ?? '')));
}

function checked(read: Result<Pack, readonly PackProblem[]>): Result<Pack, readonly PackProblem[]> {
  if (!read.ok) {
    return read;
  }
  const problems = checkPack(read.value);
  return problems.length > 0 ? { ok: false, error: problems } : read;
}

function pack(fields: Fields, eligibilityDmn: string): Pack {
  const status = fields.oneOf('status', PACK_STATUSES);
  const rows = <R>(key: string, read: (row: Fields) => R): readonly R[] =>
    status === 'placeholder' ? [] : status === 'local' ? fields.listIfAny(key, read) : fields.list(key, read);
  const later = <R>(key: string, read: (row: Fields) => R): readonly R[] => (status === 'placeholder' ? [] : fields.listIfAny(key, read));
  return {
    id: fields.text('id'),
    title: fields.text('title'),
    status,
    receivedFrom: fields.date('receivedFrom'),
    receivedTo: fields.optionalDate('receivedTo'),
    lapsesOn: fields.optionalDate('lapsesOn'),
    basedOn: status === 'local' ? fields.text('basedOn') : fields.optionalText('basedOn'),
    province: status === 'local' ? fields.text('province') : fields.optionalText('province'),
    simulated: fields.booleanOr('simulated', false),
    citation: fields.citation('citation'),
    confirmed: fields.boolean('confirmed'),
    note: fields.optionalText('note'),
    awards: rows('awards', awardRow),
    authorities: rows('authorities', authorityRow),
    ballots: rows('ballots', ballotRow),
    quorums: later('quorums', quorumRow),
    councils: rows('councils', councilRow),
    criteria: later('criteria', criterionRow),
    dossierParts: later('dossierParts', dossierPartRow),
    quotas: later('quotas', quotaRow),
    procedures: later('procedures', procedureRow),
    limits: rows('limits', limitRow),
    baseSalaries: rows('baseSalaries', baseSalaryRow),
    coefficients: rows('coefficients', coefficientRow),
    rounding: rows('rounding', roundingRow),
    funds: later('funds', fundRow),
    papers: later('papers', paperRow),
    rules: rows('rules', ruleRow),
    signing: rows('signing', signingRow),
    overlays: rows('overlays', overlay),
    switchOn: status === 'local' ? fields.textsIfAny('switchOn') : [],
    eligibilityDmn,
  };
}

function overlay(fields: Fields): Overlay {
  return { id: fields.text('id'), off: fields.texts('off'), citation: fields.citation('citation') };
}
