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
  }, 60_000);
  afterAll(() => play.close());

  const admin = 'hp.quantri1';

  async function draft(change: (xml: string) => string): Promise<string> {
    const { id } = await play.call(admin, 'createDraft', { body: { key: 'ho-so' } });
    const { xml, rev } = await play.call(admin, 'definition', { params: { id } });
    const saved = await play.call(admin, 'saveDiagram', { params: { id }, body: { xml: change(xml), rev } });
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

  it('is nobody else’s to ask for', async () => {
    await expect(play.call('hp.chutich', 'dryRun', { params: { id: ids[0] ?? '' }, body: { mapping: [] } })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(play.call(admin, 'dryRunProgress', { params: { id: ids[0] ?? '' } })).rejects.toMatchObject({ code: 'not-found' });
  });
});
