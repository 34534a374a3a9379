import { expectedPlan, planText, SEEDS_PRESENT } from '../../test/expected-plan';
import { readPlan } from '../read-plan';
import { planLines } from '../text/rows';
import { draftFields, type DraftField } from './draft';
import { blankFields, fieldsOfMovement } from './fields-of-movement';
import { missingIn, movementsOf } from './movements-of';

const SHAPE = { file: 'ke-hoach.pdf', idOf: (name: string, index: number): string => `${String(index)}-${name.slice(0, 3)}` };
const drafted = (name: string): readonly DraftField[] => {
  const { text, province } = expectedPlan(name);
  return draftFields(readPlan(planLines(planText(text)), { province }).fields);
};
const settled = (fields: readonly DraftField[]): readonly DraftField[] =>
  fields.map((field) => ({ ...field, state: field.value === null ? 'absent' : 'confirmed' }));
const made = (fields: readonly DraftField[]): ReturnType<typeof movementsOf> => movementsOf(fields, SHAPE);

describe('a draft whose fields are settled', () => {
  const fields = settled(drafted('hai-loc'));

  it('is a movement, each value with its words', () => {
    const read = made(fields);
    expect(read.ok ? read.value : read.error).toMatchObject([
      {
        id: '0-Chu',
        plan: { seed: 'ke-hoach.pdf', number: '21/KH-UBND', date: '2025-11-05' },
        name: { value: 'Chung tay vì người nghèo - Không để ai bị bỏ lại phía sau', line: { from: 7 } },
        launcher: { level: 'TTG', body: 'Thủ tướng Chính phủ', line: { from: 8 } },
        period: { start: '2026-01-01', end: '2030-12-31' },
        phases: [{ number: 1 }, { number: 2 }],
      },
    ]);
  });

  it('leaves out what a person marked as absent, and keeps what is still asked as a question', () => {
    const without = fields.map((field) => (field.kind === 'phase' ? { ...field, state: 'absent' as const } : field));
    const read = made(without);
    expect(read.ok ? [read.value[0]?.phases, read.value[0]?.questions] : read.error).toEqual([
      [],
      ['Kế hoạch không chia giai đoạn và không nêu thời điểm sơ kết, tổng kết.'],
    ]);
  });

  it('takes a value that stands in no line, and says so', () => {
    const changed = fields.map((field): DraftField =>
      field.kind === 'launcher' ? { ...field, value: { level: 'TINH', body: 'UBND thành phố' }, source: null, state: 'changed' } : field,
    );
    const read = made(changed);
    expect(read.ok ? read.value[0]?.launcher : read.error).toEqual({
      level: 'TINH',
      body: 'UBND thành phố',
      quote: '',
      line: { from: 0, to: 0 },
    });
  });

  it('goes back to fields and forth without loss', () => {
    const read = made(fields);
    const [movement] = read.ok ? read.value : [];
    const again = movement === undefined ? read : made(settled(draftFields(fieldsOfMovement(movement))));
    expect(again.ok ? again.value[0] : again.error).toEqual({ ...movement, parents: movement?.parents });
  });
});

describe('a draft that is not settled', () => {
  it('names every field that nobody has looked at', () => {
    const fields = drafted('hai-loc');
    const open = missingIn(fields);
    expect(open.length).toBeGreaterThan(30);
    expect(open.every((one) => one.why === 'unsettled')).toBe(true);
    expect(missingIn(settled(fields))).toEqual([]);
  });

  it('is empty where a movement needs a value', () => {
    const empty = missingIn(settled(draftFields(blankFields()))).map((one) => [one.kind, one.why]);
    expect(empty).toEqual(['title', 'issuer', 'name', 'launcher', 'carriedOutBy', 'menuItem'].map((kind) => [kind, 'empty']));
  });
});

const suite = SEEDS_PRESENT ? describe : describe.skip;
suite(`a plan of two movements${SEEDS_PRESENT ? '' : ' (skipped: the plans in ../shared/domain/seeds are absent)'}`, () => {
  it('sets up both, each under the documents that are about it', () => {
    const read = made(settled(drafted('seed-004')));
    expect(read.ok ? read.value.map((one) => [one.name.value, one.parents.map((parent) => parent.symbol)]) : read.error).toEqual([
      ['Cả nước thi đua đổi mới sáng tạo và chuyển đổi số', ['150/KH-UBND', '01/KH-UBND', '02/KH-UBND', '2144/UBND-NVKTGS']],
      ['Bình dân học vụ số', ['27/KH-UBND', '2144/UBND-NVKTGS']],
    ]);
  });
});
