import type { BlankField, LaidField, Misfit } from './blank';
import { layOutField } from './lay-out-field';
import { textWidthMm } from './tinos-widths';

const FIELD: BlankField = {
  key: 'recipient',
  source: 'recipient',
  text: '',
  xMm: 40,
  yMm: 90,
  widthMm: 120,
  sizePt: 24,
  minPt: 14,
  lines: 1,
  bold: true,
  italic: false,
  align: 'center',
  colour: '#000000',
  upper: false,
};

function laid(field: Partial<BlankField>, recipient: string): LaidField {
  const answer = layOutField({ ...FIELD, ...field }, { recipient });
  if ('misfit' in answer) {
    throw new Error(`does not fit: ${answer.misfit.text}`);
  }
  return answer;
}

function misfit(field: Partial<BlankField>, recipient: string): Misfit | undefined {
  const answer = layOutField({ ...FIELD, ...field }, { recipient });
  return 'misfit' in answer ? answer.misfit : undefined;
}

describe('the width of a printed text', () => {
  // Times New Roman's own advance widths in 2048ths of an em, which Tinos keeps.
  it.each([
    ['A', false, 1479],
    ['Ạ', false, 1479],
    ['ễ', false, 909],
    ['ễ', true, 909],
    ['Đ', false, 1479],
    [' ', false, 512],
    ['u', true, 1139],
  ])('of %j, bold %j, is %i/2048 em', (letter, bold, units) => {
    expect(textWidthMm(letter, 72, { bold, italic: false })).toBeCloseTo((units / 2048) * 25.4, 2);
  });

  it('grows with the type, and is the sum of its letters', () => {
    const plain = { bold: false, italic: false };
    expect(textWidthMm('Gia Phúc', 28, plain)).toBeCloseTo(2 * textWidthMm('Gia Phúc', 14, plain), 6);
  });

  it('takes a letter that Tinos lacks for a wide one', () => {
    expect(textWidthMm('漢', 72, { bold: false, italic: false })).toBeCloseTo(25.4, 6);
  });
});

describe('a field of a blank', () => {
  it('keeps its size where the text fits', () => {
    expect(laid({}, 'Bà Nguyễn Thị Ánh Tuyết')).toMatchObject({ lines: ['Bà Nguyễn Thị Ánh Tuyết'], sizePt: 24 });
  });

  it('shrinks a long name until it fits, by half points', () => {
    const name = 'Công ty trách nhiệm hữu hạn một thành viên Gia Phúc';
    const { lines, sizePt } = laid({}, name);
    expect(lines).toEqual([name]);
    expect(sizePt).toBeGreaterThanOrEqual(14);
    expect(textWidthMm(name, sizePt, FIELD)).toBeLessThanOrEqual(120.05);
    expect(textWidthMm(name, sizePt + 0.5, FIELD)).toBeGreaterThan(120);
  });

  it('breaks between words before it shrinks, where it may have more lines', () => {
    const { lines, sizePt } = laid({ lines: 2 }, 'Tập thể Trường Tiểu học và Trung học cơ sở Gia Phúc');
    expect({ lines: lines.length, sizePt }).toEqual({ lines: 2, sizePt: 24 });
    expect(lines.join(' ')).toBe('Tập thể Trường Tiểu học và Trung học cơ sở Gia Phúc');
  });

  it('gives centred lines about the same length', () => {
    const [first = '', second = ''] = laid({ lines: 2, widthMm: 150 }, 'Tập thể Trường Tiểu học và Trung học cơ sở Gia Phúc').lines;
    expect(Math.abs(textWidthMm(first, 24, FIELD) - textWidthMm(second, 24, FIELD))).toBeLessThan(45);
  });

  it('tells what does not fit in its smallest type, with the room it would need', () => {
    const name = 'Công ty cổ phần đầu tư xây dựng và phát triển nông nghiệp công nghệ cao Gia Phúc Hải Phòng';
    expect(misfit({}, name)).toMatchObject({ key: 'recipient', text: name, widthMm: 120, lines: 1 });
    expect(misfit({}, name)?.needsMm).toBeGreaterThan(150);
  });

  it('never lets a single long word stick out', () => {
    expect(misfit({ widthMm: 30, lines: 4 }, 'Khuỷuđườngngoằnngoèokhúckhuỷu')).toBeDefined();
  });

  it('counts lines the text brings along', () => {
    expect(laid({ lines: 2 }, 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH').lines).toEqual(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
    expect(misfit({ lines: 1 }, 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH')).toBeDefined();
  });

  it('prints capitals of every Vietnamese letter, measured as capitals', () => {
    expect(laid({ upper: true }, 'nguyễn thị ướt').lines).toEqual(['NGUYỄN THỊ ƯỚT']);
  });

  it('prints its own words when it has some, and nothing for a value there is not', () => {
    expect(laid({ source: 'text', text: 'Số sổ vàng:' }, 'x').lines).toEqual(['Số sổ vàng:']);
    expect(laid({ source: 'goldenBook' }, 'x').lines).toEqual([]);
  });
});
