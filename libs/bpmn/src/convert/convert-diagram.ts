import { err, ok, type Result } from '@thidua/kernel';
import type { ModdleElement } from 'bpmn-moddle';
import { descendants } from '../moddle/descendants';
import { foreignDialect, foreignPrefixes, usesPrefix } from '../moddle/dialect';
import { THIDUA_DESCRIPTOR } from '../moddle/thidua';
import { notNative, readXml, refusalOf } from '../moddle/parse';
import { unmappedWords } from '../moddle/unmapped-words';
import { lossesOf } from '../import/losses';
import { summaryOf } from '../import/summary';
import type { Refusal } from '../refusal';
import { scanXml } from '../scan/scan-xml';
import type { Conversion } from './conversion';
import { convertCall } from './call-activity';
import { mapped, put, type Converting } from './converting';
import { mendReferences, sortWarnings } from './dangling';
import { convertDecision } from './decision';
import { convertEvents } from './events';
import { convertExpressions } from './expressions';
import { convertIoMapping } from './io-mapping';
import { convertLoop } from './loop';
import { settleTypes } from './retype';
import { convertScript } from './script';
import { settleWords } from './settle-words';
import { convertUserTask } from './user-task';
import { wordsOf } from './words';
import { convertWork } from './work';

const ZEEBE = 'http://camunda.org/schema/zeebe/1.0';

/**
 * Puts a diagram written for Camunda 7, Operaton, Flowable or Activiti into our vocabulary (engine.md 3.3). The original is kept,
 * every word of the other engine is accounted for, and what has no meaning here stays as a mark that no deployment accepts.
 * @returns refusals when the file cannot be read, is native already, or mixes vocabularies
 */
export async function convertDiagram(xml: string): Promise<Result<Conversion, readonly Refusal[]>> {
  const scanned = scanXml(xml);
  if (scanned.length > 0) {
    return err(scanned);
  }
  const dialect = foreignDialect(xml);
  if (dialect === undefined || dialect === 'jbpm') {
    return err([
      dialect === undefined
        ? notConvertible('native', 'The diagram uses no other engine’s vocabulary: open it as it is.')
        : notNative(dialect),
    ]);
  }
  if (mixesZeebe(xml)) {
    return err([notConvertible('mixed', 'The file uses zeebe: words as well: keep one vocabulary and export it again.')]);
  }
  const read = await readXml(xml);
  if (!read.ok) {
    return read;
  }
  const { moddle, root, warnings } = read.value;
  const { dangling, others } = sortWarnings(warnings);
  if (others.length > 0) {
    return err(others.map(refusalOf));
  }
  // Names in disguise stand in text, and the parser reads none; the converter speaks of each.
  const missing = await lossesOf(xml, read.value, ['loopDataInputRef']);
  if (missing.length > 0) {
    return err(missing);
  }
  const converting: Converting = { moddle, root, prefixes: foreignPrefixes(xml), dangling, retyped: new Map(), lines: [], forms: [] };
  rewrite(converting);
  const written = await moddle.toXML(root, { format: true });
  const left = foreignDialect(written.xml);
  if (left !== undefined) {
    return err([notNative(left)]);
  }
  const { lines, forms } = converting;
  return ok({ dialect, original: xml, xml: written.xml, elements: summaryOf(root), report: lines, forms, refusals: unmappedWords(root) });
}

function rewrite(converting: Converting): void {
  settings(converting);
  mendReferences(converting);
  for (const element of descendants(converting.root)) {
    convertElement(converting, element);
  }
  settleTypes(converting);
}

function convertElement(converting: Converting, element: ModdleElement): void {
  const words = wordsOf(converting, element);
  convertExpressions(converting, element);
  convertUserTask(converting, words);
  convertDecision(converting, words);
  const worked = convertWork(converting, words);
  convertScript(converting, worked);
  convertCall(converting, worked);
  convertLoop(converting, worked);
  convertEvents(converting, worked);
  convertIoMapping(converting, worked);
  settleWords(converting, worked);
}

/** What the root says about the old platform. */
function settings(converting: Converting): void {
  const { root } = converting;
  if (Object.hasOwn(root, 'expressionLanguage')) {
    mapped(converting, root, `expressionLanguage="${String(root['expressionLanguage'])}"`, 'FEEL');
    put(root, 'expressionLanguage', undefined);
  }
  // Every element read by moddle has this bag of attributes its descriptors do not know.
  const attributes = root['$attrs'] as Record<string, string>;
  for (const name of Object.keys(attributes).filter((key) => /:executionPlatform(Version)?$/.test(key))) {
    Reflect.deleteProperty(attributes, name);
    mapped(converting, root, name, '');
  }
  Object.assign(attributes, { 'xmlns:zeebe': ZEEBE, 'xmlns:thidua': THIDUA_DESCRIPTOR.uri });
}

function mixesZeebe(xml: string): boolean {
  return [...xml.matchAll(/xmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g)].some(
    ([, prefix = '', uri]) => uri === ZEEBE && usesPrefix(xml, prefix),
  );
}

function notConvertible(reason: string, hint: string): Refusal {
  return { code: 'not-convertible', path: '', detail: { reason }, hint, severity: 'error' };
}
