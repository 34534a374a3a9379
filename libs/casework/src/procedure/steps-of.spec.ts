import type { Pack, ProcedureRow } from '@thidua/awards';
import { localDate } from '@thidua/kernel';
import type { RowCase } from '@thidua/store';
import { partsOf } from './dossier-parts';
import { atMost } from './demand-quotas';
import { staleRows } from './demand-submission';
import { stepsOf } from './steps-of';

const DAY = localDate(2026, 3, 2);
const FACT = {
  effectiveFrom: localDate(2025, 7, 1),
  effectiveTo: null,
  province: null,
  citation: 'c',
  confirmed: true,
  source: 's',
  note: null,
};

const rule = (more: Partial<ProcedureRow>): ProcedureRow => ({
  ...FACT,
  ...{ id: 'R-16', awards: ['CSTDTQ'], level: 'TINH', kind: 'party-opinion', when: 'always', bodies: ['Ban Thường vụ'], notProcedures: [] },
  ...{ limit: null, silence: 'waits', text: 't' },
  ...more,
});
// Only the lists the functions read; a whole pack is read in awards.
const packOf = (more: Partial<Pack>): Pack => ({ id: 'p', procedures: [], limits: [], dossierParts: [], ...more }) as unknown as Pack;

const row = (more: Partial<RowCase> = {}): RowCase => ({
  ...{ rowId: 'a', dossierId: 'd', name: 'An', award: 'CSTDTQ', awardType: 'merit', stage: 'TINH', state: 'open', procedure: 'ordinary' },
  ...{ underPartyManagement: false, enterprise: false, onInitiative: false, achievementTo: null, packHash: 'h' },
  ...more,
});

describe('what law asks for before a row goes on', () => {
  it('is asked of the awards and the level the row names, and of no other', () => {
    const pack = packOf({ procedures: [rule({})] });
    const rows = [row(), row({ rowId: 'b', award: 'BK_TINH' })];
    expect(stepsOf(pack, 'TINH', rows, DAY)).toEqual([expect.objectContaining({ rowIds: ['a'], demanded: true })]);
    expect(stepsOf(pack, 'XA', rows, DAY)).toEqual([]);
  });

  it('falls away by the simplified procedure where the row says so', () => {
    const pack = packOf({ procedures: [rule({ id: 'T-01', kind: 'public-notice', notProcedures: ['simplified'] })] });
    expect(stepsOf(pack, 'TINH', [row({ procedure: 'simplified' })], DAY)).toEqual([]);
  });

  it.each([
    ['under-party-management', { underPartyManagement: true }],
    ['enterprise', { enterprise: true }],
    ['external-relations', { awardType: 'external' }],
    ['initiative', { onInitiative: true }],
  ] as const)('is demanded in the case %s when the facts say so', (when, facts) => {
    const pack = packOf({ procedures: [rule({ when })] });
    expect(stepsOf(pack, 'TINH', [row(facts)], DAY)[0]).toMatchObject({ demanded: true });
    expect(stepsOf(pack, 'TINH', [row()], DAY).filter((step) => step.demanded)).toEqual([]);
  });

  it('is only proposed where no fact settles the case, and so is every confirmation', () => {
    const pack = packOf({ procedures: [rule({ when: 'own-body' }), rule({ id: 'D-07', kind: 'confirmation', when: 'always' })] });
    expect(stepsOf(pack, 'TINH', [row()], DAY).map((step) => step.demanded)).toEqual([false, false]);
  });

  it('counts only on its days', () => {
    const pack = packOf({ procedures: [rule({ effectiveFrom: localDate(2026, 10, 1) })] });
    expect(stepsOf(pack, 'TINH', [row()], DAY)).toEqual([]);
  });
});

describe('a look back on the achievement', () => {
  const amount = { value: 6, unit: 'month' } as const;
  const limit = {
    ...FACT,
    id: 'T-15',
    text: 't',
    kind: 'look-back',
    level: 'TINH',
    awards: ['CSTDTQ'],
    amount,
    startsAt: 'event',
  } as const;
  const pack = packOf({ limits: [{ ...limit, onSupplement: 'none', onOpinion: 'none', fixedDay: null }] });

  it('lets six months pass and not a day more', () => {
    expect(staleRows(pack, [row({ achievementTo: '2025-09-02' })], DAY)).toEqual([]);
    expect(staleRows(pack, [row({ achievementTo: '2025-09-01' })], DAY)).toHaveLength(1);
  });

  it('does not judge a period that nobody has written down, nor another award', () => {
    expect(staleRows(pack, [row(), row({ award: 'BK_TINH', achievementTo: '2020-01-01' })], DAY)).toEqual([]);
  });
});

describe('a share of the leaders of clusters', () => {
  it.each([
    [4, 0],
    [5, 1],
    [9, 1],
    [10, 2],
    [0, 0],
  ])('a fifth of %d leaders is %d', (leaders, allowed) => {
    expect(atMost(leaders, { share: { numerator: 1, denominator: 5 } })).toBe(allowed);
  });
});

describe('parts that can be asked for', () => {
  const part = { ...FACT, id: 'D-02', part: 'D-02', types: [], form: 'Mẫu 05', required: true, sets: null, madeAt: 'UNIT' } as const;

  it('are those of the awards, types and procedure of the dossier, with the form they have', () => {
    const dossierParts: Pack['dossierParts'] = [
      { ...part, awards: ['CSTDTQ'], procedure: 'ordinary', paperKind: 'bao-cao-thanh-tich', text: 'Báo cáo thành tích' },
      { ...part, part: 'D-04', awards: ['CSTDTQ'], procedure: 'any', paperKind: null, text: 'Chứng nhận sáng kiến', form: null },
      {
        ...part,
        part: 'D-09',
        awards: ['CSTDTQ'],
        procedure: 'any',
        paperKind: null,
        text: 'Xác nhận của tỉnh',
        form: null,
        madeAt: 'TINH',
      },
      { ...part, part: 'D-05', awards: ['BK_TINH'], procedure: 'any', paperKind: null, text: 'Biên bản', form: null },
    ];
    expect(partsOf(packOf({ dossierParts }), [row()], DAY)).toEqual([
      { code: 'bao-cao', text: 'Báo cáo thành tích (Mẫu 05)' },
      { code: 'D-04', text: 'Chứng nhận sáng kiến' },
      { code: 'khac', text: 'Nội dung khác' },
    ]);
    expect(partsOf(packOf({ dossierParts }), [row({ procedure: 'simplified' })], DAY).map(({ code }) => code)).toEqual(['D-04', 'khac']);
  });

  it('are the usual ones where the pack names none', () => {
    expect(partsOf(packOf({}), [row()], DAY).map(({ code }) => code)).toEqual(['to-trinh', 'bien-ban', 'bao-cao', 'sang-kien', 'khac']);
  });
});
