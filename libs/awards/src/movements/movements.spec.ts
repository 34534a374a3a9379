import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPack } from '../pack/read-pack';
import { allowedByMovement } from './allowed-by-movement';
import type { Movement, Occasion, PlanSource } from './movement';
import { readMovement } from './read-movement';

const root = join(__dirname, '../../../..');
const seeds = join(root, '../shared/domain/seeds');
const IDS = [
  'vx-khcn-2025-2030',
  'gp-dmst-cds-2025-2030',
  'gp-binh-dan-hoc-vu-so',
  'tl-dmst-cds-2025-2030',
  'tn-khcn-2025-2030',
  'hp-hoa-phong-2025-2030',
] as const;
const [vanXuan, giaPhuc, binhDan] = [load(IDS[0]), load(IDS[1]), load(IDS[2])];

describe('the shipped movements', () => {
  it.each(IDS)('%s reads and carries its file name as id', (id) => {
    expect(load(id).id).toBe(id);
  });

  it.each(IDS)('%s names only awards of the pack', (id) => {
    const pack = readPack(readFileSync(join(root, 'workflows/packs/vn-2025-nd152/pack.yaml'), 'utf8'));
    const known = pack.ok ? pack.value.awards.map((row) => row.award) : [];
    const named = load(id).menus.flatMap((menu) => menu.items.map((item) => item.award));
    expect(named.filter((award) => !known.includes(award))).toEqual([]);
  });

  it('invent no phases, number or report day for Vạn Xuân', () => {
    expect(vanXuan.phases).toEqual([]);
    expect([vanXuan.plan.number, vanXuan.period.start, vanXuan.period.end]).toEqual([null, null, '2030-12']);
    expect(vanXuan.reportDates.map((report) => report.before)).toEqual([null]);
    expect(vanXuan.audiences.every((audience) => audience.outsideToo || audience.audience === 'front')).toBe(true);
  });

  it('give Gia Phúc two phases, four dossier parts and the report of 05/11', () => {
    expect(giaPhuc.phases.map(({ start, end, review, reviewYear }) => [start, end, review, reviewYear])).toEqual([
      ['2025', '2027', 'interim-review', 2027],
      ['2027', '2030', 'final-review', 2030],
    ]);
    expect(giaPhuc.dossierParts.map((part) => part.part)).toEqual(['D-01', 'D-05', 'D-02', 'D-06']);
    expect(giaPhuc.reportDates).toMatchObject([{ to: 'Ủy ban nhân dân xã', via: 'Phòng Văn hóa - Xã hội', before: '11-05' }]);
  });

  it('hold both movements of the one plan of Gia Phúc', () => {
    expect([giaPhuc.name.value, binhDan.name.value]).toEqual(['Cả nước thi đua đổi mới sáng tạo và chuyển đổi số', 'Bình dân học vụ số']);
    expect(binhDan.plan).toEqual(giaPhuc.plan);
    expect(binhDan.menus).toEqual(giaPhuc.menus);
  });
});

describe('the plans of Tân Lập, the province of Thái Nguyên and Hòa Phong', () => {
  const [tanLap, province, hoaPhong] = [load(IDS[3]), load(IDS[4]), load(IDS[5])];

  it('leave Tân Lập without number and date, under a movement of the Prime Minister', () => {
    expect([tanLap.plan.number, tanLap.plan.date, tanLap.launcher.level]).toEqual([null, null, 'TTG']);
    expect(tanLap.phases.map(({ review, reviewYear }) => [review, reviewYear])).toEqual([
      ['interim-review', 2027],
      ['final-review', 2030],
    ]);
  });

  it('give the province its report of 30/11, no phases and no flags', () => {
    expect(province.reportDates.map(({ to, before }) => [to, before])).toContainEqual(['Sở Nội vụ', '11-30']);
    expect(province.phases).toEqual([]);
    expect(province.menus.flatMap((menu) => menu.items.map((item) => item.award))).not.toEqual(expect.arrayContaining(['COTINH']));
  });

  it('hold the exact criteria of Hòa Phong as rules, its bare Bằng khen without a level, its launcher at the district', () => {
    const needs = (audience: string): readonly string[] =>
      hoaPhong.rules.filter((rule) => rule.audiences.some((one) => one === audience)).map((rule) => rule.needs);
    expect(needs('agency')).toEqual(['rated-excellent', 'excellent-years', 'reports-on-time', 'cluster-vote']);
    expect(needs('individual')).toEqual(['rated-excellent', 'continuously-good', 'excellent-years', 'recognised-result']);
    expect(hoaPhong.rules.find((rule) => rule.ofYears === 5)).toMatchObject({ atLeast: 2, awards: ['BK_TINH', 'COTINH'] });
    expect(hoaPhong.menus[1]?.items.filter((item) => item.basis === 'level-open').map((item) => item.award)).toEqual(['BK_TINH', 'BK_TTG']);
    expect(hoaPhong.launcher.level).toBe('HUYEN');
  });
});

describe('allowedByMovement', () => {
  it.each<[string, Occasion, string, string]>([
    ['Vạn Xuân', 'annual', 'BK_TINH', 'listed 377'],
    ['Vạn Xuân', 'interim-review', 'GK_XA', 'listed 379'],
    ['Vạn Xuân', 'annual', 'BK_TTG', 'not-on-menu'],
    ['Vạn Xuân', 'interim-review', 'HCLD3', 'not-on-menu'],
    ['Vạn Xuân', 'final-review', 'BK_TTG', 'listed 392'],
    ['Vạn Xuân', 'final-review', 'HCLD1', 'listed 390'],
    ['Vạn Xuân', 'final-review', 'COCP', 'not-on-menu'],
    ['Vạn Xuân', 'final-review', 'COTINH', 'not-on-menu'],
    ['Gia Phúc', 'annual', 'GK_XA', 'own-authority 359'],
    ['Gia Phúc', 'annual', 'BK_TTG', 'explicit-choice 371'],
    ['Gia Phúc', 'annual', 'BK_TINH', 'explicit-choice 375'],
    ['Gia Phúc', 'final-review', 'GK_XA', 'explicit-choice 377'],
    ['Gia Phúc', 'final-review', 'COCP', 'explicit-choice 369'],
    ['Gia Phúc', 'final-review', 'CSTDCS', 'not-on-menu'],
  ])('%s, %s, %s: %s', (place, occasion, award, expected) => {
    const verdict = allowedByMovement(place === 'Vạn Xuân' ? vanXuan : giaPhuc, occasion, award);
    expect(verdict.allowed ? `${verdict.by} ${verdict.source.line.from}` : verdict.reason).toBe(expected);
  });

  it('asks for a choice only where the plan ties its list to no occasion', () => {
    const asks = (movement: Movement, award: string): boolean => {
      const verdict = allowedByMovement(movement, 'annual', award);
      return verdict.allowed && verdict.needsChoice;
    };
    expect([asks(giaPhuc, 'BK_TTG'), asks(giaPhuc, 'GK_XA'), asks(vanXuan, 'BK_TINH')]).toEqual([true, false, false]);
  });

  it('shows with a refusal what the plan lists', () => {
    const verdict = allowedByMovement(vanXuan, 'annual', 'BK_TTG');
    expect(verdict.allowed ? [] : verdict.listed.map((item) => item.award)).toEqual(['BK_TINH', 'GK_UNIT', 'GK_XA', 'GK_DN']);
  });

  it('says when the plan has no menu at all for the occasion', () => {
    const verdict = allowedByMovement({ ...vanXuan, menus: vanXuan.menus.slice(1) }, 'annual', 'BK_TINH');
    expect(verdict).toMatchObject({ allowed: false, reason: 'no-menu-for-occasion', listed: [] });
  });
});

describe('readMovement refuses', () => {
  const text = file(IDS[0]);

  it.each([
    ['a value without its words', [/^ {2}quote: .*\n/m, ''], 'citation-missing'],
    ['a value without its lines', [/^ {2}lines: .*\n/m, ''], 'key-missing'],
    ['lines turned round', [/lines: '20-22'/, "lines: '22-20'"], 'value-invalid'],
    ['an unknown occasion', [/annual, interim-review\]/, 'annual, monthly]'], 'value-invalid'],
    ['a period that is no date', [/end: '2030-12'/, "end: '2030-13'"], 'value-invalid'],
    ['an unknown key', [/^id: /m, 'colour: red\nid: '], 'key-unknown'],
  ] as const)('%s', (_, [from, to], code) => {
    const broken = text.replace(from, to);
    expect(broken).not.toBe(text);
    const read = readMovement(broken);
    expect(read.ok ? [] : read.error).toContainEqual(expect.objectContaining({ code }));
  });
});

describe('rules of a plan', () => {
  const quoted = ["    quote: 'trong 5 năm có ít nhất 02 lần'", "    lines: '306-312'", ''].join('\n');
  const ruleText = (needs: string): string =>
    ['rules:', '  - occasions: [final-review]', '    awards: [COTINH]', '    audiences: [agency]', `    needs: ${needs}`, quoted].join(
      '\n',
    );
  const read = (needs: string): ReturnType<typeof readMovement> => readMovement(`${file(IDS[0])}${ruleText(needs)}`);

  it('are none where the plan states none', () => {
    expect(vanXuan.rules).toEqual([]);
  });

  it('say for which awards, occasions and audiences they hold, and how many years of how many', () => {
    const known = read('excellent-years\n    atLeast: 2\n    ofYears: 5');
    expect(known.ok ? known.value.rules : known.error).toEqual([
      {
        occasions: ['final-review'],
        awards: ['COTINH'],
        audiences: ['agency'],
        needs: 'excellent-years',
        atLeast: 2,
        ofYears: 5,
        quote: 'trong 5 năm có ít nhất 02 lần',
        line: { from: 306, to: 312 },
      },
    ]);
  });

  it.each([
    ['an unknown need', 'beautiful', 'needs'],
    ['years to be counted without a count', 'excellent-years', 'atLeast'],
    ['a count where nothing is counted', 'rated-excellent\n    atLeast: 2', 'atLeast'],
    ['more years asked for than looked at', 'excellent-years\n    atLeast: 6\n    ofYears: 5', 'ofYears'],
  ])('are refused with %s', (_, needs, key) => {
    const known = read(needs);
    expect(known.ok ? [] : known.error).toContainEqual(expect.objectContaining({ code: 'value-invalid', path: `rules[0].${key}` }));
  });
});

it('a parent tells of the movement it launches where a person has said so', () => {
  const launches = "launches: { name: 'Cả nước thi đua', level: TTG, body: 'Thủ tướng Chính phủ', start: '2025', end: '2030' }\n    quote";
  const read = readMovement(file(IDS[0]).replace(/(issuer: 'Ủy ban nhân dân tỉnh Thái Nguyên'\n {4})quote/, `$1${launches}`));
  expect(read.ok ? read.value.parents.map((parent) => parent.launches) : read.error).toEqual([
    { name: 'Cả nước thi đua', level: 'TTG', body: 'Thủ tướng Chính phủ', start: '2025', end: '2030' },
    null,
  ]);
});

const present = existsSync(seeds);
const suite = present ? describe : describe.skip;

suite(`every value stands on the lines it cites${present ? '' : ' (skipped: the plans in ../shared/domain/seeds are absent)'}`, () => {
  it.each(IDS)('%s', (id) => {
    const movement = load(id);
    const lines = readFileSync(join(seeds, movement.plan.seed), 'utf8').split('\n');
    const sources = sourcesOf(movement);
    const wrong = sources.filter(({ quote, line }) => !flat(lines.slice(line.from - 1, line.to).join(' ')).includes(flat(quote)));
    expect(wrong).toEqual([]);
    expect(sources.length).toBeGreaterThan(40);
  });

  it.each(IDS)('%s takes its name and the awards’ dates from the words it quotes', (id) => {
    const movement = load(id);
    expect(movement.name.quote).toContain(movement.name.value);
    expect(movement.parents.filter((parent) => !parent.quote.includes(parent.symbol))).toEqual([]);
  });
});

/** Everything in a movement that cites the plan, however deep. */
function sourcesOf(value: unknown): readonly PlanSource[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const inside = Object.values(value).flatMap((child) => sourcesOf(child));
  return 'quote' in value && 'line' in value ? [value as PlanSource, ...inside] : inside; // the two keys make it one
}

function flat(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function file(id: string): string {
  return readFileSync(join(root, 'workflows/movements', `${id}.yaml`), 'utf8');
}

function load(id: string): Movement {
  const read = readMovement(file(id));
  if (!read.ok) {
    throw new Error(JSON.stringify(read.error));
  }
  return read.value;
}
