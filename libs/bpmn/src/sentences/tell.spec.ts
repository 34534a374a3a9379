import { CONSTRAINTS } from '../constraints';
import { AUTHORITY_LEVELS, POWERS, PROCESS_LEVELS, SIGNING_ROLES, STEP_KINDS } from '../drawing/legal';
import { REFUSAL_FAMILIES } from '../refusal';
import { SENTENCES, tell } from './tell';
import { VIETNAMESE_WORDS } from './words';

const entries = Object.entries(SENTENCES);
const holes = (text: string): string =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map((match) => match[1])
    .sort()
    .join();

describe('sentences', () => {
  it.each(Object.keys(REFUSAL_FAMILIES))('tells %s in both languages, and how to mend it', (code) => {
    for (const language of ['vi', 'en'] as const) {
      const told = tell({ code, detail: {} }, language);
      expect(told.what).toMatch(/\p{L}{2}/u);
      expect(told.mend).toMatch(/\p{L}{2}.*\.$/u);
      expect(`${told.what} ${told.mend}`).not.toMatch(/[[\]{}]/);
    }
  });

  it.each(entries)('%s gives the same facts in both languages', (_, sentence) => {
    expect([holes(sentence.en), holes(sentence.mendEn)]).toEqual([holes(sentence.vi), holes(sentence.mendVi)]);
  });

  it.each(entries)('%s is written without full stop in the clause, and in Vietnamese letters', (_, sentence) => {
    expect([sentence.vi.endsWith('.'), sentence.en.endsWith('.')]).toEqual([false, false]);
    expect(`${sentence.vi} ${sentence.mendVi}`).toMatch(/[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i);
  });

  it.each(entries)('%s keeps the languages apart; what the file calls it stands in brackets or after an equals sign', (_, sentence) => {
    const own = `${sentence.vi} ${sentence.mendVi}`.replace(/\([^)]*\)|\w+="[^"]*"|\{\w+\}/g, '');
    expect(own).not.toMatch(/\b(?:the|and|of|with|task|gateway|event|flow|process|element|choose|remove|boundary|message|error)\b/i);
    expect(`${sentence.en} ${sentence.mendEn}`).not.toMatch(/[ăđơư\u1ea0-\u1ef9]/i);
  });

  it('has a Vietnamese word for every setting of ours that a finding may name', () => {
    const settings = [...STEP_KINDS, ...AUTHORITY_LEVELS, ...PROCESS_LEVELS, ...POWERS, ...SIGNING_ROLES];
    expect(settings.filter((word) => VIETNAMESE_WORDS[word] === undefined)).toEqual([]);
  });

  it('has no sentence for a code nobody answers', () => {
    expect(entries.map(([key]) => key.split('/')[0] ?? '').filter((code) => !(code in REFUSAL_FAMILIES))).toEqual([]);
  });

  it('names constraints by codes that exist', () => {
    expect(Object.keys(CONSTRAINTS).filter((key) => !((key.split('/')[0] ?? '') in REFUSAL_FAMILIES))).toEqual([]);
  });
});

describe('tell', () => {
  it('takes the sentence of the reason, and that of the code where there is none', () => {
    expect(tell({ code: 'timer-invalid', detail: { reason: 'duration', value: '3 ngày' } }, 'vi')).toEqual({
      what: 'có khoảng thời gian viết sai: 3 ngày',
      mend: 'Viết như P3D hoặc PT2H.',
    });
    expect(tell({ code: 'timer-invalid', detail: { reason: 'not-iso-8601', value: 'x' } }, 'en').what).toBe(
      'has a timer that cannot be read: x',
    );
  });

  it('leaves out what it has no fact for, and lists several facts', () => {
    expect(tell({ code: 'xml-invalid', detail: {} }, 'en').what).toBe('is not well-formed XML');
    expect(tell({ code: 'start-has-incoming', detail: { flows: ['A', 'B'], reason: 7 } }, 'en').what).toContain('(A, B)');
    expect(tell({ code: 'multiplicity-invalid', detail: { minimum: 2, maximum: 1 } }, 'en').what).toContain('(2 to 1)');
  });

  it('says the words of the standard in Vietnamese', () => {
    const detail = { reason: 'kind', kinds: ['cancel', 7], allowed: ['message', 'somehow'] };
    expect(tell({ code: 'catch-trigger-invalid', detail }, 'vi')).toEqual({
      what: 'không phải thứ có thể chờ ở giữa quy trình (hủy)',
      mend: 'Chọn một trong: thông điệp, somehow.',
    });
    expect(tell({ code: 'catch-trigger-invalid', detail }, 'en').mend).toBe('Choose one of: message, somehow.');
    expect(tell({ code: 'call-data-differs', detail: { side: 'dataInputs', called: 'link' } }, 'vi').what).toBe(
      'đưa dữ liệu (đầu vào) khác với dữ liệu mà «link» khai báo',
    );
  });

  it('names levels, powers and posts as people do', () => {
    expect(tell({ code: 'legal-value-invalid', detail: { value: 'sing', allowed: ['decide', 'submit'] } }, 'vi').mend).toBe(
      'Chọn một trong: quyết định, trình. Chọn lại giá trị.',
    );
    expect(tell({ code: 'wrong-performer', detail: { reason: 'signs', others: ['clerk'] } }, 'vi').what).toMatch(/: người lập hồ sơ$/);
  });

  it('says something of a code it does not know', () => {
    expect(tell({ code: 'from-tomorrow', detail: {} }, 'vi')).toEqual({ what: 'có chỗ chưa đúng', mend: 'Mở phần tử để xem.' });
  });
});
