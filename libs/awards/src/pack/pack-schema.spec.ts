import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { parse, stringify } from 'yaml';
import { readPack } from './read-pack';
import { PACK_LISTS } from './rows';

const PACKS = join(__dirname, '../../../../workflows/packs');
const validate = new Ajv2020({ allErrors: true, strict: false }).compile(
  JSON.parse(readFileSync(join(PACKS, 'pack.schema.json'), 'utf8')) as object,
);
const IDS = readdirSync(PACKS, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

type Row = Readonly<Record<string, unknown>>;
type Raw = Readonly<Record<string, unknown>>;

const files = new Map(IDS.map((id) => [id, parse(readFileSync(join(PACKS, id, 'pack.yaml'), 'utf8')) as Raw]));

function raw(id: string): Raw {
  return files.get(id) ?? {};
}

/** What only a shape can say: faults that need two rows, a calendar or a sum are the reader's alone. */
const SHAPE = ['key-missing', 'key-unknown', 'value-invalid', 'citation-missing'];

function readerTakes(pack: Raw): boolean {
  const read = readPack(stringify(pack));
  return read.ok || read.error.every((problem) => !SHAPE.includes(problem.code));
}

describe('pack.schema.json', () => {
  it.each(IDS)('takes %s', (id) => {
    expect(validate(raw(id)) ? [] : validate.errors).toEqual([]);
  });

  const samples = rowKinds();

  it('has a sample of every list, so that the next test leaves none out', () => {
    expect([...new Set(samples.map(([list]) => list))].toSorted()).toEqual([...PACK_LISTS].toSorted());
  });

  it.each(samples)('agrees with the reader on every key of %s (%s)', (list, _, row) => {
    const small = (changed: Row): Raw => ({ ...raw('vn-2027-next'), status: 'local', basedOn: 'x', province: 'XX', [list]: [changed] });
    const changes: readonly (readonly [string, Row])[] = [
      ['as it is', row],
      ['an unknown key', { ...row, colour: 'red' }],
      ...Object.keys(row).flatMap((key): (readonly [string, Row])[] => [
        [`${key} gone`, Object.fromEntries(Object.entries(row).filter(([name]) => name !== key))],
        [`${key} empty`, { ...row, [key]: null }],
        [`${key} a mapping`, { ...row, [key]: { x: 1 } }],
        [`${key} a number`, { ...row, [key]: -1.5 }],
        [`${key} a text`, { ...row, [key]: 'no such value' }],
        [`${key} a blank`, { ...row, [key]: ' ' }],
        [`${key} a list`, { ...row, [key]: ['no such value', 3] }],
        [`${key} true`, { ...row, [key]: true }],
      ]),
    ];
    const disagreements = changes.filter(([, changed]) => validate(small(changed)) !== readerTakes(small(changed))).map(([name]) => name);
    expect(disagreements).toEqual([]);
  });

  it.each([
    'id',
    'title',
    'status',
    'receivedFrom',
    'receivedTo',
    'lapsesOn',
    'basedOn',
    'province',
    'simulated',
    'citation',
    'confirmed',
    'note',
    ...PACK_LISTS,
    'overlays',
    'switchOn',
  ])('agrees with the reader on the head key %s', (key) => {
    const base = raw('vn-2025-nd152');
    const small: Raw = { ...base, ...Object.fromEntries(PACK_LISTS.map((list) => [list, []])), overlays: [] };
    const changes: readonly unknown[] = [undefined, null, 7, 'no such value', ' ', { x: 1 }, [], true];
    const disagreements = ['in-use', 'local', 'placeholder'].flatMap((status) =>
      changes.filter((value) => {
        const changed: Raw = Object.fromEntries(Object.entries({ ...small, status, [key]: value }).filter(([, one]) => one !== undefined));
        return validate(changed) !== readerTakes(changed);
      }),
    );
    expect(disagreements).toEqual([]);
  });
});

/** One row of each list and of each shape its rows take in the shipped packs; shapes that another one holds are left out. */
function rowKinds(): readonly (readonly [string, string, Row])[] {
  return PACK_LISTS.flatMap((list) => {
    const rows = IDS.flatMap((id) => (raw(id)[list] ?? []) as readonly Row[]).toSorted(
      (a, b) => Object.keys(b).length - Object.keys(a).length,
    );
    return rows
      .reduce<readonly Row[]>((kept, row) => (kept.some((one) => Object.keys(row).every((key) => key in one)) ? kept : [...kept, row]), [])
      .map((row) => [list, String(row['id']), row] as const);
  });
}
