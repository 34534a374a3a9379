import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAPER_KINDS, type PaperKind } from '../papers/paper-data';
import { catalogueOf, FIELDS } from './catalogue';
import type { Field } from './catalogue/field';
import { fieldsAgainst } from './fields-against';

const SAMPLES = join(__dirname, '../../../../workflows/papers/1/samples');
const sampleOf = (name: string): unknown => JSON.parse(readFileSync(join(SAMPLES, `${name}.json`), 'utf8')) as unknown;
const files = readdirSync(SAMPLES)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -5));
/** 'to-trinh.tinh.json' is one more sample of to-trinh. */
const kindOf = (file: string): PaperKind => file.split('.')[0] as PaperKind;

describe('the field catalogue', () => {
  it.each(files)('says every field of the sample %s, and of the right type', (file) => {
    expect(fieldsAgainst(FIELDS[kindOf(file)], sampleOf(file))).toEqual([]);
  });

  it.each(PAPER_KINDS)('has an example of every field of %s, and says what it is', (kind) => {
    const lines = catalogueOf(kind, sampleOf(kind));
    const bare = lines.filter(
      ({ type, example, says }) => says === '' || (example === '' && !['group', 'list', 'person', 'document'].includes(type)),
    );
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  it('writes paths as templates do', () => {
    expect(catalogueOf('to-trinh', sampleOf('to-trinh')).find(({ path }) => path === 'rows[].votes.share')).toEqual({
      path: 'rows[].votes.share',
      type: 'text',
      says: 'Tỷ lệ đồng ý trên tổng số thành viên, như in trên giấy',
      example: '100%',
      required: true,
      mayBeEmpty: false,
      choices: [],
    });
  });
});

describe('what departs from the catalogue', () => {
  const fields: Record<string, Field> = {
    name: { type: 'text', says: 'Tên' },
    date: { type: 'date', says: 'Ngày', empty: true },
    rows: {
      type: 'list',
      says: 'Dòng',
      fields: { amount: { type: 'money', says: 'Tiền', optional: true }, kind: { type: 'choice', says: 'Loại', choices: ['a'] } },
    },
  };
  const good = { name: 'x', date: null, rows: [{ kind: 'a' }] };

  it.each([
    ['nothing', good, []],
    ['a field nobody described', { ...good, more: 1 }, ['more: ngoài danh mục']],
    ['a required field that is not there', { date: null, rows: [] }, ['name: thiếu']],
    ['null where it may not be', { ...good, name: null }, ['name: trống']],
    ['a day that is none', { ...good, date: 'hôm nay' }, ['date: không phải date']],
    ['money that is text', { ...good, rows: [{ kind: 'a', amount: '1' }] }, ['rows[0].amount: không phải money']],
    ['a word outside the choice', { ...good, rows: [{ kind: 'b' }] }, ['rows[0].kind: không phải choice']],
  ])('%s', (_what, data, found) => {
    expect(fieldsAgainst(fields, data)).toEqual(found);
  });
});
