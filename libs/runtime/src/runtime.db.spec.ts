import { evolveAll, type Command } from '@thidua/engine';
import { checkChains, InstanceStore, StepStore } from '@thidua/store';
import { openRuntime, ORG, PROVINCE, type RuntimeHarness } from '../../../test/harness/runtime';
import type { StepAnswer } from './steps/step-input';

type Done = Extract<StepAnswer, { ok: true }>;

function done(answer: StepAnswer): Done {
  if (!answer.ok) {
    throw new Error(JSON.stringify(answer));
  }
  return answer;
}

const subject = { orgId: ORG };

describe('one step', () => {
  let harness: RuntimeHarness;
  let approval: string;

  beforeAll(async () => {
    harness = await openRuntime();
    approval = await harness.release('approval4');
  });
  afterAll(() => harness.close());

  const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> => harness.database.reader.query(sql, values);

  async function begin(): Promise<{ instanceId: string; taskId: string }> {
    const started = done(
      await harness.runtime.start({ provinceId: PROVINCE, definitionId: approval, variables: {}, subject, businessKey: 'HS-1' }),
    );
    return { instanceId: started.instanceId, taskId: started.openTasks[0]?.taskId ?? '' };
  }

  it('writes instance, task, inbox, history and audit of a start', async () => {
    const { instanceId, taskId } = await begin();
    const [instance] = await rows('select status, business_key, key, org_id from process_instance where id = $1', [instanceId]);
    expect(instance).toEqual({ status: 'active', business_key: 'HS-1', key: 'approval4', org_id: ORG });
    const inbox = await rows<{ principal: string; due: string }>(
      'select principal, due_at::text as due from inbox where task_id = $1 order by 1',
      [taskId],
    );
    expect(inbox).toEqual([
      { principal: 'pos:a/clerk', due: 'infinity' },
      { principal: 'pos:b/head', due: 'infinity' },
    ]);
    const [task] = await rows('select element_id, status, version, candidate_groups from task where id = $1', [taskId]);
    expect(task).toEqual({ element_id: 'u1', status: 'open', version: 1, candidate_groups: ['pos:a/clerk', 'pos:b/head'] });
    const audit = await rows<{ action: string }>('select action from audit where subject_id = $1', [instanceId]);
    expect(audit).toEqual([{ action: 'start' }]);
  });

  it('closes the task and its inbox rows and opens the next', async () => {
    const { instanceId, taskId } = await begin();
    const answer = done(
      await harness.runtime.step({
        provinceId: PROVINCE,
        instanceId,
        command: { type: 'complete-task', taskId, variables: { returned: false } },
        guard: { taskId, taskVersion: 1 },
      }),
    );
    expect(answer.openTasks.map((task) => task.elementId)).toEqual(['u2']);
    const tasks = await rows('select element_id, status, version from task where instance_id = $1 order by element_id', [instanceId]);
    expect(tasks).toEqual([
      { element_id: 'u1', status: 'completed', version: 2 },
      { element_id: 'u2', status: 'open', version: 1 },
    ]);
    expect(await rows('select 1 from inbox where task_id = $1', [taskId])).toHaveLength(0);
  });

  it('rejects a second completion of the same task and writes nothing', async () => {
    const { instanceId, taskId } = await begin();
    const command = { type: 'complete-task' as const, taskId, variables: { returned: false } };
    const answers = await Promise.all([1, 2, 3].map(() => harness.runtime.step({ provinceId: PROVINCE, instanceId, command })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.reason]))).toEqual(['rejected', 'rejected']);
    const [state] = await rows<{ version: number }>('select version from instance_state where id = $1', [instanceId]);
    expect(state?.version).toBe(2);
  });

  it('runs a batch of 64 callers on 64 instances, each with its own answer', async () => {
    const begun = await Promise.all(Array.from({ length: 64 }, begin));
    const answers = await Promise.all(
      begun.map(({ instanceId, taskId }) =>
        harness.runtime.step({
          provinceId: PROVINCE,
          instanceId,
          command: { type: 'complete-task', taskId, variables: { returned: false } },
        }),
      ),
    );
    expect(new Set(answers.map((answer) => done(answer).instanceId)).size).toBe(64);
    const ids = begun.map((one) => one.instanceId);
    const [count] = await rows<{ n: number }>(
      `select count(*)::int as n from task where instance_id = any($1) and element_id = 'u2' and status = 'open'`,
      [ids],
    );
    expect(count?.n).toBe(64);
  });

  it('finds every instance of a batch that is larger than its memory', async () => {
    const small = harness.another({ cachedInstances: 8 });
    const start = { provinceId: PROVINCE, definitionId: approval, variables: {}, subject };
    const begun = (await Promise.all(Array.from({ length: 100 }, () => small.start(start)))).map(done);
    const order = [...begun.slice(92), ...begun.slice(0, 92)];
    const answers = await Promise.all(
      order.map(({ instanceId }) =>
        small.step({ provinceId: PROVINCE, instanceId, command: { type: 'set-variables', variables: { n: 1 } } }),
      ),
    );
    expect(answers.filter((answer) => !answer.ok)).toEqual([]);
  });

  it('goes on when another process moved the instance', async () => {
    const { instanceId, taskId } = await begin();
    const other = harness.another();
    const moved = done(
      await other.step({ provinceId: PROVINCE, instanceId, command: { type: 'complete-task', taskId, variables: { returned: false } } }),
    );
    const next = moved.openTasks[0]?.taskId ?? '';
    const answer = await harness.runtime.step({
      provinceId: PROVINCE,
      instanceId,
      command: { type: 'complete-task', taskId: next, variables: { returned: false } },
    });
    expect(done(answer).version).toBe(3);
  });

  it('loses no step when two processes work on the same instance at once', async () => {
    const { instanceId } = await begin();
    const other = harness.another();
    const set = (runtime: typeof other, n: number): Promise<StepAnswer> =>
      runtime.step({ provinceId: PROVINCE, instanceId, command: { type: 'set-variables', variables: { [`v${n}`]: n } } });
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => set(n % 2 === 0 ? other : harness.runtime, n)));
    answers.forEach(done);
    const [loaded] = await new StepStore(harness.database).load([{ provinceId: PROVINCE, instanceId }]);
    expect(Object.keys(loaded?.state.elements['1']?.variables ?? {})).toHaveLength(40);
  });

  it('refuses a task that changed since it was read', async () => {
    const { instanceId, taskId } = await begin();
    await rows('update task set version = version + 1 where id = $1', [taskId]);
    const command = { type: 'complete-task' as const, taskId, variables: { returned: false } };
    const answer = await harness.runtime.step({ provinceId: PROVINCE, instanceId, command, guard: { taskId, taskVersion: 1 } });
    expect(answer).toEqual({ ok: false, reason: 'stale' });
  });

  it('refuses a post that was changed since the policy looked', async () => {
    const { instanceId, taskId } = await begin();
    const actor = { accountId: ORG, personId: ORG, positionId: '01900000-0000-7000-8000-0000000000ff', grantVersion: 1 };
    const command = { type: 'complete-task' as const, taskId, variables: { returned: false } };
    const answer = await harness.runtime.step({ provinceId: PROVINCE, instanceId, command, actor });
    expect(answer).toEqual({ ok: false, reason: 'revoked' });
  });

  it('gives one of many equal requests the step and tells the others that the key was used', async () => {
    const { instanceId } = await begin();
    const idempotency = {
      accountId: ORG,
      route: 'POST /user-tasks/completion',
      clientKey: '01900000-0000-7000-8000-00000000aaaa',
      bodyHash: 'h',
      status: 200,
      answer: {},
    };
    const other = harness.another();
    const step = (runtime: typeof other): Promise<StepAnswer> =>
      runtime.step({ provinceId: PROVINCE, instanceId, command: { type: 'set-variables', variables: { n: 1 } }, idempotency });
    const answers = await Promise.all([
      ...Array.from({ length: 8 }, () => step(harness.runtime)),
      ...Array.from({ length: 8 }, () => step(other)),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(new Set(answers.map((answer) => (answer.ok ? 'ok' : answer.reason)))).toEqual(new Set(['ok', 'repeated']));
    const [state] = await rows<{ version: number }>('select version from instance_state where id = $1', [instanceId]);
    expect(state?.version).toBe(2);
  });

  it('runs inside the transaction of a verb and leaves nothing when it is undone', async () => {
    const { instanceId, taskId } = await begin();
    const command = { type: 'complete-task' as const, taskId, variables: { returned: false } };
    const undone = harness.database.inTransaction(async (tx) => {
      done(await harness.runtime.step({ provinceId: PROVINCE, instanceId, command }, tx));
      throw new Error('the verb changed its mind');
    });
    await expect(undone).rejects.toThrow('the verb changed its mind');
    const answer = await harness.database.inTransaction((tx) => harness.runtime.step({ provinceId: PROVINCE, instanceId, command }, tx));
    expect(done(answer).version).toBe(2);
  });

  it('sees its own first step in the second of the same transaction', async () => {
    const version = await harness.database.inTransaction(async (tx) => {
      const started = done(await harness.runtime.start({ provinceId: PROVINCE, definitionId: approval, variables: {}, subject }, tx));
      const taskId = started.openTasks[0]?.taskId ?? '';
      const command = { type: 'complete-task' as const, taskId, variables: { returned: false } };
      return done(await harness.runtime.step({ provinceId: PROVINCE, instanceId: started.instanceId, command }, tx)).version;
    });
    expect(version).toBe(2);
  });

  it('keeps a history whose fold is the state', async () => {
    const { instanceId, taskId } = await begin();
    let task: string | undefined = taskId;
    for (let n = 0; task !== undefined; n += 1) {
      const command: Command = { type: 'complete-task', taskId: task, variables: { returned: n === 1 } };
      task = done(await harness.runtime.step({ provinceId: PROVINCE, instanceId, command })).openTasks[0]?.taskId;
    }
    const events = await new InstanceStore(harness.database).events(PROVINCE, instanceId);
    const [loaded] = await new StepStore(harness.database).load([{ provinceId: PROVINCE, instanceId }]);
    const graph = harness.runtime.graphs.graph(approval);
    const folded = evolveAll(
      undefined,
      events.map((event) => event.body),
      graph === undefined ? [] : [graph],
    );
    expect(JSON.stringify(folded)).toEqual(JSON.stringify(evolveAll(loaded?.state, [], graph === undefined ? [] : [graph])));
    expect(loaded?.state.status).toBe('completed');
    const [instance] = await rows<{ status: string }>('select status from process_instance where id = $1', [instanceId]);
    expect(instance?.status).toBe('completed');
  });

  it('chains the audit lines of an instance up to the head kept with the state', async () => {
    const { instanceId, taskId } = await begin();
    await harness.runtime.step({
      provinceId: PROVINCE,
      instanceId,
      command: { type: 'complete-task', taskId, variables: { returned: false } },
    });
    const chain = await rows<{ prev_hash: string; hash: string }>('select prev_hash, hash from audit where subject_id = $1 order by id', [
      instanceId,
    ]);
    expect(chain.map((line) => line.prev_hash)).toEqual(['', ...chain.slice(0, -1).map((line) => line.hash)]);
    const [state] = await rows<{ audit_head: string }>('select audit_head from instance_state where id = $1', [instanceId]);
    expect(state?.audit_head).toBe(chain.at(-1)?.hash);
    expect((await checkChains(harness.database, { subjectIds: [instanceId] })).broken).toEqual([]);
  });

  it('shows where an audit line was changed behind its back', async () => {
    const { instanceId, taskId } = await begin();
    await harness.runtime.step({
      provinceId: PROVINCE,
      instanceId,
      command: { type: 'complete-task', taskId, variables: { returned: false } },
    });
    await expect(rows('update audit set action = action where subject_id = $1', [instanceId])).rejects.toThrow('written once');
    await rows('alter table audit disable trigger audit_written_once');
    const [line] = await rows<{ id: string }>(
      `update audit set action = 'x' where subject_id = $1 and action = 'complete-task' returning id`,
      [instanceId],
    ).then((answer) => answer.flat());
    await rows('alter table audit enable trigger audit_written_once');
    expect((await checkChains(harness.database, { subjectIds: [instanceId] })).broken).toMatchObject([{ lineId: line?.id }]);
  });

  it('does every step exactly once while its connections are cut', async () => {
    const begun = await Promise.all(Array.from({ length: 10 }, begin));
    const steps = begun.flatMap(({ instanceId }) =>
      Array.from({ length: 20 }, (_, n) => ({ instanceId, command: { type: 'set-variables' as const, variables: { [`v${n}`]: n } } })),
    );
    let cuts = 0;
    const over = new AbortController();
    const cutting = (async (): Promise<void> => {
      while (!over.signal.aborted) {
        const cut = await rows(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'thidua-steps' and datname = current_database()`,
        );
        cuts += cut.length;
      }
    })();
    const answers: StepAnswer[] = [];
    for (let at = 0; at < steps.length; at += 20) {
      const group = steps.slice(at, at + 20).map((step) => harness.runtime.step({ provinceId: PROVINCE, ...step }).catch(() => undefined));
      answers.push(...(await Promise.all(group)).filter((answer) => answer !== undefined));
      if (cuts >= 10) {
        over.abort();
      }
    }
    over.abort();
    await cutting;
    expect(cuts).toBeGreaterThan(0);
    const counts = await rows<{ n: number }>(
      `select count(*)::int as n from audit where action = 'set-variables' and subject_id = any($1) group by subject_id`,
      [begun.map((one) => one.instanceId)],
    );
    expect(counts.reduce((sum, { n }) => sum + n, 0)).toBe(answers.length);
    for (const { instanceId } of begun) {
      expect((await checkChains(harness.database, { subjectIds: [instanceId] })).broken).toEqual([]);
    }
  });
});
