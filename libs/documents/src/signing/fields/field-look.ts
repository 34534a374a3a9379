import { asArray, asNumber, dict, name, PdfStream, PdfString, type PdfDict, type PdfRef } from '../file/values';
import { numberText } from '../file/write-value';
import { packed } from '../look/embed-font';
import type { FontStyle } from '../look/font-file';
import { fontKey, setLine } from '../look/set-text';
import { DESCENT } from './find-gaps';

export interface LookFont {
  readonly style: FontStyle;
  readonly ref: PdfRef;
}

/**
 * The appearance of a text field (12.7.3.3): its value in the paper's own type on the paper's own baseline. Type that would stand out of its
 * place is narrowed, never cut.
 */
export function fieldLook(widget: PdfDict, value: string, font: LookFont | null): PdfStream {
  const [left = 0, bottom = 0, right = 0, top = 0] = (asArray(widget.get('Rect')) ?? []).map((item) => asNumber(item) ?? 0);
  const width = right - left;
  const head = { Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, width, top - bottom] };
  const text = value === '' || font === null ? '' : shownText(widget, value, font.style, width);
  const resources = font === null ? dict({}) : dict({ Font: dict({ [fontKey('latin', font.style)]: font.ref }) });
  const stream = packed(Buffer.from(`/Tx BMC\n${text}EMC\n`, 'latin1'));
  return new PdfStream(stream.dict.with({ ...head, Resources: resources }), stream.raw);
}

/** Size and style of a field from its /DA: '/TinosI 14 Tf 0 g'. */
export function typeOf(widget: PdfDict): { readonly style: FontStyle; readonly size: number } {
  const given = widget.get('DA');
  const match = /\/(TinosI|TinosN) ([\d.]+) Tf/.exec(given instanceof PdfString ? given.bytes.toString('latin1') : '');
  return { style: match?.[1] === 'TinosI' ? 'italic' : 'normal', size: Number(match?.[2] ?? 13) };
}

function shownText(widget: PdfDict, value: string, style: FontStyle, width: number): string {
  const { size } = typeOf(widget);
  const line = setLine(value, style, size);
  const narrowed = line.width > width ? width / line.width : 1;
  const align = asNumber(widget.get('Q')) ?? 0;
  const x = ((width - line.width * narrowed) * align) / 2;
  const scale = narrowed < 1 ? `${numberText(narrowed * 100)} Tz ` : '';
  return `q BT 0 g ${scale}${numberText(x)} ${numberText(DESCENT * size)} Td ${line.operators} ET Q\n`;
}
