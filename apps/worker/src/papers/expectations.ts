import { dateWords, padNumber, type PdfExpectations } from '@thidua/documents';
import type { JsonObject, JsonValue } from '@thidua/kernel';
import { objectOf } from './plain';

const MOST_PAGES = 400;
/** They say the award in capitals, and bear the decision's number. */
const CERTIFICATES = new Set(['giay-khen', 'bang-khen', 'giay-cap-lai']);
const ONE_PAGE = new Set([...CERTIFICATES, 'tom-tat-thanh-tich']);
/** Kinds that name a nominee in capitals. */
const CAPITALS = new Set([...CERTIFICATES, 'bao-cao-thanh-tich', 'tom-tat-thanh-tich']);

/**
 * What the finished PDF must be seen to say before its step counts as done: every nominee, every award, the number and the date,
 * taken from the frozen data and not from the template.
 */
export function expectationsOf(kind: string, data: JsonObject): PdfExpectations {
  const frame = objectOf(data['frame']);
  return {
    mustContain: [
      ...namesOf(kind, data),
      ...awardsOf(kind, data),
      ...textsOf(data, ['dossierCode']),
      ...numberOf(kind, frame, data),
      ...dateOf(kind, frame),
      ...textsOf(objectOf(frame['signature']), ['name', 'note']),
    ],
    minPages: 1,
    maxPages: ONE_PAGE.has(kind) ? 1 : MOST_PAGES,
  };
}

function rowsOf(data: JsonObject): readonly JsonObject[] {
  return [...listOf(data['rows']), ...listOf(data['submissions']).flatMap((submission) => listOf(submission['rows']))];
}

function namesOf(kind: string, data: JsonObject): readonly string[] {
  const names = [...rowsOf(data), objectOf(data['nominee'])].flatMap((row) => textsOf(row, ['name']));
  const shown = CAPITALS.has(kind) ? names.map((name) => name.toLocaleUpperCase('vi')) : names;
  return [...shown, ...textsOf(data, ['recipient']), ...peopleOf(data)];
}

/** Members of a board, authors, and whoever a sheet is for. */
function peopleOf(data: JsonObject): readonly string[] {
  const people = [
    ...listOf(data['members']),
    ...listOf(data['authors']),
    ...listOf(data['sheets']).map((sheet) => objectOf(sheet['member'])),
  ];
  return people.flatMap((one) => textsOf(one, ['name']));
}

function awardsOf(kind: string, data: JsonObject): readonly string[] {
  const awards = [...rowsOf(data).flatMap((row) => textsOf(row, ['award']))];
  const own = textsOf(data, ['award']);
  return [...awards, ...(CERTIFICATES.has(kind) ? own.map((award) => award.toLocaleUpperCase('vi')) : own)];
}

function numberOf(kind: string, frame: JsonObject, data: JsonObject): readonly string[] {
  const [number, symbol] = CERTIFICATES.has(kind) ? [data['decisionNumber'], data['decisionSymbol']] : [frame['number'], frame['symbol']];
  return typeof number === 'string' && typeof symbol === 'string' && symbol !== '' ? [`${padNumber(number)}/${symbol}`] : [];
}

function dateOf(kind: string, frame: JsonObject): readonly string[] {
  // A report carries its date only when it has one of its own; certificates and all others print the frame's.
  return typeof frame['date'] === 'string' && frame['date'] !== '' && kind !== 'muc-luc' ? [dateWords(frame['date'])] : [];
}

function textsOf(object: JsonObject, keys: readonly string[]): readonly string[] {
  return keys.flatMap((key) => {
    const value = object[key];
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
}

function listOf(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.map((one: JsonValue) => objectOf(one)) : [];
}
