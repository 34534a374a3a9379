import { err, ok, type Result } from '@thidua/kernel';
import { BpmnModdle, type ModdleElement, type ModdleWarning } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import type { Refusal, RefusalCode } from '../refusal';
import { textOf } from './access';
import { foreignDialect, type Dialect } from './dialect';
import { THIDUA_DESCRIPTOR } from './thidua';
import { unmappedWords } from './unmapped-words';

/** A parsed file with what the parser had to say about it. */
export interface Parsed {
  readonly root: ModdleElement;
  readonly refusals: readonly Refusal[];
}

/**
 * Reads already scanned XML. Every parser warning is a refusal: moddle drops duplicates, unknown elements and dangling
 * references with no more than a warning (reliability.md finding 7). Content in foreign namespaces stays as generic
 * elements without a warning, and is ignored.
 */
export async function parseXml(xml: string): Promise<Result<Parsed, readonly Refusal[]>> {
  const dialect = foreignDialect(xml);
  if (dialect !== undefined) {
    return err([notNative(dialect)]);
  }
  const read = await readXml(xml);
  return read.ok
    ? ok({ root: read.value.root, refusals: [...read.value.warnings.map(refusalOf), ...unmappedWords(read.value.root)] })
    : read;
}

/** A file as moddle reads it, whatever its dialect: words of a foreign namespace are generic attributes and elements. */
export interface Read {
  readonly moddle: InstanceType<typeof BpmnModdle>;
  readonly root: ModdleElement;
  readonly warnings: readonly ModdleWarning[];
}

/** Reads with the native descriptors alone: those of other dialects clash with them (engine.md 3.4). */
export async function readXml(xml: string): Promise<Result<Read, readonly Refusal[]>> {
  const moddle = new BpmnModdle({ zeebe, thidua: THIDUA_DESCRIPTOR });
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml);
    return ok({ moddle, root: rootElement, warnings });
  } catch (error) {
    const reason = error instanceof Error ? firstLine(error.message) : 'unreadable';
    return err([{ code: 'xml-invalid', path: '', detail: { reason }, severity: 'error' }]);
  }
}

/** Tells that a diagram speaks another engine's vocabulary, and what may be done about it. */
export function notNative(dialect: Dialect): Refusal {
  const convertible = dialect !== 'jbpm';
  const hint = convertible
    ? 'Give the file to convertDiagram (in the product: "Nhập sơ đồ"): it answers a native copy, keeps the original, and reports what became what.'
    : 'There is no converter for this dialect: draw the process again, or export it as plain BPMN 2.0.';
  return { code: 'dialect-not-native', path: '', detail: { dialect, convertible }, hint, severity: 'error' };
}

/** What a parser warning says, as a refusal. */
export function refusalOf(warning: ModdleWarning): Refusal {
  const { element } = warning;
  const [code, name] = classify(warning);
  const property = warning.property?.replace(/^bpmn:/, '');
  return {
    code,
    ...elementIdOf(element, code, name),
    ...(element === undefined ? {} : { elementType: element.$type }),
    ...(textOf(element, 'name') === undefined ? {} : { elementName: textOf(element, 'name') ?? '' }),
    path: element?.id === undefined ? '' : `${element.id}${property === undefined ? '' : `/@${property}`}`,
    detail: {
      reason: firstLine(warning.message),
      ...(name === undefined ? {} : { [code === 'flow-end-mismatch' ? 'flow' : 'name']: name }),
      ...(property === undefined ? {} : { property }),
      ...(warning.value === undefined ? {} : { value: warning.value }),
      ...lineOf(warning.message),
    },
    severity: 'error',
  };
}

/** An element dropped because its id is taken is known by that id only. */
function elementIdOf(element: ModdleElement | undefined, code: RefusalCode, name: string | undefined): { readonly elementId?: string } {
  const id = element?.id ?? (code === 'id-duplicate' ? name : undefined);
  return id === undefined ? {} : { elementId: id };
}

/** Sorts a warning into its family by moddle's own wording; whatever is not recognised stays `xml-warning`. */
function classify(warning: ModdleWarning): readonly [RefusalCode, string | undefined] {
  const reference = /^unresolved reference <(.*)>/.exec(warning.message);
  if (reference !== null) {
    return [
      REFERENCES[`${warning.element?.$type ?? ''}.${localName(warning)}`] ?? LISTED[localName(warning)] ?? 'reference-missing',
      reference[1],
    ];
  }
  const duplicate = /nested error: duplicate ID <(.*)>/.exec(warning.message);
  if (duplicate !== null) {
    return ['id-duplicate', duplicate[1]];
  }
  if (/^unparsable content <(\w+:)?property> detected/.test(warning.message)) {
    return ['property-misplaced', undefined];
  }
  const attribute = /^unknown attribute <(.*)>/.exec(warning.message);
  if (attribute !== null) {
    return ['attribute-not-executed', attribute[1]];
  }
  const element = /nested error: unknown type <((?:zeebe|thidua|bpmn):.*)>/.exec(warning.message);
  return element === null ? ['xml-warning', undefined] : ['element-not-executed', element[1]];
}

/** References that lead nowhere and have a sentence of their own: the ends of flows, and flows an element lists as its own. */
const REFERENCES: Readonly<Record<string, RefusalCode>> = {
  'bpmn:SequenceFlow.sourceRef': 'flow-end-missing',
  'bpmn:SequenceFlow.targetRef': 'flow-end-missing',
};
const LISTED: Readonly<Record<string, RefusalCode>> = { incoming: 'flow-end-mismatch', outgoing: 'flow-end-mismatch' };

function localName(warning: ModdleWarning): string {
  return warning.property?.replace(/^bpmn:/, '') ?? '';
}

function lineOf(message: string): { readonly line?: number } {
  const line = /line: (\d+)/.exec(message);
  return line === null ? {} : { line: Number(line[1]) + 1 };
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).slice(0, 200);
}
