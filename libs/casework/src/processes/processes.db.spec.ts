import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DefinitionView, ProblemView } from '@thidua/contract';
import { RoundPlay } from '../../../../test/harness/round-play';
import { versionsTakeEffect } from './publish-definitions';

// Each saving is read by threads of its own; the machine may be busy.
jest.setTimeout(60_000);

let harness: RoundPlay;

beforeAll(async () => {
  harness = await RoundPlay.open();
}, 60_000);
afterAll(() => harness.close());

const refused = (code: string): object => expect.objectContaining({ code }) as object;

async function draftOf(key: string): Promise<DefinitionView> {
  const { id } = await harness.call('hp.quantri1', 'createDraft', { body: { key } });
  return harness.call('hp.quantri1', 'definition', { params: { id } });
}

describe('a new version', () => {
  it('tells its changes in words, is refused with its problem, and is published by a second administrator', async () => {
    const draft = await draftOf('ho-so');
    const params = { id: draft.id };
    const shorter = draft.xml.replace('<thidua:deadline workingDays="3"', '<thidua:deadline workingDays="2"');
    const nobody = shorter.replace(/(id="Task_BaoCao"[\s\S]*?)<zeebe:assignmentDefinition [^>]*\/>/, '$1');
    const errorsOf = (problems: readonly ProblemView[]): readonly ProblemView[] => problems.filter((one) => one.severity === 'error');
    const wrong = await harness.call('hp.quantri1', 'saveDiagram', { params, body: { xml: nobody, rev: 0 } });
    expect(errorsOf(wrong.problems)).toEqual([expect.objectContaining({ code: 'assignee-missing', elementId: 'Task_BaoCao' })]);
    await expect(harness.call('hp.quantri1', 'proposeDefinition', { params, body: { note: 'Rút ngắn thời hạn' } })).rejects.toEqual(
      refused('diagram-refused'),
    );
    const mended = await harness.call('hp.quantri1', 'saveDiagram', { params, body: { xml: shorter, rev: wrong.rev } });
    expect(errorsOf(mended.problems)).toEqual([]);
    expect(mended.changes.map((change) => change.text)).toEqual(['Bước «Tiếp nhận, kiểm tra thành phần hồ sơ»: 3 → 2 ngày làm việc']);
    const edited = await harness.call('hp.quantri1', 'definition', { params });
    expect(edited).toMatchObject({
      changes: mended.changes,
      comparable: true,
      against: { version: 1 },
      rev: 2,
      editors: [expect.any(String)],
    });
    await harness.call('hp.quantri1', 'proposeDefinition', { params, body: { note: 'Rút ngắn thời hạn' } });
    await expect(harness.call('hp.quantri1', 'publishDefinition', { params, body: { note: 'Đồng ý' } })).rejects.toEqual(
      refused('proposer-cannot-publish'),
    );
    const past = { note: 'Đồng ý', effectiveFrom: '2026-03-01' };
    await expect(harness.call('hp.quantri2', 'publishDefinition', { params, body: past })).rejects.toEqual(refused('effective-date-past'));
    const published = await harness.call('hp.quantri2', 'publishDefinition', { params, body: { note: 'Đồng ý' } });
    expect(published).toMatchObject({ version: 2, status: 'published' });
    const { definitions } = await harness.call('hp.quantri1', 'definitions', {});
    const versions = definitions.filter((one) => one.key === 'ho-so');
    expect(versions.map(({ version, status, publishNote, appliesTo }) => [version, status, publishNote, appliesTo])).toEqual([
      [2, 'published', 'Đồng ý', 'new'],
      [1, 'retired', null, null],
    ]);
    const compared = await harness.call('hp.quantri1', 'compareDefinitions', { params, query: { with: versions[1]?.id } });
    expect(compared).toMatchObject({ before: { version: 1 }, after: { version: 2 }, comparable: true, changes: mended.changes });
  });

  it('tells who saved last, goes back with its reason, waits for its day, and makes no second draft beside an open one', async () => {
    const draft = await draftOf('don-vi-quyet-dinh');
    const params = { id: draft.id };
    const renamed = (name: string): { xml: string; rev: number } => ({
      rev: 0,
      xml: draft.xml.replace(/(<bpmn:userTask [^>]*name=")/, `$1${name} `),
    });
    await harness.call('hp.quantri1', 'saveDiagram', { params, body: renamed('Mới:') });
    const late = harness.call('hp.quantri2', 'saveDiagram', { params, body: renamed('Khác:') });
    await expect(late).rejects.toMatchObject({
      code: 'draft-changed',
      details: { rev: 1, name: expect.stringMatching(/\p{L}/u) as string },
    });
    expect((await draftOf('don-vi-quyet-dinh')).id).toBe(draft.id);
    await harness.call('hp.quantri1', 'proposeDefinition', { params, body: { note: 'Đổi tên' } });
    const proposed = await harness.call('hp.quantri2', 'definition', { params });
    expect(proposed.may).toMatchObject({ publish: true, giveBack: true, withdraw: false });
    await harness.call('hp.quantri2', 'giveBackDefinition', { params, body: { note: 'Thiếu căn cứ' } });
    const back = await harness.call('hp.quantri1', 'definition', { params });
    expect(back).toMatchObject({ status: 'draft', returned: { note: 'Thiếu căn cứ' }, may: { propose: true, discard: true } });
    await harness.call('hp.quantri2', 'proposeDefinition', { params, body: { note: 'Đổi tên' } });
    const byEditor = harness.call('hp.quantri1', 'publishDefinition', { params, body: { note: 'Đồng ý' } });
    await expect(byEditor).rejects.toEqual(refused('editor-cannot-publish'));
    await harness.call('hp.quantri2', 'giveBackDefinition', { params, body: { note: 'Rút lại' } });
    await harness.call('hp.quantri1', 'proposeDefinition', { params, body: { note: 'Đổi tên' } });
    const body = { note: 'Từ mai', effectiveFrom: '2026-03-03', appliesTo: 'chosen' };
    expect(await harness.call('hp.quantri2', 'publishDefinition', { params, body })).toMatchObject({ status: 'waiting' });
    const { definitions } = await harness.call('hp.quantri1', 'definitions', {});
    expect(definitions.filter((one) => one.key === 'don-vi-quyet-dinh').map(({ version, status }) => [version, status])).toEqual([
      [2, 'waiting'],
      [1, 'published'],
    ]);
    const other = await draftOf('dot-xet-don-vi');
    await harness.call('hp.quantri2', 'discardDraft', { params: { id: other.id }, body: { note: 'Không cần nữa' } });
    expect((await harness.call('hp.quantri1', 'definition', { params: { id: other.id } })).status).toBe('discarded');
    expect(
      (await harness.rows<{ action: string }>('select action from audit where subject_id = $1 order by id', [draft.id])).map(
        (one) => one.action,
      ),
    ).toEqual([
      'definition-drafted',
      'definition-edited',
      'definition-proposed',
      'definition-given-back',
      'definition-proposed',
      'definition-withdrawn',
      'definition-proposed',
      'definition-published',
    ]);
    await harness.advance(24 * 3_600_000);
    expect(await versionsTakeEffect(harness.deps)).toBeGreaterThan(0);
    const [last] = await harness.rows('select action, facts from audit where subject_id = $1 order by id desc limit 1', [draft.id]);
    expect(last).toMatchObject({ action: 'definition-took-effect', facts: { version: 2, effectiveFrom: '2026-03-03' } });
  });

  it('is nobody else’s to see', async () => {
    await expect(harness.call('hp.chutich', 'definitions', {})).rejects.toEqual(refused('forbidden'));
    const draft = await draftOf('dot-xet-xa');
    const params = { id: draft.id };
    await expect(harness.call('hp.chutich', 'compareDefinitions', { params, query: { with: draft.id } })).rejects.toEqual(
      refused('forbidden'),
    );
    await expect(harness.call('gp.thcs.nguoilap', 'createDraft', { body: { key: 'ho-so' } })).rejects.toEqual(refused('forbidden'));
  });
});

describe('a running instance', () => {
  it('shows where it stands, who has it, and which way it came', async () => {
    const orgId = (await harness.actor('gp.mn.nguoilap')).positions[0]?.orgId;
    const row = {
      kind: 'collective',
      name: 'Tổ Nhà trẻ',
      title: 'Tập thể',
      scope: 'inside',
      award: 'GK_XA',
      achievement: 'Nuôi dạy trẻ tốt.',
    };
    const body = { orgId, occasion: 'ad-hoc', year: 2026, title: 'Đề nghị khen thưởng', rows: [row] };
    const { dossierId } = await harness.call('gp.mn.nguoilap', 'launchDossier', { body });
    const dossier = await harness.call('gp.mn.nguoilap', 'dossier', { params: { id: dossierId } });
    const params = { id: dossier.instanceIds[0] ?? '' };
    const view = await harness.call('gp.mn.nguoilap', 'instance', { params });
    expect(view.tokens).toEqual([expect.objectContaining({ elementId: 'Task_BaoCao', graph: 'ho-so', count: 1, waitsFor: 'task' })]);
    expect(view.tokens[0]?.holder).toContain('Trường Mầm non Hoa Sen');
    expect(view.done).toEqual(['Start_HoSo', 'Gateway_BanGiay', 'Gateway_ThuTuc']);
    const { events } = await harness.call('gp.mn.nguoilap', 'instanceHistory', { params });
    expect(events.map((event) => event.type)).toContain('task-opened');
    await expect(harness.call('mt.th.nguoilap', 'instance', { params })).rejects.toEqual(refused('not-found'));
  });
});

describe('the simulated clock', () => {
  it('moves forward by working days, and never back', async () => {
    const before = await harness.call('hp.quantri1', 'clock', {});
    expect(before).toMatchObject({ simulated: true });
    const after = await harness.call('hp.quantri1', 'advanceClock', { body: { workingDays: 5 } });
    expect(Date.parse(after.now) - Date.parse(before.now)).toBeGreaterThan(6 * 86_400_000);
    await expect(harness.call('hp.quantri1', 'advanceClock', { body: { to: before.now } })).rejects.toEqual(refused('request-invalid'));
    await expect(harness.call('hp.quantri1', 'advanceClock', { body: { to: '2032-01-02T09:00:00+07:00' } })).rejects.toEqual(
      refused('calendar-year-missing'),
    );
  });
});

describe('a diagram drawn elsewhere', () => {
  const drawn = (name: string): string => readFileSync(join(__dirname, '../../../../test/fixtures/import', `${name}.bpmn`), 'utf8');

  it('becomes a converted draft that keeps its original, its report and its forms, and runs once the rest is settled', async () => {
    const original = drawn('camunda7-giay-khen');
    const answer = await harness.call('hp.quantri1', 'importDefinition', { body: { xml: original } });
    expect(answer).toMatchObject({ key: 'giay-khen-xa', dialect: 'camunda', forms: ['Activity_7e1746d'] });
    expect(answer.report).toContainEqual(
      expect.objectContaining({ what: 'camunda:assignee', became: 'zeebe:assignmentDefinition assignee="=chuTich"', kind: 'mapped' }),
    );
    expect(answer.problems.map((problem) => [problem.code, problem.detail['value']])).toEqual([['reference-missing', 'ky-quyet-dinh']]);
    const params = { id: answer.id };
    const draft = await harness.call('hp.quantri1', 'definition', { params });
    expect(draft).toMatchObject({ name: 'Tặng Giấy khen cấp xã', status: 'draft', origin: 'tenant' });
    expect(draft.xml).not.toContain('camunda.org/schema/1.0/bpmn');
    const kept = await harness.call('hp.quantri1', 'definitionImport', { params });
    expect(kept).toEqual({ dialect: 'camunda', original, report: answer.report });
    const xml = draft.xml.replace(/<zeebe:formDefinition formId="ky-quyet-dinh"[^>]*\/>/, '');
    expect((await harness.call('hp.quantri1', 'saveDiagram', { params, body: { xml, rev: draft.rev } })).problems).toEqual([]);
    expect(await harness.call('hp.quantri1', 'definitionImport', { params })).toEqual(kept);
    await harness.call('hp.quantri1', 'proposeDefinition', { params, body: { note: 'Nhập từ hệ thống cũ' } });
    const published = await harness.call('hp.quantri2', 'publishDefinition', { params, body: { note: 'Đồng ý' } });
    expect(published).toMatchObject({ version: 1, status: 'published' });
  });

  it('cannot be proposed while a word of the old engine is unsettled', async () => {
    const { id, problems } = await harness.call('hp.quantri1', 'importDefinition', { body: { xml: drawn('camunda7-khen-dot-xuat') } });
    expect(problems.filter((problem) => problem.code === 'not-convertible')).toHaveLength(9);
    await expect(
      harness.call('hp.quantri1', 'proposeDefinition', { params: { id }, body: { note: 'Nhập từ hệ thống cũ' } }),
    ).rejects.toEqual(refused('diagram-refused'));
  });

  it('is opened as it is when it needs no conversion', async () => {
    const xml = drawn('camunda8-danh-hieu');
    const answer = await harness.call('hp.quantri1', 'importDefinition', { body: { xml } });
    expect(answer).toMatchObject({ key: 'danh-hieu-tien-tien', dialect: null, report: [], forms: [] });
    expect(await harness.call('hp.quantri1', 'definitionImport', { params: { id: answer.id } })).toEqual({
      dialect: null,
      original: xml,
      report: [],
    });
  });

  it('is refused when something would be lost, and is for administrators alone', async () => {
    await expect(harness.call('hp.quantri1', 'importDefinition', { body: { xml: drawn('signavio-thieu-tham-chieu') } })).rejects.toEqual(
      refused('diagram-refused'),
    );
    await expect(harness.call('hp.chutich', 'importDefinition', { body: { xml: drawn('camunda8-danh-hieu') } })).rejects.toEqual(
      refused('forbidden'),
    );
    const draft = await draftOf('dot-xet-xa');
    await expect(harness.call('hp.quantri1', 'definitionImport', { params: { id: draft.id } })).rejects.toEqual(refused('not-found'));
    await expect(harness.call('hp.chutich', 'definitionImport', { params: { id: draft.id } })).rejects.toEqual(refused('forbidden'));
  });
});

describe('what the panel lets people choose from', () => {
  it('names posts with who sits there today, rows of law in force, the forms of the release, papers and jobs', async () => {
    const draft = await draftOf('dot-xet-xa');
    const facts = await harness.call('hp.quantri1', 'panelFacts', { params: { id: draft.id } });
    const commune = facts.offices.find((office) => office.variable === 'commune');
    const chair = commune?.posts.find((post) => post.role === 'chair');
    expect(commune?.bodies).toBeGreaterThan(1);
    expect(chair?.held).toBeLessThanOrEqual(commune?.bodies ?? 0);
    expect(chair?.holders[0]).toEqual({
      person: expect.stringMatching(/\p{L}/u) as string,
      org: expect.stringContaining('UBND') as string,
    });
    expect(facts.limits.find((limit) => limit.id === 'T-16')).toMatchObject({ workingDays: 20, onSupplement: 'restart' });
    expect(facts.authorities.find((row) => row.id === 'AU-04')).toMatchObject({ level: 'XA', role: 'chair' });
    expect(facts.forms.find((form) => form.id === 'tham-dinh')?.fields).toContain('rows');
    expect(facts.papers.map((paper) => paper.kind)).toContain('quyet-dinh');
    expect(facts.jobTypes).toContain('make-papers');
    expect(facts.callable.map((process) => process.key)).toContain('ho-so');
  });

  it('is for administrators', async () => {
    const draft = await draftOf('ho-so');
    await expect(harness.call('hp.chutich', 'panelFacts', { params: { id: draft.id } })).rejects.toEqual(refused('forbidden'));
  });
});
