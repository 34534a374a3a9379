import { err, ok, type Result } from '@thidua/kernel';
import { foreignDialect } from '../moddle/dialect';
import { notNative, readXml, refusalOf } from '../moddle/parse';
import { THIDUA_DESCRIPTOR } from '../moddle/thidua';
import type { Refusal } from '../refusal';
import { scanXml } from '../scan/scan-xml';
import { lossesOf } from './losses';
import { outline, type Outline } from './outline';
import { summaryOf, type ElementSummary } from './summary';

/** A file opened for viewing, with what should be known about it before it is edited or deployed. */
export interface ImportedDiagram {
  readonly definitionsId: string;
  /** Everything with an id, document order, drawing included. */
  readonly elements: readonly ElementSummary[];
  /** Warnings only: namespaces that are kept though nothing here reads them, and a dialect that must be converted first. */
  readonly findings: readonly Refusal[];
  /** The file as it is written again: the same elements, flows and shapes. */
  readonly xml: string;
}

/** Namespaces whose words are read here. */
const OURS: readonly string[] = [
  'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'http://www.omg.org/spec/BPMN/20100524/DI',
  'http://www.omg.org/spec/DD/20100524/DC',
  'http://www.omg.org/spec/DD/20100524/DI',
  'http://www.w3.org/2001/XMLSchema-instance',
  'http://bpmn.io/schema/bpmn/biocolor/1.0',
  'http://www.omg.org/spec/BPMN/non-normative/color/1.0',
  'http://camunda.org/schema/zeebe/1.0',
  THIDUA_DESCRIPTOR.uri,
];

/**
 * Opens a file of any tool for viewing. Extensions of other tools are kept and named; whatever else the parser stumbles over, and
 * whatever would be missing when the file is written again, refuses it: nothing is lost in silence.
 */
export async function importDiagram(xml: string): Promise<Result<ImportedDiagram, readonly Refusal[]>> {
  const scanned = scanXml(xml);
  if (scanned.length > 0) {
    return err(scanned);
  }
  const read = await readXml(xml);
  if (!read.ok) {
    return read;
  }
  const { moddle, root, warnings } = read.value;
  if (warnings.length > 0) {
    return err(warnings.map(refusalOf));
  }
  const missing = await lossesOf(xml, read.value);
  if (missing.length > 0) {
    return err(missing);
  }
  const written = await moddle.toXML(root, { format: true });
  const dialect = foreignDialect(xml);
  return ok({
    definitionsId: root.id ?? '',
    elements: summaryOf(root),
    findings: [
      ...(dialect === undefined ? [] : [{ ...notNative(dialect), severity: 'warning' as const }]),
      ...keptExtensions(outline(xml)),
    ],
    xml: written.xml,
  });
}

function keptExtensions({ namespaces }: Outline): readonly Refusal[] {
  return [...namespaces]
    .filter(([namespace]) => !OURS.includes(namespace))
    .map(([namespace, times]) => ({ code: 'extension-kept', path: '', detail: { namespace, times }, severity: 'warning' }));
}
