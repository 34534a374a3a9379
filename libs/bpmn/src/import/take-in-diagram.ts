import { err, ok, type Result } from '@thidua/kernel';
import { convertDiagram } from '../convert/convert-diagram';
import type { ConversionLine, ConvertedForm } from '../convert/conversion';
import { foreignDialect, type Dialect } from '../moddle/dialect';
import type { Refusal } from '../refusal';
import { importDiagram } from './import-diagram';
import type { ElementSummary } from './summary';

/** A file of any tool, ready to become a draft here. */
export interface TakenIn {
  readonly xml: string;
  /** The first process of the file names the draft. */
  readonly process: { readonly id: string; readonly name: string };
  readonly forms: readonly ConvertedForm[];
  /** Set when the file was written for another engine: its dialect, and what became of each word. */
  readonly converted?: { readonly dialect: Dialect; readonly report: readonly ConversionLine[] };
}

/** Converts a file of another dialect, opens any other as it is; refuses what would lose something, or holds no process. */
export async function takeInDiagram(xml: string): Promise<Result<TakenIn, readonly Refusal[]>> {
  return foreignDialect(xml) === undefined ? takeInNative(xml) : takeInForeign(xml);
}

async function takeInNative(xml: string): Promise<Result<TakenIn, readonly Refusal[]>> {
  const opened = await importDiagram(xml);
  return opened.ok ? named(opened.value.elements, { xml, forms: [] }) : opened;
}

async function takeInForeign(original: string): Promise<Result<TakenIn, readonly Refusal[]>> {
  const conversion = await convertDiagram(original);
  if (!conversion.ok) {
    return conversion;
  }
  const { xml, elements, dialect, report, forms } = conversion.value;
  return named(elements, { xml, forms, converted: { dialect, report } });
}

function named(elements: readonly ElementSummary[], taken: Omit<TakenIn, 'process'>): Result<TakenIn, readonly Refusal[]> {
  const first = elements.find((element) => element.type === 'bpmn:Process');
  if (first === undefined) {
    return err([{ code: 'process-missing', path: '', detail: {}, severity: 'error' }]);
  }
  const { id, name } = first;
  return ok({ ...taken, process: { id, name: name === undefined || name === '' ? id : name } });
}
