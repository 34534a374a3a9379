import { InstanceMigrationStore, TaskStore, type MigrationLineRecord } from '@thidua/store';
import { checkAll } from '../../../../test/crash/invariants/check-all';
import { openRuntime, ORG, PROVINCE, type RuntimeHarness } from '../../../../test/harness/runtime';
import { newId } from '../clock/new-id';
import type { MigrationAnswer, UndoAnswer } from './migration-input';

const subject = { orgId: ORG };
const PERSON = '01900000-0000-7000-8000-00000000a001';

/** Another performer, a second step, and the limit under another id, which makes it a new one. */
const changed = (xml: string): string =>
  xml
    .replaceAll('"late"', '"slow"')
    .replace('pos:a/clerk', 'pos:b/head')
    .replace('sourceRef="u" targetRef="e"', 'sourceRef="u" targetRef="check"')
    .replace('<bpmn:endEvent id="e">\n      <bpmn:incoming>f2<', `${check}<bpmn:endEvent id="e">\n      <bpmn:incoming>f5<`)
    .replace('<bpmn:sequenceFlow id="f3"', '<bpmn:sequenceFlow id="f5" sourceRef="check" targetRef="e" /><bpmn:sequenceFlow id="f3"');
const check = `<bpmn:userTask id="check" name="check"><bpmn:extensionElements><zeebe:userTask />
  <zeebe:assignmentDefinition candidateGroups="=[&#34;pos:a/clerk&#34;]" /></bpmn:extensionElements>
  <bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f5</bpmn:outgoing></bpmn:userTask>`;

describe('migration of running instances', () => {
  let harness: RuntimeHarness;
  let lines: InstanceMigrationStore;
  let one: string;
  let two: string;

  beforeAll(async () => {
    harness = await openRuntime();
    lines = new InstanceMigrationStore(harness.database);
    one = await harness.release('timer-boundary');
    two = await harness.release('timer-boundary', changed);
  });
  afterAll(() => harness.close());

  const rows = async <T extends object>(sql: string, ...values: unknown[]): Promise<T[]> => harness.database.reader.query(sql, values);
  const tasksOf = (instanceId: string) => new TaskStore(harness.database).ofInstance(PROVINCE, instanceId);
  const timersOf = (instanceId: string) =>
    rows('select id, element_id as "elementId", due_at as "dueAt" from timer where instance_id = $1', instanceId);
  const stateOf = async (instanceId: string) =>
    (
      await rows<{ version: number; definition_id: string }>(
        'select s.version, p.definition_id from instance_state s join process_instance p using (province_id, id) where id = $1',
        instanceId,
      )
    )[0];

  async function begin(definitionId = one): Promise<string> {
    const started = await harness.runtime.start({ provinceId: PROVINCE, definitionId, variables: { dossier: 'd' }, subject });
    if (!started.ok) {
      throw new Error(started.reason);
    }
    return started.instanceId;
  }

  /** The row of the migration and the move, in one transaction. */
  async function migrate(
    instanceId: string,
    { to = two, mapping = {}, seen, then = () => undefined }: { to?: string; mapping?: object; seen?: number; then?: () => void } = {},
  ): Promise<{ migrationId: string; answer: MigrationAnswer }> {
    const migrationId = newId(harness.clock);
    const expectedVersion = seen ?? (await stateOf(instanceId))?.version ?? 0;
    const named = mapping as Record<string, string>;
    const answer = await harness.database.inTransaction(async (tx) => {
      const facts = { id: migrationId, definitionId: to, mapping: named, renew: [], note: 'QĐ 12', madeBy: PERSON };
      await lines.add(tx, PROVINCE, { ...facts, atMs: harness.clock.nowMs() });
      const input = { provinceId: PROVINCE, instanceId, toDefinitionId: to, mapping: named, expectedVersion, migrationId };
      const moved = await harness.runtime.migrate(input, tx);
      then();
      return moved;
    });
    return { migrationId, answer };
  }

  const undo = (instanceId: string, migrationId: string): Promise<UndoAnswer> =>
    harness.database.inTransaction((tx) => harness.runtime.undoMigration({ provinceId: PROVINCE, instanceId, migrationId }, tx));
  const line = async (migrationId: string): Promise<MigrationLineRecord | undefined> => (await lines.lines(PROVINCE, [migrationId]))[0];

  async function complete(instanceId: string, elementId: string, by = harness.runtime): Promise<void> {
    const task = (await tasksOf(instanceId)).find((each) => each.elementId === elementId && each.status === 'open');
    const command = { type: 'complete-task' as const, taskId: task?.id ?? '', variables: {} };
    expect(await by.step({ provinceId: PROVINCE, instanceId, command })).toMatchObject({ ok: true });
  }

  it('keeps the task and its id, with the new performer in the inbox, and changes the limits', async () => {
    const instanceId = await begin();
    const [before] = await tasksOf(instanceId);

    const { answer, migrationId } = await migrate(instanceId);

    expect(answer).toEqual({ ok: true, version: 2 });
    const [task] = await tasksOf(instanceId);
    expect(task).toEqual({ ...before, definitionId: two, candidateGroups: ['pos:b/head'], version: 2 });
    expect(await rows('select principal from inbox where task_id = $1', task?.id)).toEqual([{ principal: 'pos:b/head' }]);
    expect(await timersOf(instanceId)).toMatchObject([{ elementId: 'slow' }]);
    expect(await stateOf(instanceId)).toEqual({ version: 2, definition_id: two });
    expect(await line(migrationId)).toMatchObject({ outcome: 'moved', fromDefinitionId: one, mayUndo: true });
  });

  it('goes on by the new version in this process and in another that remembers the old one', async () => {
    const [first, second] = [await begin(), await begin()];
    const other = harness.another();
    for (const instanceId of [first, second]) {
      await other.step({ provinceId: PROVINCE, instanceId, command: { type: 'set-variables', variables: { seen: true } } });
      await migrate(instanceId);
    }

    await complete(first, 'u');
    await complete(second, 'u', other);

    for (const instanceId of [first, second]) {
      expect((await tasksOf(instanceId)).filter(({ status }) => status === 'open').map(({ elementId }) => elementId)).toEqual(['check']);
    }
  });

  it('is undone with the same tasks and timers, and goes on by the old version', async () => {
    const instanceId = await begin();
    const [task] = await tasksOf(instanceId);
    const timers = await timersOf(instanceId);
    const { migrationId } = await migrate(instanceId);

    expect(await undo(instanceId, migrationId)).toEqual({ ok: true, version: 3 });

    expect(await tasksOf(instanceId)).toEqual([{ ...task, version: 3 }]);
    expect(await timersOf(instanceId)).toEqual(timers);
    expect(await rows('select principal from inbox where task_id = $1', task?.id)).toEqual([{ principal: 'pos:a/clerk' }]);
    expect(await stateOf(instanceId)).toEqual({ version: 3, definition_id: one });
    expect(await line(migrationId)).toMatchObject({ outcome: 'undone', mayUndo: false });
    expect(await undo(instanceId, migrationId)).toEqual({ ok: false, reason: 'already-undone' });
    await complete(instanceId, 'u');
    expect((await rows('select status from process_instance where id = $1', instanceId))[0]).toEqual({ status: 'completed' });
  });

  it('is not undone once the task was acted on, or given to somebody else', async () => {
    const [acted, given] = [await begin(), await begin()];
    const first = await migrate(acted);
    const second = await migrate(given);
    await complete(acted, 'u');
    await rows('update task set version = version + 1 where instance_id = $1', given);

    expect(await undo(acted, first.migrationId)).toEqual({ ok: false, reason: 'acted-since' });
    expect(await undo(given, second.migrationId)).toEqual({ ok: false, reason: 'acted-since' });
    expect(await line(first.migrationId)).toMatchObject({ outcome: 'moved', mayUndo: false });
  });

  it('refuses with every reason, says so in its line and changes nothing else', async () => {
    const instanceId = await begin();
    const gone = await harness.release('timer-boundary', (xml) => xml.replaceAll('"u"', '"v"'));
    const { answer, migrationId } = await migrate(instanceId, { to: gone });

    expect(answer).toMatchObject({ ok: false, reason: 'refused', problems: [{ code: 'unmapped-element', element: 'u' }] });
    expect(await line(migrationId)).toMatchObject({ outcome: 'refused', problems: [{ code: 'unmapped-element', element: 'u' }] });
    expect(await undo(instanceId, migrationId)).toEqual({ ok: false, reason: 'not-moved' });
    expect(await stateOf(instanceId)).toEqual({ version: 1, definition_id: one });
    expect((await migrate(instanceId, { to: gone, mapping: { u: 'v' } })).answer.ok).toBe(true);
  });

  it('refuses what has moved since, a version nobody published, a running job and an open ballot', async () => {
    const instanceId = await begin();
    const codes = async (moved: Promise<{ answer: MigrationAnswer }>) => {
      const { answer } = await moved;
      return !answer.ok && answer.reason === 'refused' ? answer.problems.map(({ code, element }) => `${code} ${element}`) : answer;
    };
    const release = { key: 'timer-boundary', name: 'x', xml: '', resources: { forms: {}, decisions: {} }, origin: 'test' };
    const draft = await harness.database.inTransaction((tx) => harness.definitions.createDraft(tx, PROVINCE, release));
    const jobs = await harness.release('one-job');
    const more = await harness.release('one-job', (xml) => xml.replace('retries="2"', 'retries="3"'));
    const working = await begin(jobs);
    await rows(`update job set lease_token = gen_random_uuid(), lease_until = now() + interval '1 hour' where instance_id = $1`, working);

    expect(await codes(migrate(instanceId, { seen: 7 }))).toEqual(['instance-changed ']);
    expect(await codes(migrate(instanceId, { to: draft }))).toEqual(['version-not-published ']);
    expect(await codes(migrate(working, { to: more }))).toEqual(['job-running job']);
    expect(await codes(migrate(instanceId, { to: more }))).toEqual(['other-process timer-boundary']);
    await rows(`update task set step = 'ballot' where instance_id = $1`, instanceId);
    expect(await codes(migrate(instanceId))).toEqual(['ballot-open u']);
  });

  it('leaves nothing behind when its transaction does not commit', async () => {
    const instanceId = await begin();
    const broken = migrate(instanceId, {
      then: () => {
        throw new Error('the process dies');
      },
    });
    await expect(broken).rejects.toThrow('the process dies');

    expect(await stateOf(instanceId)).toEqual({ version: 1, definition_id: one });
    expect(await rows('select 1 from instance_migration_line where instance_id = $1', instanceId)).toEqual([]);
    await complete(instanceId, 'u');
  });

  it('and a completion at the same moment come one after the other', async () => {
    const instanceIds = await Promise.all(Array.from({ length: 8 }, () => begin()));
    const answers = await Promise.all(
      instanceIds.map(async (instanceId) => {
        const [task] = await tasksOf(instanceId);
        const command = { type: 'complete-task' as const, taskId: task?.id ?? '', variables: {} };
        const [moved, done] = await Promise.all([
          migrate(instanceId, { seen: 1 }),
          harness.runtime.step({ provinceId: PROVINCE, instanceId, command }),
        ]);
        return [moved.answer.ok, done.ok];
      }),
    );

    expect(answers.every(([, done]) => done)).toBe(true);
  });

  it('leaves a database in which every invariant holds', async () => {
    // These steps have no actor.
    expect((await checkAll(harness.url)).filter((violation) => !violation.startsWith('a completed task says by whom'))).toEqual([]);
  });
});
