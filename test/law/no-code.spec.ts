import { readCalendar, workingCalendar } from '@thidua/awards';
import { installAll, readWorkflowFiles } from '@thidua/casework';
import { formatLocalDate, parseLocalDate } from '@thidua/kernel';
import { HP, RoundPlay } from '../harness/round-play';
import { appraised, COMMUNE, COMMUNE_MEMBERS, councilHeld, received } from '../harness/round-story';

jest.setTimeout(90_000);

const PACK = 'vn-2025-nd152';
const ROW = `    effectiveFrom: '2025-07-01'
    citation: 'Nghị quyết thử số 01'
    confirmed: false
    source: 'thử'
`;

/** One row for each list, put at its head: a form no code has heard of, its decider, council, threshold, limit and money. */
const ROWS: Readonly<Record<string, string>> = {
  awards: `  - id: AW-KYNIEM
    award: KYNIEM
    kind: form
    nominees: [individual]
    level: XA
    names:
      - area: any
        full: 'Kỷ niệm chương của xã'
        short: 'Kỷ niệm chương xã'
    types: [merit, sudden, movement]
    submittedBy: [unit]
    yearly: false
${ROW}`,
  authorities: `  - id: AU-90
    awards: [KYNIEM]
    level: XA
    role: chair
${ROW}`,
  ballots: `  - id: V-90
    awards: [KYNIEM]
    levels: [XA]
    atLeast: '3/4'
    base: all-members
    secret: true
${ROW}`,
  councils: `  - id: CB-90
    awards: [KYNIEM]
    level: XA
    body: full
${ROW}`,
  limits: `  - id: T-90
    text: 'Xét Kỷ niệm chương của xã'
    kind: within
    level: XA
    awards: [KYNIEM]
    workingDays: 4
    startsAt: complete
    onSupplement: restart
    onOpinion: none
${ROW}`,
  coefficients: `  - id: M-90
    award: KYNIEM
    base: '0.2'
    factors: { individual: '1' }
${ROW}`,
};

/** A province nobody has heard of sets its own share for it. */
const LOCAL = `id: local-ho-phu-2026-01-01
title: 'Quy định riêng của Hổ Phụ'
status: local
receivedFrom: '2026-01-01'
basedOn: ${PACK}
province: ${HP}
citation: 'Quyết định thử số 02'
confirmed: true

ballots:
  - id: V-90
    awards: [KYNIEM]
    levels: [XA]
    atLeast: '5/9'
    base: all-members
    secret: true
    effectiveFrom: '2026-01-01'
    citation: 'Quyết định thử số 02'
    confirmed: true
    source: 'thử'
`;

function withRows(yaml: string): string {
  return Object.entries(ROWS).reduce((text, [list, row]) => text.replace(`\n${list}:\n`, `\n${list}:\n${row}`), yaml);
}

describe('new law without new code', () => {
  const files = readWorkflowFiles();
  let play: RoundPlay;

  beforeAll(async () => {
    play = await RoundPlay.open();
  }, 60_000);
  afterAll(() => play.close());

  async function load(more: { readonly local: boolean }): Promise<void> {
    // Law that comes later is read as the later: the day's clock stands still otherwise.
    await play.advance(1000);
    const packs = files.packs.map((pack) => (pack.id === PACK ? { ...pack, yaml: withRows(pack.yaml) } : pack));
    const local = { id: 'local-ho-phu-2026-01-01', yaml: LOCAL, eligibilityDmn: '' };
    await installAll(play.deps, { ...files, packs: more.local ? [...packs, local] : packs });
  }

  async function decided(): Promise<object> {
    const { roundId, dossierId } = await received(play, 'gp.ck', [{ name: 'Phạm Thị Mới', award: 'KYNIEM' }]);
    await appraised(play, COMMUNE, roundId);
    await councilHeld(play, { bench: COMMUNE, members: COMMUNE_MEMBERS, chair: 'gp.chutich' }, roundId);
    await play.does('gp.chutich', 'Ký quyết định khen thưởng', roundId, { outcome: 'sign', signatureMode: 'digital' });
    const [decision] = await play.rows<{ rule: string; needed: number; ballot: string }>(
      `select d.authority_rule_id as rule, i.needed, i.rule_id as ballot from decision d
         join nominee_row n on n.decision_id = d.id join session_item i on i.row_id = n.id where d.round_id = $1`,
      [roundId],
    );
    const view = await play.call('gp.chuyenvien', 'dossier', { params: { id: dossierId } });
    const [row] = view.rows;
    const { lines } = await play.call('gp.chuyenvien', 'dossierLimits', { params: { id: dossierId } });
    const limit = lines.find((line) => line.ruleId === 'T-90')?.legalDays;
    return { ...decision, name: row?.awardName, amount: row?.rewardAmount, limit };
  }

  it('decides a form, with a threshold, a limit and a coefficient, that only a pack knows', async () => {
    await load({ local: false });
    // 3/4 of nine members is seven; 0,2 × 2.340.000 is 468.000, rounded up.
    expect(await decided()).toEqual({ rule: 'AU-90', ballot: 'V-90', needed: 7, name: 'Kỷ niệm chương của xã', amount: 470_000, limit: 4 });
  });

  it("lays a province's own threshold over it", async () => {
    await load({ local: true });
    expect(await decided()).toMatchObject({ rule: 'AU-90', ballot: 'V-90', needed: 5 });
  });

  it('counts by a holiday that only the table knows', () => {
    const year = (more: string): string =>
      files.calendars.find((text) => text.includes('year: 2026'))?.replace('holidays:\n', `holidays:\n${more}`) ?? '';
    const holiday = `  - date: '2026-03-05'\n    name: 'Ngày hội thử'\n    citation: 'Quyết định thử số 03'\n    confirmed: false\n    source: 'thử'\n`;
    const due = (text: string): string => {
      const read = readCalendar(text);
      const from = parseLocalDate('2026-03-02');
      if (!read.ok || from === undefined) {
        throw new Error('the table does not read');
      }
      return formatLocalDate(workingCalendar([read.value]).addWorkingDays(from, 4));
    };
    expect([due(year('')), due(year(holiday))]).toEqual(['2026-03-06', '2026-03-09']);
  });
});
