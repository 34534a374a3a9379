import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PaperMaker } from '@thidua/documents';
import type { JsonObject } from '@thidua/kernel';
import { HP, RoundPlay } from '../../../../test/harness/round-play';
import { printNext } from '../loops/print-loop';
import { render } from '../papers/render';
import type { TaskRoom } from '../service-tasks/service-task';
import { PRINT_KINDS } from './print-kinds';

jest.setTimeout(90_000);

const ROOT = join(__dirname, '../../../..');
const [ANN, BOB] = ['hp.quantri1', 'hp.quantri2'];
const KIND = 'to-trinh';
const shipped = readFileSync(join(ROOT, `workflows/papers/1/${KIND}.hbs`), 'utf8');
const sample = JSON.parse(readFileSync(join(ROOT, `workflows/papers/1/samples/${KIND}.json`), 'utf8')) as JsonObject;

describe('a template of a province', () => {
  let play: RoundPlay;
  let room: TaskRoom;
  let id: string;
  const errors: unknown[] = [];
  const maker = new PaperMaker({
    papersDir: join(ROOT, 'workflows/papers'),
    cacheDir: join(ROOT, 'node_modules/.cache/thidua/chromium'),
    chromiumPath: 'bundled',
  });

  beforeAll(async () => {
    play = await RoundPlay.open();
    room = { deps: play.deps, maker } as TaskRoom; // what rendering needs
  });
  afterAll(async () => {
    await maker.close();
    await play.close();
  });

  const written = (source: string): object => ({
    title: 'Tờ trình của thành phố',
    packId: null,
    validFrom: '2026-03-01',
    source,
    letterhead: { emblem: null, parent: ['THÀNH PHỐ HẢI PHÒNG'], body: [], below: ['Số 18 Hoàng Diệu, điện thoại 0225 3 842 000'] },
  });
  const view = (who = ANN): ReturnType<typeof play.call<'paperTemplate'>> => play.call(who, 'paperTemplate', { params: { id } });
  const change = async (source: string): ReturnType<typeof play.call<'changeTemplate'>> =>
    play.call(ANN, 'changeTemplate', { params: { id }, body: { ...written(source), version: (await view()).version } });
  const propose = async (): Promise<unknown> =>
    play.call(ANN, 'proposeTemplate', { params: { id }, body: { version: (await view()).version } });
  const settle = async (who: string, accept = true): Promise<unknown> =>
    play.call(who, 'settleTemplate', { params: { id }, body: { version: (await view()).version, accept } });
  async function tryInPrint(): Promise<{ state: string; failure: { code: string } | null; fileName: string | null }> {
    const order = await play.call(ANN, 'orderPrint', { body: { kind: 'template-preview', params: { templateId: id } } });
    await printNext({ room, kinds: PRINT_KINDS, leaseMs: 60_000, onError: (error) => void errors.push(error) });
    expect(errors).toEqual([]);
    return play.call(ANN, 'printOrder', { params: { id: order.id } });
  }
  const paperToday = async (): Promise<{ version: string; text: string }> => {
    const { pdf } = await render(room, { provinceId: HP, paperId: null, stage: 'draft', kind: KIND, data: sample });
    return { version: pdf.templateVersion, text: pdf.text };
  };

  it('is written by administrators only, and says at once at which line it goes wrong', async () => {
    const order = { params: { kind: KIND }, body: written(shipped.replace('{{opening}}', '{{openning}}')) };
    await expect(play.call('gp.chutich', 'draftTemplate', order)).rejects.toMatchObject({ code: 'forbidden' });
    const saved = await play.call(ANN, 'draftTemplate', order);
    expect(saved.number).toBe(1);
    expect(saved.problems[0]).toMatchObject({ code: 'field-missing', line: 6, meant: 'opening' });
    ({ id } = saved);
    expect(await tryInPrint()).toMatchObject({ state: 'failed', failure: { code: 'template-refused' } });
  });

  it('is not put forward without what the law asks of a Tờ trình, nor as nobody has seen it', async () => {
    const { problems } = await change(shipped.replace('<p>{{appraisal}}</p>', ''));
    expect(problems.find(({ severity }) => severity === 'refusal')?.says).toContain('Điều 33.11.d');
    await change(shipped);
    await expect(propose()).rejects.toMatchObject({ code: 'template-untried' });
    expect((await view()).whyNotPropose).toContain('in thử');
  });

  it('is tried in print with the sample of its kind, and tells how the page departs from the decree', async () => {
    expect(await tryInPrint()).toMatchObject({ state: 'done', fileName: 'in-thu-to-trinh-1.pdf' });
    const { trial, whyNotPropose } = await view();
    expect(trial?.problems.every(({ severity, code, says }) => severity === 'warning' && code === 'layout' && says.includes('Trang'))).toBe(
      true,
    );
    expect(whyNotPropose).toBeNull();
  });

  it('is released by a second person; papers of the day are then made with it', async () => {
    await propose();
    await expect(change(shipped)).rejects.toMatchObject({ code: 'template-changed' });
    await expect(settle(ANN)).rejects.toMatchObject({ code: 'four-eyes' });
    await settle(BOB);
    const { version, text } = await paperToday();
    expect(version).toMatch(/^HP\/1-[0-9a-f]{12}$/);
    expect(text).toContain('THÀNH PHỐ HẢI PHÒNG');
    expect(text.replace(/\s+/g, ' ')).toContain('Số 18 Hoàng Diệu');
    const { kinds } = await play.call(BOB, 'paperKinds');
    expect(kinds.find(({ kind }) => kind === KIND)).toMatchObject({ inForce: [{ number: 1, packId: null }], drafts: 0, proposed: 0 });
  });

  it('gives way to the shipped one when it is withdrawn, and stays in the list', async () => {
    const { version } = await view();
    await play.call(BOB, 'withdrawTemplate', { params: { id }, body: { version, reason: 'Dùng lại mẫu chung' } });
    expect((await paperToday()).version).toMatch(/^1-/);
    const { templates } = await play.call(ANN, 'paperKind', { params: { kind: KIND } });
    expect(templates).toMatchObject([{ number: 1, state: 'withdrawn', inForce: false, reason: 'Dùng lại mẫu chung' }]);
  });
});
