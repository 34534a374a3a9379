import { InstanceStore, StartStore, TimerStore } from '@thidua/store';
import { BUSINESS_DATE_MS, openRuntime, ORG, PROVINCE, type RuntimeHarness } from '../../../../test/harness/runtime';
import { Sweeper } from '../sweeper';
import { Starter } from './starter';

const HOUR_MS = 3_600_000;

describe('a process that starts by itself', () => {
  let harness: RuntimeHarness;
  let sweeper: Sweeper;
  let starter: Starter;

  beforeEach(async () => {
    harness = await openRuntime();
    sweeper = new Sweeper(harness);
    starter = new Starter(harness);
  });
  afterEach(() => harness.close());

  const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> => harness.database.reader.query(sql, values);

  const begun = async (key: string): Promise<number> =>
    (await new InstanceStore(harness.database).list(PROVINCE, { key, limit: 1000 })).length;

  const publish = (name: string, correlationKey: string, ttlMs = HOUR_MS, messageId?: string): Promise<{ id: string; isNew: boolean }> =>
    harness.runtime.publish({
      provinceId: PROVINCE,
      name,
      correlationKey,
      variables: { from: name },
      ttlMs,
      orgId: ORG,
      ...(messageId === undefined ? {} : { messageId }),
    });

  const timed = (text: string): ((xml: string) => string) => {
    const [kind, value] = text.split(' ', 2);
    return (xml) => xml.replace(/<bpmn:timeCycle (.*?)>.*<\/bpmn:timeCycle>/, `<bpmn:${kind ?? ''} $1>${value ?? ''}</bpmn:${kind ?? ''}>`);
  };

  describe('with a message', () => {
    it('begins at that start, with what the message brings, for the sender’s organisation', async () => {
      await harness.release('message-start-plain');
      await publish('begin-plain', '');
      await harness.settle();
      const [instance] = await rows(
        `select p.org_id, s.state #>> '{elements,1,variables,from}' as brought from process_instance p join instance_state s using (province_id, id)`,
      );
      expect(instance).toEqual({ org_id: ORG, brought: 'begin-plain' });
    });

    it('begins as often as the message comes', async () => {
      await harness.release('message-start-plain');
      await Promise.all([publish('begin-plain', 'k'), publish('begin-plain', 'k'), publish('begin-plain', '')]);
      await Promise.all([harness.settle(), harness.settle()]);
      await harness.settle();
      expect(await begun('message-start-plain')).toBe(3);
    });

    it('begins once per key; the next message of the key waits until the instance has ended', async () => {
      await harness.release('message-start');
      await Promise.all([publish('begin', 'k'), publish('begin', 'k'), publish('begin', 'other')]);
      await Promise.all([harness.settle(), harness.settle(harness.another())]);
      await harness.settle();
      expect(await begun('message-start')).toBe(2);
      const [first] = await rows<{ id: string }>(`select id from process_instance where start_key = 'k'`);
      const instanceId = first?.id ?? '';
      await harness.runtime.step({ provinceId: PROVINCE, instanceId, command: { type: 'cancel', reason: 'withdrawn' } });
      await harness.settle();
      expect(await rows(`select status from process_instance where start_key = 'k' order by status`)).toEqual([
        { status: 'active' },
        { status: 'canceled' },
      ]);
    });

    it('that waited longer than it is kept begins nothing', async () => {
      await harness.release('message-start');
      await publish('begin', 'k');
      await publish('begin', 'k', 1000);
      await harness.settle();
      await harness.advance(1001);
      const [first] = await rows<{ id: string }>(`select id from process_instance`);
      const cancel = { type: 'cancel' as const, reason: 'withdrawn' };
      await harness.runtime.step({ provinceId: PROVINCE, instanceId: first?.id ?? '', command: cancel });
      await harness.settle();
      expect(await begun('message-start')).toBe(1);
    });

    it('that came before the process was released begins nothing', async () => {
      await publish('begin-plain', '');
      await harness.settle();
      await harness.release('message-start-plain');
      await publish('begin-plain', '');
      await harness.settle();
      expect(await begun('message-start-plain')).toBe(1);
    });

    it('begins the latest version', async () => {
      await harness.release('message-start-plain');
      const latest = await harness.release('message-start-plain', (xml) => xml.replace('name="u"', 'name="U"'));
      await publish('begin-plain', '');
      await harness.settle();
      expect(await rows('select definition_id from process_instance')).toEqual([{ definition_id: latest }]);
      expect(await new StartStore(harness.database).list(PROVINCE)).toHaveLength(1);
    });

    it('is dropped when one of the same id is kept, and taken again after that one’s time', async () => {
      await harness.release('message-start-plain');
      expect((await publish('begin-plain', 'k', 1000, 'paper-7')).isNew).toBe(true);
      expect((await publish('begin-plain', 'k', 1000, 'paper-7')).isNew).toBe(false);
      expect((await publish('begin-plain', 'other', 1000, 'paper-7')).isNew).toBe(true);
      await harness.settle();
      await harness.advance(1001);
      expect((await publish('begin-plain', 'k', 1000, 'paper-7')).isNew).toBe(true);
      await harness.settle();
      expect(await begun('message-start-plain')).toBe(3);
    });

    it('of the same id sent by many at once begins one instance', async () => {
      await harness.release('message-start-plain');
      const sent = await Promise.all(Array.from({ length: 12 }, () => publish('begin-plain', 'k', HOUR_MS, 'paper-8')));
      await harness.settle();
      expect(sent.filter((one) => one.isNew)).toHaveLength(1);
      expect(await begun('message-start-plain')).toBe(1);
    });

    it('reaches another process of the same file', async () => {
      const definitionId = await harness.release('two-pools');
      await harness.runtime.start({ provinceId: PROVINCE, definitionId, variables: { key: 'k' }, subject: { orgId: ORG } });
      await harness.settle();
      const [second] = await rows<{ id: string; definition_id: string }>(
        `select id, definition_id from process_instance where key = 'second-pool'`,
      );
      expect(second?.definition_id).toBe(definitionId);
      const [task] = await rows<{ id: string }>(`select id from task where instance_id = $1 and element_id = 'w'`, [second?.id]);
      const command = { type: 'complete-task' as const, taskId: task?.id ?? '', variables: {} };
      const answer = await harness.another().step({ provinceId: PROVINCE, instanceId: second?.id ?? '', command });
      expect(answer).toMatchObject({ ok: true, ended: true });
    });
  });

  describe('with a signal', () => {
    it('begins one instance per definition that was subscribed when it was thrown', async () => {
      await harness.release('signal-start');
      const throwing = await harness.release('signal-throw');
      await harness.runtime.broadcastSignal({ provinceId: PROVINCE, name: 'go', variables: {} });
      await harness.runtime.start({ provinceId: PROVINCE, definitionId: throwing, variables: {}, subject: { orgId: ORG } });
      await Promise.all([harness.settle(), harness.settle(harness.another())]);
      await harness.settle();
      expect(await begun('signal-start')).toBe(2);
    });

    it('thrown before the release begins nothing', async () => {
      await harness.runtime.broadcastSignal({ provinceId: PROVINCE, name: 'go', variables: {} });
      await harness.release('signal-start');
      await harness.settle();
      expect(await begun('signal-start')).toBe(0);
    });
  });

  describe('with a message and a signal together', () => {
    it('begins when both have come, and anew with the next pair', async () => {
      await harness.release('together-start');
      await publish('begin-together', '');
      await publish('begin-together', '');
      await harness.settle();
      expect(await begun('together-start')).toBe(0);
      await harness.runtime.broadcastSignal({ provinceId: PROVINCE, name: 'go', variables: { more: 1 } });
      await harness.settle();
      const [instance] = await rows(`select state #> '{elements,1,variables}' as brought from instance_state`);
      expect(instance).toEqual({ brought: { from: 'begin-together', more: 1 } });
      await harness.runtime.broadcastSignal({ provinceId: PROVINCE, name: 'go', variables: {} });
      await harness.settle();
      expect(await begun('together-start')).toBe(1);
    });
  });

  describe('when a condition holds', () => {
    it('begins with the variables it is asked with', async () => {
      await harness.release('condition-start');
      expect(await starter.evaluate(PROVINCE, { amount: 10 })).toBe(0);
      expect(await starter.evaluate(PROVINCE, { amount: 11 }, 'another')).toBe(0);
      expect(await starter.evaluate(PROVINCE, { amount: 11 })).toBe(1);
      const [instance] = await rows(`select (state #> '{elements,1,variables,amount}')::int as amount from instance_state`);
      expect(instance).toEqual({ amount: 11 });
    });
  });

  describe('by the clock', () => {
    const dueAt = async (): Promise<string | undefined> => {
      const [start] = await new StartStore(harness.database).list(PROVINCE, { kind: 'timer' });
      return start?.dueAt?.toISOString();
    };

    it('begins at every slot of its grid, and again only at the next', async () => {
      await harness.release('timer-start');
      expect(await sweeper.fireDueStarts(10)).toBe(0);
      await harness.advance(HOUR_MS);
      const passes = [sweeper, new Sweeper({ ...harness, runtime: harness.another() })].map((one) => one.fireDueStarts(10));
      expect((await Promise.all(passes)).reduce((sum, n) => sum + n, 0)).toBe(1);
      expect(await begun('timer-start')).toBe(1);
      expect(await dueAt()).toBe('2026-03-02T04:00:00.000Z');
    });

    it('that stood still fires once, goes on with its own grid, and notes what it skipped', async () => {
      await harness.release('timer-start');
      await harness.advance(5.5 * HOUR_MS);
      expect(await sweeper.fireDueStarts(10)).toBe(1);
      expect(await sweeper.fireDueStarts(10)).toBe(0);
      expect(await dueAt()).toBe('2026-03-02T08:00:00.000Z');
      const [start] = await new StartStore(harness.database).list(PROVINCE);
      expect(start?.skipped).toBe(4);
      const [line] = await rows<{ facts: object }>(`select facts from audit where action = 'start-by-timer'`);
      expect(line?.facts).toEqual({ element: 's', due: '2026-03-02T03:00:00.000Z', skipped: 4 });
    });

    it('of a date that has passed fires once at once, also over later versions with the same date', async () => {
      await harness.release('timer-start', timed('timeDate 2026-01-01T08:00:00+07:00'));
      expect(await sweeper.fireDueStarts(10)).toBe(1);
      await harness.release('timer-start', (xml) => timed('timeDate 2026-01-01T08:00:00+07:00')(xml).replace('name="u"', 'name="U"'));
      expect(await sweeper.fireDueStarts(10)).toBe(0);
      await harness.release('timer-start', timed('timeDate 2026-01-02T08:00:00+07:00'));
      expect(await sweeper.fireDueStarts(10)).toBe(1);
      expect(await begun('timer-start')).toBe(2);
    });

    it('released anew moves and does not double', async () => {
      await harness.release('timer-start');
      await harness.advance(HOUR_MS / 2);
      const latest = await harness.release('timer-start', (xml) => xml.replace('name="u"', 'name="U"'));
      expect(await dueAt()).toBe('2026-03-02T03:00:00.000Z');
      await harness.advance(HOUR_MS);
      expect(await sweeper.fireDueStarts(10)).toBe(1);
      expect(await rows('select definition_id from process_instance')).toEqual([{ definition_id: latest }]);
      await harness.release('timer-start', timed('timeDuration PT2H'));
      expect(await dueAt()).toBe(new Date(BUSINESS_DATE_MS + 3.5 * HOUR_MS).toISOString());
    });

    it('released without its timer begins nothing any more', async () => {
      await harness.release('timer-start');
      await harness.release('timer-start', (xml) => xml.replace(/<bpmn:timerEventDefinition[^]*<\/bpmn:timerEventDefinition>/, ''));
      await harness.advance(HOUR_MS);
      expect(await sweeper.fireDueStarts(10)).toBe(0);
      expect(await new StartStore(harness.database).list(PROVINCE)).toEqual([]);
    });

    it('follows cron in Vietnam’s time, and ends a counted cycle', async () => {
      await harness.release('timer-start', (xml) => timed('timeCycle X')(xml).replace('>X<', '>0 0 8 ? * MON-FRI<'));
      expect(await dueAt()).toBe('2026-03-03T01:00:00.000Z');
      await harness.release('timer-start', timed('timeCycle R2/PT1H'));
      await harness.advance(HOUR_MS);
      expect(await sweeper.fireDueStarts(10)).toBe(1);
      await harness.advance(HOUR_MS);
      expect(await sweeper.fireDueStarts(10)).toBe(1);
      expect(await dueAt()).toBeUndefined();
      expect(await new StartStore(harness.database).nextDueMs()).toBeUndefined();
    });

    it('with a timer nobody can read is refused', async () => {
      const change = timed('timeDate =later');
      await expect(harness.release('timer-start', change)).rejects.toThrow('timer-invalid');
    });

    it('fires once although its process is killed between claim and firing', async () => {
      await harness.release('timer-start');
      await harness.advance(HOUR_MS);
      const claim = { limit: 10, leaseMs: 60_000, leaseToken: '01900000-0000-7000-8000-0000000000aa' };
      expect(await new StartStore(harness.database).claimDue(harness.clock.nowMs(), claim)).toHaveLength(1);
      expect(await sweeper.fireDueStarts(10)).toBe(0);
      await rows(`update start_subscription set lease_until = clock_timestamp() - interval '1 second'`);
      expect(await sweeper.fireDueStarts(10)).toBe(1);
      expect(await begun('timer-start')).toBe(1);
    });
  });

  describe('timers of running instances', () => {
    it('give every organisation its share when more are due than a batch holds', async () => {
      const definitionId = await harness.release('timer-boundary');
      const many = '01900000-0000-7000-8000-0000000000b1';
      const few = '01900000-0000-7000-8000-0000000000b2';
      for (const orgId of [...Array.from({ length: 30 }, () => many), few, few]) {
        await harness.runtime.start({ provinceId: PROVINCE, definitionId, variables: {}, subject: { orgId } });
      }
      await harness.advance(30 * 24 * HOUR_MS);
      const claim = { limit: 6, leaseMs: 60_000, leaseToken: '01900000-0000-7000-8000-0000000000aa' };
      const due = await new TimerStore(harness.database).claimDue(harness.clock.nowMs(), claim);
      const owners = await rows<{ org_id: string }>('select org_id from timer where id = any($1)', [due.map((timer) => timer.id)]);
      expect(owners.filter((one) => one.org_id === few)).toHaveLength(2);
      expect(due).toHaveLength(5);
    });
  });
});
