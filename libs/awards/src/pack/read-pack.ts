import type { Result } from '@thidua/kernel';
import type { DataProblem } from '../yaml/problem';
import type { Fields } from '../yaml/fields';
import { readYaml } from '../yaml/read-yaml';
import { checkPack } from './check-pack';
import type { Overlay, Pack } from './pack';
import {
  authorityRow,
  awardRow,
  ballotRow,
  baseSalaryRow,
  coefficientRow,
  councilRow,
  limitRow,
  roundingRow,
  ruleRow,
  signingRow,
} from './read-rows';

export type PackProblem = DataProblem;

/** Reads `workflows/packs/<id>/pack.yaml`. Refuses unknown keys, rows without citation, overlapping periods, unknown awards. */
export function readPack(yamlText: string): Result<Pack, readonly PackProblem[]> {
  const read = readYaml(yamlText, pack);
  if (!read.ok) {
    return read;
  }
  const problems = checkPack(read.value);
  return problems.length > 0 ? { ok: false, error: problems } : read;
}

function pack(fields: Fields): Pack {
  const status = fields.oneOf('status', ['in-use', 'placeholder']);
  const rows = <R>(key: string, read: (row: Fields) => R): readonly R[] => (status === 'placeholder' ? [] : fields.list(key, read));
  return {
    id: fields.text('id'),
    title: fields.text('title'),
    status,
    receivedFrom: fields.date('receivedFrom'),
    receivedTo: fields.optionalDate('receivedTo'),
    lapsesOn: fields.optionalDate('lapsesOn'),
    citation: fields.citation('citation'),
    confirmed: fields.boolean('confirmed'),
    note: fields.optionalText('note'),
    awards: rows('awards', awardRow),
    authorities: rows('authorities', authorityRow),
    ballots: rows('ballots', ballotRow),
    councils: rows('councils', councilRow),
    limits: rows('limits', limitRow),
    baseSalaries: rows('baseSalaries', baseSalaryRow),
    coefficients: rows('coefficients', coefficientRow),
    rounding: rows('rounding', roundingRow),
    rules: rows('rules', ruleRow),
    signing: rows('signing', signingRow),
    overlays: rows('overlays', overlay),
  };
}

function overlay(fields: Fields): Overlay {
  return { id: fields.text('id'), off: fields.texts('off'), citation: fields.citation('citation') };
}
