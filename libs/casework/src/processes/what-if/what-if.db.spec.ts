import type { DryRunView, WhatIfVerdict } from '@thidua/contract';
import { changedTables, rowHashes } from '../../../../../test/harness/row-hashes';
import { HP, RoundPlay } from '../../../../../test/harness/round-play';
import { runningDossiers, type Place } from '../../../../../test/harness/running-dossiers';

const MANY: Readonly<Record<Place, number>> = { Task_BaoCao: 60, Task_TomTat: 20, Task_BinhXet: 30, Task_TiepNhan: 25, Catch_KetQua: 13 };
const PLACES = Object.entries(MANY).flatMap(([place, many]) => Array.from({ length: many }, () => place as Place)); // its own keys

jest.setTimeout(60_000);

describe('a version tried on 148 running instances', () => {
  let play: RoundPlay;
  let ids: readonly string[];

  beforeAll(async () => {
    play = await RoundPlay.open();
    const orgId = (await play.actor('gp.chuyenvien')).positions[0]?.orgId ?? '';
    const { database, runtime } = play.deps;
    ids = await runningDossiers({ database, runtime, provinceId: HP, orgId }, PLACES);
  }, 120_000);
  afterAll(() => play.close());

  const admin = 'hp.quantri1';
  let shipped: string | undefined;

  async function draft(change: (xml: string) => string): Promise<string> {
    const { id } = await play.call(admin, 'createDraft', { body: { key: 'ho-so' } });
    const { xml, rev } = await play.call(admin, 'definition', { params: { id } });
    // A process has one draft at a time: each trial begins with the shipped drawing.
    shipped ??= xml;
    const saved = await play.call(admin, 'saveDiagram', { params: { id }, body: { xml: change(shipped), rev } });
    expect(saved.problems.filter((one) => one.severity === 'error')).toEqual([]);
    return id;
  }

  async function tried(id: string, mapping: readonly { from: string; to: string }[] = []): Promise<DryRunView> {
    const run = await play.call(admin, 'dryRun', { params: { id }, body: { mapping } });
    for (;;) {
      const view = await play.call(admin, 'dryRunProgress', { params: { id: run.id } });
      if (view.status !== 'running') {
        return view;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  const counts = (told: Partial<Record<WhatIfVerdict, number>>): object => ({
    ...{ stays: 0, moves: 0, limit: 0, signer: 0, mapping: 0, breaks: 0 },
    ...told,
  });

  interface Task {
    readonly id: string;
    readonly instance: string;
    readonly definition: string;
    readonly due: string;
  }

  const tasksOf = (instances: readonly string[]): Promise<Task[]> =>
    play.rows<Task>(
      `select id, instance_id as instance, definition_id as definition, element_id, name, form_id, candidate_groups, status,
         to_char(due_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') as due
       from task where instance_id = any($1::uuid[]) and status = 'open' order by id`,
      [instances],
    );
  const running = async (id: string): Promise<number> => (await play.call(admin, 'definition', { params: { id } })).running;
  const completeTask = (taskId: string): { type: 'complete-task'; taskId: string; variables: { outcome: string } } => ({
    type: 'complete-task',
    taskId,
    variables: { outcome: 'reject' },
  });

  it('tells who is concerned, adds up, and changes no row of the database', async () => {
    const id = await draft((xml) =>
      xml.replace('<thidua:deadline workingDays="3" remindBefore="2"/>', '<thidua:deadline workingDays="2" remindBefore="1"/>'),
    );
    const before = await rowHashes(play.deps.database);
    const view = await tried(id);
    const [at] = (await play.call(admin, 'dryRunLines', { params: { id: view.id }, query: { step: 'Task_TiepNhan', limit: 500 } })).lines;
    const one = await play.call(admin, 'dryRunInstance', { params: { id: view.id, instanceId: at?.instanceId ?? '' } });
    expect(changedTables(before, await rowHashes(play.deps.database))).toEqual([]);
    expect(view).toMatchObject({ status: 'done', done: 148, total: 148, already: 0, mayMigrate: false });
    expect(view.counts).toEqual(counts({ limit: 135, stays: 13 }));
    expect(Object.values(view.counts).reduce((sum, n) => sum + n, 0)).toBe(view.total);
    expect(one.before.places).toEqual([expect.objectContaining({ elementId: 'Task_TiepNhan', dueAt: '2026-03-05T17:00:00+07:00' })]);
    expect(one.after?.places).toEqual([expect.objectContaining({ elementId: 'Task_TiepNhan', dueAt: '2026-03-04T17:00:00+07:00' })]);
    expect(one.changes.length).toBeGreaterThan(0);
  });

  it('tells who would sign instead', async () => {
    const id = await draft((xml) => xml.replace('desk + &quot;/appraiser&quot;', 'desk + &quot;/chair&quot;'));
    const view = await tried(id);
    expect(view.counts).toEqual(counts({ signer: 135, stays: 13 }));
    const { lines } = await play.call(admin, 'dryRunLines', { params: { id: view.id }, query: { step: 'Task_TiepNhan' } });
    const one = await play.call(admin, 'dryRunInstance', { params: { id: view.id, instanceId: lines[0]?.instanceId ?? '' } });
    expect(one.before.places[0]?.who).not.toBe(one.after?.places[0]?.who);
    expect(one.after?.places[0]?.who).toContain('Chủ tịch');
  });

  it('finds a step under its new id by itself, and asks for a partner where the step is gone', async () => {
    const renamed = await tried(await draft((xml) => xml.replaceAll('Task_TomTat', 'Task_TomTatThanhTich')));
    expect(renamed.counts).toMatchObject({ mapping: 0, breaks: 0 });
    expect(renamed.byStructure).toEqual([{ from: 'Task_TomTat', to: 'Task_TomTatThanhTich' }]);
  });

  it('moves 5 of the 148 and takes them back, with the same tasks (check 41)', async () => {
    const id = await draft((xml) =>
      xml.replace('<thidua:deadline workingDays="3" remindBefore="2"/>', '<thidua:deadline workingDays="1"/>'),
    );
    await play.call(admin, 'proposeDefinition', { params: { id }, body: { note: 'Công văn số 12/VP' } });
    await play.call('hp.quantri2', 'publishDefinition', { params: { id }, body: { note: 'Đồng ý', appliesTo: 'chosen' } });
    const view = await tried(id);
    const { lines } = await play.call(admin, 'dryRunLines', { params: { id: view.id }, query: { step: 'Task_TiepNhan', limit: 500 } });
    expect(lines).toHaveLength(25);
    const chosen = lines.slice(0, 5).map((line) => line.instanceId);
    const before = await tasksOf(chosen);
    const body = { runId: view.id, instanceIds: chosen, note: 'Công văn số 12/VP' };
    const made = await play.call(admin, 'migrateInstances', { params: { id }, body });
    expect(made).toMatchObject({ moved: 5, refused: 0 });
    const moved = await tasksOf(chosen);
    expect(moved.map((task) => task.id)).toEqual(before.map((task) => task.id));
    expect(moved.map((task) => [task.definition, task.due])).toEqual(chosen.map(() => [id, '2026-03-03 17:00']));
    expect(await running(id)).toBe(5);
    // Whoever goes on with one closes its way back, and that of no other.
    const [first] = moved;
    const goes = { provinceId: HP, instanceId: first?.instance ?? '', command: completeTask(first?.id ?? '') } as const;
    expect(await play.deps.runtime.step(goes)).toMatchObject({ ok: true });
    const [told] = (await play.call(admin, 'migrations', { params: { id } })).migrations;
    expect(told?.lines.filter((line) => line.mayUndo)).toHaveLength(4);
    const undone = await play.call(admin, 'undoMigration', { params: { id: made.id } });
    expect(undone).toMatchObject({ moved: 1, undone: 4 });
    const kept = before.filter((task) => task.instance !== first?.instance);
    expect(await tasksOf(kept.map((task) => task.instance))).toEqual(kept);
    expect(await running(id)).toBe(1);
    await expect(play.call(admin, 'undoMigration', { params: { id: made.id } })).rejects.toMatchObject({
      code: 'state-conflict',
    });
    // Seen before it was moved there and back: what was looked at is no longer what is there.
    const again = await play.call(admin, 'migrateInstances', { params: { id }, body });
    expect(again).toMatchObject({ moved: 0, refused: 5 });
    const actions = await play.rows<{ action: string }>(
      `select action from audit where subject_type = 'definition' and subject_id = $1 order by id`,
      [id],
    );
    expect(actions.map((line) => line.action).slice(-3)).toEqual(['instances-migrated', 'migration-undone', 'instances-migrated']);
  });

  it('is nobody else’s to ask for', async () => {
    await expect(play.call('hp.chutich', 'dryRun', { params: { id: ids[0] ?? '' }, body: { mapping: [] } })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(play.call(admin, 'dryRunProgress', { params: { id: ids[0] ?? '' } })).rejects.toMatchObject({ code: 'not-found' });
  });
});
