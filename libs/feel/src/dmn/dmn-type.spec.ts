import { decisionXml, evaluated, fileXml, inputXml, literal, needsInput, problemsOf } from '../../test/dmn-files';

const item = (name: string, inside: string, attributes = ''): string =>
  `<itemDefinition name="${name}" ${attributes}>${inside}</itemDefinition>`;
const component = (name: string, inside: string, attributes = ''): string =>
  `<itemComponent name="${name}" ${attributes}>${inside}</itemComponent>`;
const ref = (type: string): string => `<typeRef>${type}</typeRef>`;
const allowed = (text: string, element = 'allowedValues'): string => `<${element}><text>${text.replace(/</g, '&lt;')}</text></${element}>`;

const TYPES = [
  item('tMức', ref('number') + allowed('[0..10]')),
  item('tDanhHiệu', ref('string') + allowed('"A", "B"')),
  item('tCácMức', ref('tMức'), 'isCollection="true"'),
  item('tHaiMức', ref('number') + allowed('count(?) = 2', 'typeConstraint'), 'isCollection="true"'),
  item(
    'tNgười',
    component('tên', ref('string')) + component('ngày-sinh', ref('date')) + component('mức', ref('tMức'), 'isCollection="true"'),
  ),
  item('tCây', component('tên', ref('string')) + component('con', ref('tCây'), 'isCollection="true"')),
  item('tNgười khác', ref('tNgười')),
  item('tHàm', '<functionItem outputTypeRef="number"><parameters name="a" typeRef="number"/></functionItem>'),
  item('tBất kỳ', ''),
];

/** The result of `source` as a decision of a type. */
const typed = (source: string, type: string): ReturnType<typeof evaluated> =>
  evaluated([...TYPES, decisionXml('d', literal(source), { type })]);

describe('types', () => {
  it.each<[string, string, unknown]>([
    ['7', 'number', 7],
    ['"x"', 'Any', 'x'],
    ['"x"', 'feel:string', 'x'],
    ['null', 'number', null],
    ['[7]', 'number', 7],
    ['7', 'tCácMức', [7]],
    ['[7, 8]', 'tCácMức', [7, 8]],
    ['[7, null]', 'tCácMức', [7, null]],
    ['[1, 2]', 'tHaiMức', [1, 2]],
    ['["B"]', 'tDanhHiệu', 'B'],
    ['[]', 'list', []],
    ['{a: 1}', 'context', { a: 1 }],
    ['{tên: "A", mức: [1]}', 'tNgười khác', { tên: 'A', mức: [1] }],
    ['{tên: "A", thêm: 1}', 'tNgười', { tên: 'A', thêm: 1 }],
    ['{tên: "A", con: [{tên: "B", con: []}]}', 'tCây', { tên: 'A', con: [{ tên: 'B', con: [] }] }],
    ['date("2026-01-02")', 'date and time', '2026-01-02T00:00:00Z'],
    ['date("2026-01-02")', 'dateTime', '2026-01-02T00:00:00Z'],
    ['duration("P1D")', 'dayTimeDuration', 'P1D'],
    ['duration("P1Y")', 'years and months duration', 'P1Y'],
    ['true', 'tBất kỳ', true],
  ])('%s as %s is %p', async (source, type, value) => {
    expect(await typed(source, type)).toMatchObject({ value, warnings: [] });
  });

  it.each<[string, string, string]>([
    ['"x"', 'number', 'd: string is not number'],
    ['[1, 2]', 'number', 'd: list is not number'],
    ['11', 'tMức', 'd: number is not tMức'],
    ['[11]', 'tCácMức', 'd: list is not tCácMức'],
    ['[1, 2, 3]', 'tHaiMức', 'd: list is not tHaiMức'],
    ['5', 'tHaiMức', 'd: number is not tHaiMức'],
    ['{tên: 1}', 'tNgười', 'd: context is not tNgười'],
    ['{tên: "A", con: [{tên: 1}]}', 'tCây', 'd: context is not tCây'],
    ['date("2026-01-02")', 'time', 'd: date is not time'],
    ['function(a, b) a', 'tHàm', 'd: function is not tHàm'],
    ['1', 'tHàm', 'd: number is not tHàm'],
    ['1', 'toString', 'there is no type toString'],
  ])('%s as %s is null with a warning', async (source, type, warning) => {
    const xml = fileXml([...TYPES, decisionXml('d', literal(source), { type })]);
    if ((await problemsOf(xml)).length > 0) {
      expect(await problemsOf(xml)).toEqual([['dmn-reference', 'd']]);
      return;
    }
    expect(await typed(source, type)).toMatchObject({ value: null, warnings: [warning] });
  });

  it('describes types without a name', async () => {
    const list = '<for iteratorVariable="x" typeRef="tCácMức"><in><literalExpression><text>[1]</text></literalExpression></in>';
    const loop = `${list}<return><literalExpression><text>"x"</text></literalExpression></return></for>`;
    expect((await evaluated([...TYPES, decisionXml('d', loop)])).warnings).toEqual(['for: list is not tCácMức']);
  });

  it.each<[string, boolean]>([
    ['11 instance of tMức', true],
    ['"x" instance of tMức', false],
    ['null instance of tMức', false],
    ['[1, null] instance of tCácMức', true],
    ['["x"] instance of tCácMức', false],
    ['1 instance of tCácMức', false],
    ['{tên: "A", ngày-sinh: null, mức: [1]} instance of tNgười', true],
    ['{tên: "A"} instance of tNgười', false],
    ['1 instance of tNgười', false],
    ['[11] instance of list<tMức>', true],
    ['(function(a) a) instance of tHàm', true],
    ['(function() 1) instance of tHàm', false],
    ['null instance of tBất kỳ', false],
  ])('%s is %p', async (source, value) => {
    expect((await evaluated([...TYPES, decisionXml('d', literal(source))])).value).toBe(value);
  });

  it('reads text as the dates and durations its input data hold', async () => {
    const type = item(
      'tHồSơ',
      ['ngày: date', 'giờ: time', 'lúc: dateTime', 'hạn: dayTimeDuration', 'thâm niên: yearMonthDuration', 'số: number', 'chữ: string']
        .map((line) => component(line.split(': ')[0] ?? '', ref(line.split(': ')[1] ?? '')))
        .join('') + component('các ngày', ref('date'), 'isCollection="true"'),
    );
    const source =
      '[hồ sơ.ngày.year, hồ sơ.giờ.hour, hồ sơ.lúc.month, hồ sơ.hạn.days, hồ sơ.thâm niên.years, hồ sơ.số, hồ sơ.chữ, hồ sơ.các ngày[1].day, hồ sơ.lạ]';
    const parts = [type, inputXml('hồ sơ', 'tHồSơ'), decisionXml('d', literal(source), { links: needsInput('hồ sơ') })];
    const hồSơ = {
      ...{ ngày: '2026-02-03', giờ: '10:00:00', lúc: '2026-02-03T10:00:00', hạn: 'P3D', 'thâm niên': 'P4Y', số: 5, chữ: '2026-02-03' },
      ...{ 'các ngày': ['2026-02-09'], lạ: '2026-02-03' },
    };
    expect((await evaluated(parts, { 'hồ sơ': hồSơ })).value).toEqual([2026, 10, 2, 3, 4, 5, '2026-02-03', 9, '2026-02-03']);
  });

  it.each<[string, unknown]>([
    ['date', '2026-13-01'],
    ['time', 'x'],
    ['dateTime', 'x'],
    ['dayTimeDuration', 'x'],
    ['tCácMức', 'x'],
  ])('takes no other text as %s', async (type, text) => {
    const parts = [...TYPES, inputXml('n', type), decisionXml('d', literal('n'), { links: needsInput('n') })];
    expect((await evaluated(parts, { n: text as string })).value).toBeNull();
  });

  it('reads one text as a list of dates, and leaves a list alone that should be one', async () => {
    const dates = item('tNgày', ref('date'), 'isCollection="true"');
    const read = (type: string, value: string | string[]): ReturnType<typeof evaluated> =>
      evaluated([dates, inputXml('n', type), decisionXml('d', literal('n'), { links: needsInput('n') })], { n: value });
    expect((await read('tNgày', '2026-01-02')).value).toEqual(['2026-01-02']);
    expect((await read('date', ['2026-01-02'])).value).toBeNull();
  });

  it('knows the entries of types by name, to some depth', async () => {
    const parts = [...TYPES, inputXml('n', 'tNgười'), decisionXml('d', literal('n.ngày-sinh.year'), { links: needsInput('n') })];
    expect((await evaluated(parts, { n: { 'ngày-sinh': '1990-01-02' } })).value).toBe(1990);
    const tree = [...TYPES, inputXml('cây', 'tCây'), decisionXml('d', literal('cây.con.tên'), { links: needsInput('cây') })];
    expect((await evaluated(tree, { cây: { con: [{ tên: 'B' }] } })).value).toEqual(['B']);
  });

  it('reads a type that holds itself many times over', async () => {
    const many = Array.from({ length: 40 }, (_, at) => component(`c${at}`, ref('tNhiều'))).join('');
    const parts = [item('tNhiều', many), inputXml('n', 'tNhiều'), decisionXml('d', literal('n.c1.c2'), { links: needsInput('n') })];
    expect((await evaluated(parts, { n: { c1: { c2: null } } })).warnings).toEqual([]);
  });

  it('refuses types that are themselves, and types that are not there', async () => {
    const types = [
      item('tA', ref('tB')),
      item('tB', ref('tA'), 'isCollection="true"'),
      item('tC', ref('tNowhere'), 'id="c"'),
      item('tD', ref('number') + allowed('>'), 'id="dd"'),
    ];
    const problems = await problemsOf(fileXml([...types, decisionXml('d', literal('1'), { type: 'tA' })]));
    expect(problems).toEqual([
      ['feel-syntax', 'dd'],
      ['dmn-cycle', 'tA'],
      ['dmn-reference', 'c'],
    ]);
  });
});
