import type { TextItem } from 'pdfjs-dist/types/src/display/api';
import { placeFields, type FieldAnnotation, type Mark } from './place-fields';

function run(str: string, x: number, width: number, y = 700): TextItem {
  return { str, dir: 'ltr', transform: [13, 0, 0, 13, x, y], width, height: 13, fontName: 'f', hasEOL: false };
}

function field(fieldValue: string, left: number, right: number, baseline = 700): FieldAnnotation {
  return { subtype: 'Widget', fieldType: 'Tx', fieldValue, rect: [left, baseline - 2.8, right, baseline + 11.6] };
}

function textOf(items: readonly (TextItem | Mark)[], annotations: readonly FieldAnnotation[]): string[] {
  return placeFields(items, annotations).map(({ str }) => str);
}

const line = [run('Số:', 100, 20), run(' ', 120, 40), run('/QĐ-UBND', 150, 60), run('Gia Phúc', 300, 50)];

describe('the value of a field', () => {
  it('stands in its line in place of the blanks there', () => {
    expect(textOf(line, [field('57', 124, 150)])).toEqual(['Số:', '57', '/QĐ-UBND', 'Gia Phúc']);
  });

  it('begins a line when nothing stands left of it', () => {
    expect(textOf([run('/QĐ-UBND', 150, 60)], [field('57', 124, 150)])).toEqual(['57', '/QĐ-UBND']);
  });

  it('does not stray into another line', () => {
    expect(textOf([run('Trên', 100, 30, 720), ...line], [field('57', 124, 150)])[0]).toBe('Trên');
  });

  it('comes last when it has no line', () => {
    expect(textOf(line, [field('57', 124, 150, 100)]).at(-1)).toBe('57');
  });

  it('is nothing while it is empty', () => {
    expect(textOf(line, [field('', 124, 150), { subtype: 'Link', rect: [0, 0, 1, 1] }])).toHaveLength(4);
  });

  it('that was drawn into the page is brought back into its line too', () => {
    const marks = [
      { type: 'beginMarkedContent', tag: 'ThiDuaField' },
      { type: 'beginMarkedContent', tag: 'Tx' },
    ];
    const end = { type: 'endMarkedContent' };
    expect(textOf([...line, ...marks, run('57', 137, 13), end, end, run('cuối', 100, 20, 50)], [])).toEqual([
      'Số:',
      '57',
      '/QĐ-UBND',
      'Gia Phúc',
      'cuối',
    ]);
  });
});
