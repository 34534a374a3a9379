import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanDraftView, PlanFieldView } from '@thidua/contract';
import { pdfWith } from '../../../../../test/harness/attachment-files';
import { RoundPlay } from '../../../../../test/harness/round-play';
import { draftAtHand } from '../lifecycle/draft-at-hand';

const DESK = 'gp.chuyenvien';
const [MOVEMENT, P] = ['gp-binh-dan-hoc-vu-so', 'HP'] as const;
const text = (name: string): Uint8Array => readFileSync(join(__dirname, '../../../../../test/plans', `${name}.txt`));

jest.setTimeout(90_000);

let play: RoundPlay;
let orgId: string;

beforeAll(async () => {
  play = await RoundPlay.open();
  orgId = (await play.call(DESK, 'planDrafts', {})).bodies[0]?.orgId ?? '';
}, 60_000);
afterAll(() => play.close());

const refused = (code: string): unknown => expect.objectContaining({ code });
const view = (id: string, username = DESK): Promise<PlanDraftView> => play.call(username, 'planDraft', { params: { id } });
const upload = async (name: string, bytes: Uint8Array = text(name), file = `${name}.txt`): Promise<string> =>
  (await play.call(DESK, 'uploadPlan', { query: { orgId }, file: { name: file, bytes } })).id;
const named = (draft: PlanDraftView, kind: PlanFieldView['kind']): PlanFieldView | undefined =>
  draft.fields.find((one) => one.kind === kind);

async function settle(id: string, state: 'confirmed' | 'absent' | 'proposed', which: (field: PlanFieldView) => boolean): Promise<number> {
  const { version, fields } = await view(id);
  const fieldIds = fields.filter(which).map((field) => field.id);
  return (await play.call(DESK, 'settlePlanFields', { params: { id }, body: { version, fieldIds, state } })).version;
}

describe('a plan that is uploaded', () => {
  it('comes back as fields beside the lines they stand on, and nothing is settled', async () => {
    const draft = await view(await upload('hai-loc'));
    expect(draft).toMatchObject({
      source: 'reader',
      fileName: 'hai-loc.txt',
      state: 'open',
      version: 1,
      may: { edit: true },
      launched: [],
    });
    expect(named(draft, 'period')).toMatchObject({
      value: { start: '2026-01-01', end: '2030-12-31' },
      source: { line: { from: 13, to: 13 } },
    });
    expect(draft.fields.filter((one) => one.state !== 'proposed')).toEqual([]);
    expect([draft.open, draft.open === draft.all]).toEqual([draft.all, true]);
  });

  it('is read from the text of a PDF', async () => {
    const bytes = pdfWith({
      text: [
        'KE HOACH so 12/KH-UBND ngay 05/3/2026',
        'cua UBND xa ve phong trao thi dua trong nam nay',
        'tren dia ban toan xa va cac thon',
      ].join(') Tj 0 -20 Td ('),
    });
    const draft = await view(await upload('ke-hoach', bytes, 'ke-hoach.pdf'));
    expect(draft.lines.join(' ')).toContain('12/KH-UBND');
  });

  it('is refused when there is no text in it, or it is no plan file', async () => {
    await expect(upload('scan', pdfWith({ text: '' }), 'scan.pdf')).rejects.toEqual(refused('plan-without-text'));
    await expect(upload('anh', Buffer.from('MZ\u0000\u0001'), 'chuong-trinh.txt')).rejects.toEqual(refused('file-not-what-it-says'));
  });

  it('is checked against the law and the map of its own day', async () => {
    const draft = await view(await upload('suoi-ngoc'));
    expect(draft.findings.map((one) => [one.code, one.severity])).toEqual(
      expect.arrayContaining([
        ['law-lapsed', 'error'],
        ['agency-gone', 'error'],
      ]),
    );
  });

  it('is nobody else’s business', async () => {
    const id = await upload('hai-loc');
    await expect(view(id, 'gp.thcs.nguoilap')).rejects.toEqual(refused('not-found'));
    await expect(view(id, 'gp.chutich')).rejects.toEqual(refused('not-found'));
    await expect(
      play.call('gp.thcs.nguoilap', 'uploadPlan', { query: { orgId }, file: { name: 'a.txt', bytes: text('hai-loc') } }),
    ).rejects.toEqual(refused('forbidden'));
  });
});

describe('its fields', () => {
  it('are confirmed, marked as absent, changed and added, each by name and with its version', async () => {
    const id = await upload('hai-loc');
    expect(await settle(id, 'confirmed', (field) => field.kind === 'criterion')).toBe(2);
    expect(await settle(id, 'absent', (field) => field.kind === 'unitPlans')).toBe(3);
    const number = named(await view(id), 'number');
    const change = { version: 3, fieldId: number?.id ?? '', kind: 'number', value: ' 22/KH-UBND ', line: { from: 5, to: 5 } } as const;
    await play.call(DESK, 'changePlanField', { params: { id }, body: change });
    await play.call(DESK, 'changePlanField', {
      params: { id },
      body: { version: 4, fieldId: null, kind: 'dossierPart', value: { part: 'D-01', when: null }, line: null },
    });
    const draft = await view(id);
    expect(named(draft, 'number')).toMatchObject({ value: '22/KH-UBND', state: 'changed', source: { quote: 'Số: 21/KH-UBND' } });
    expect(named(draft, 'number')?.settledBy).toMatch(/\p{L}/u);
    expect(named(draft, 'dossierPart')).toMatchObject({ value: { part: 'D-01', when: null }, source: null, state: 'changed' });
    expect(named(draft, 'unitPlans')).toMatchObject({ state: 'absent' });
  });

  it('are refused when somebody was quicker, and nothing is lost', async () => {
    const id = await upload('hai-loc');
    await settle(id, 'confirmed', (field) => field.kind === 'title');
    const body = { version: 1, fieldIds: ['name-1'], state: 'absent' } as const;
    await expect(play.call(DESK, 'settlePlanFields', { params: { id }, body })).rejects.toEqual(refused('state-conflict'));
    expect(named(await view(id), 'title')).toMatchObject({ state: 'confirmed' });
  });

  it.each([
    ['a value of another shape', { kind: 'period', value: { start: 'mai', end: null }, line: null }],
    ['lines that are not there', { kind: 'issuer', value: 'UBND xã', line: { from: 9, to: 4000 } }],
    ['a kind it has not', { kind: 'menuItem', value: { occasions: [], award: 'GK_XA', basis: 'listed' }, line: null }],
  ] as const)('are refused with %s', async (_, change) => {
    const id = await upload('hai-loc');
    const body = { version: 1, fieldId: null, ...change };
    await expect(play.call(DESK, 'changePlanField', { params: { id }, body })).rejects.toEqual(refused('request-invalid'));
  });

  it('keep the wording a person gives a criterion that no text has, and want it', async () => {
    const { id } = await play.call(DESK, 'newPlanDraft', { body: { orgId, kind: 'blank', movementId: null } });
    const body = { version: 1, fieldId: null, kind: 'criterion', value: { audience: 'agency' }, line: null } as const;
    await expect(play.call(DESK, 'changePlanField', { params: { id }, body })).rejects.toEqual(refused('request-invalid'));
    await play.call(DESK, 'changePlanField', { params: { id }, body: { ...body, words: 'Giúp một hộ thoát nghèo' } });
    expect(named(await view(id), 'criterion')?.source).toEqual({ quote: 'Giúp một hộ thoát nghèo', line: { from: 0, to: 0 } });
  });

  it('cannot be confirmed where the plan says nothing', async () => {
    const id = (await play.call(DESK, 'newPlanDraft', { body: { orgId, kind: 'blank', movementId: null } })).id;
    await expect(settle(id, 'confirmed', (field) => field.kind === 'number')).rejects.toEqual(refused('request-invalid'));
  });
});

describe('a draft becomes a movement', () => {
  it('only when every field is settled and nothing a movement needs is missing', async () => {
    const id = await upload('hai-loc');
    await expect(draftAtHand(play.deps, P, id)).rejects.toEqual(refused('work-incomplete'));
    await settle(id, 'confirmed', (field) => !field.free && field.value !== null && field.kind !== 'menuItem');
    await settle(id, 'absent', (field) => field.kind === 'menuItem');
    await expect(draftAtHand(play.deps, P, id)).rejects.toEqual(refused('work-incomplete'));
    await settle(id, 'confirmed', (field) => field.kind === 'menuItem');
    const { contents, unitPlans } = await draftAtHand(play.deps, P, id);
    expect(contents.map((one) => one.name.value)).toEqual(['Chung tay vì người nghèo - Không để ai bị bỏ lại phía sau']);
    expect(contents[0].menus.map((menu) => [menu.occasions, menu.items.length])).toEqual([
      [['annual'], 1],
      [['interim-review'], 2],
      [['final-review'], 5],
    ]);
    expect(contents[0].reportDates.map((report) => report.before)).toEqual(['12-15', '06-15', '10-31']);
    expect(unitPlans).toMatchObject({ value: '2025-12', line: 34 });
  });

  it('from a copy, whose number and day are asked for anew and whose body is the one that copies', async () => {
    const { id } = await play.call(DESK, 'newPlanDraft', { body: { orgId, kind: 'copy', movementId: MOVEMENT } });
    const draft = await view(id);
    expect(draft.fields.filter((field) => field.kind === 'menuItem')).toHaveLength(11);
    expect([named(draft, 'number')?.value, named(draft, 'number')?.asked, draft.amends]).toEqual([null, 'number', null]);
    expect([named(draft, 'issuer')?.value, named(draft, 'carriedOutBy')?.value]).toEqual([
      draft.orgName,
      { level: 'XA', body: draft.orgName },
    ]);
  });

  it('or changes the one it amends, of its own body alone', async () => {
    const body = { orgId, kind: 'amendment', movementId: MOVEMENT } as const;
    const { id } = await play.call(DESK, 'newPlanDraft', { body });
    expect((await view(id)).amends).toBe(MOVEMENT);
    await expect(play.call(DESK, 'newPlanDraft', { body: { ...body, movementId: 'no-such' } })).rejects.toEqual(refused('not-found'));
    await expect(play.call(DESK, 'newPlanDraft', { body: { ...body, kind: 'blank' } })).rejects.toEqual(refused('request-invalid'));
  });

  it('or is dropped, and is gone', async () => {
    const id = await upload('hai-loc');
    await play.call(DESK, 'dropPlanDraft', { params: { id } });
    expect((await play.call(DESK, 'planDrafts', {})).drafts.map((one) => one.id)).not.toContain(id);
    await expect(play.call(DESK, 'dropPlanDraft', { params: { id } })).rejects.toEqual(refused('state-conflict'));
  });
});

it('citations are checked against the plan above once it is there', async () => {
  const id = await upload('suoi-ngoc');
  const above = text('suoi-ngoc').toString().replace('Số: 47/KH-UBND', 'Số: 88/KH-UBND').replace('98/2023/NĐ-CP', '99/2023/NĐ-CP');
  await play.call(DESK, 'uploadPlanParent', { params: { id }, file: { name: 'cap-tren.txt', bytes: Buffer.from(above) } });
  const draft = await view(id);
  expect(draft.parent).toMatchObject({ name: 'cap-tren.txt' });
  expect(draft.findings.find((one) => one.code === 'number-differs')).toMatchObject({
    meant: '99/2023/NĐ-CP',
    parent: { line: { from: 10 } },
  });
});
