import { err, ok, type Result } from '@thidua/kernel';
import { convertDiagram } from '../convert/convert-diagram';
import type { ConversionLine, ConvertedForm } from '../convert/conversion';
import { foreignDialect, type Dialect } from '../moddle/dialect';
import type { Refusal } from '../refusal';
import { importDiagram } from './import-diagram';

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
  const conversion = foreignDialect(xml) === undefined ? undefined : await convertDiagram(xml);
  if (conversion !== undefined && !conversion.ok) {
    return conversion;
  }
  const native = conversion?.value.xml ?? xml;
  const opened = await importDiagram(native);
  if (!opened.ok) {
    return opened;
  }
  const first = opened.value.elements.find((element) => element.type === 'bpmn:Process');
  if (first === undefined) {
    return err([{ code: 'process-missing', path: '', detail: {}, severity: 'error' }]);
  }
  const process = { id: first.id, name: first.name === undefined || first.name === '' ? first.id : first.name };
  if (conversion === undefined) {
    return ok({ xml, process, forms: [] });
  }
  const { dialect, report, forms } = conversion.value;
  return ok({ xml: native, process, forms, converted: { dialect, report } });
}
