import { MemoryHost } from '../conformance/memory/memory-host';
import type { InstanceView } from '../conformance/host';
import { playScenario, type Played } from './play-scenario';
import type { Check, Scenario, When } from './scenario';
import { partingOf } from './stream';
import { flowsTaken, uncoveredFlows } from './uncovered-flows';
import { readWorkflowSet, type WorkflowSet } from './workflow-set';

describe('a scenario that does not hold', () => {
  let set: WorkflowSet;

  beforeAll(async () => {
    set = await readWorkflowSet();
  });

  const play = (when: readonly When[], then: Check, given: Partial<Scenario['given']> = {}): Promise<Played> => {
    const variables = { dossier: 'hs-1', unit: 'truong', commune: 'xa', legalPerson: true };
    const start = { process: 'ho-so', startsAt: '2026-03-02T09:00:00+07:00', variables, ...given };
    return playScenario({ name: { vi: 'Thử', en: 'Trial' }, why: 'thử', given: start, when, then }, set, new MemoryHost({}, set.place));
  };
  const faultsOf = async (when: readonly When[], then: Check): Promise<readonly string[]> =>
    (await play(when, then)).faults.map(({ field, sentence }) => `${field}: ${sentence}`);

  it.each<[string, Check, string]>([
    ['has ended', { ended: true }, 'then.ended: Quy trình chưa kết thúc.'],
    ['waits elsewhere', { waitingAt: ['Task_BinhXet'] }, 'then.waitingAt: Cần ["Task_BinhXet"], nhưng là ["Task_BaoCao"].'],
    ['went another way', { took: ['Task_BaoCao', 'Start_HoSo'] }, 'then.took[1]: Quy trình không đi qua Start_HoSo sau Task_BaoCao.'],
    ['went where it must not', { avoided: ['Start_HoSo'] }, 'then.avoided[0]: Quy trình đã đi qua Start_HoSo.'],
    ['knows another value', { variables: { unit: 'xa' } }, 'then.variables.unit: Cần "xa", nhưng là "truong".'],
    [
      'is for others',
      { who: { Task_BaoCao: [] } },
      'then.who.Task_BaoCao: Cần không có gì, nhưng là ["pos:truong/appraiser","pos:truong/clerk"].',
    ],
    [
      'is due at no time',
      { deadlines: { Task_BaoCao: '2026-03-05T17:00:00+07:00' } },
      'then.deadlines.Task_BaoCao: Cần "2026-03-05T17:00:00+07:00", nhưng là "không có hạn".',
    ],
    ['stands still', { incidents: ['Task_BaoCao'] }, 'then.incidents: Cần ["Task_BaoCao"], nhưng là không có gì.'],
  ])('says what it is instead: %s', async (_name, then, fault) => {
    expect(await faultsOf([], then)).toEqual([fault]);
  });

  it('says where the process waits when a step finds nothing to act on', async () => {
    const faults = await faultsOf([{ complete: 'Task_BaoCao' }, { complete: 'Task_CapSo' }], {});
    expect(faults).toEqual(['when[1]: Không thực hiện được «complete Task_CapSo»; đang chờ ở: Task_BinhXet.']);
  });

  it('goes no further than the first check that does not hold', async () => {
    const faults = await faultsOf([{ check: { ended: true } }, { complete: 'Task_CapSo' }], {});
    expect(faults).toEqual(['when[0].check.ended: Quy trình chưa kết thúc.']);
  });

  it('does not end well on an incident it does not name', async () => {
    const faults = await faultsOf([{ complete: 'Task_BaoCao' }, { complete: 'Task_BinhXet' }, { job: 'make-papers', fails: 'hỏng' }], {});
    expect(faults).toEqual(['then.incidents: Cần không có gì, nhưng là ["Job_SoanThao"].']);
  });

  it('cannot turn the clock back', async () => {
    const faults = await faultsOf([{ until: '2026-03-01T09:00:00+07:00' }], {});
    expect(faults).toEqual(['when[0]: Không thực hiện được «until 2026-03-01T09:00:00+07:00»; đang chờ ở: Task_BaoCao.']);
  });

  it('leaves the flows behind the first wait uncovered', async () => {
    const taken = new Set(flowsTaken((await play([], {})).instances));
    const workflow = set.workflows.get('ho-so');
    const left = uncoveredFlows(workflow === undefined ? [] : [workflow], taken);
    expect(left.length).toBeGreaterThan(30);
    expect(left).not.toContain('ho-so/Flow_Start_HoSo_Task_BaoCao');
  });
});

describe('two event streams', () => {
  const view = (...events: readonly object[]): InstanceView =>
    ({ id: 'any', events: events.map((event) => ({ v: 1, ...event })), graphs: [] }) as unknown as InstanceView;
  const opened = (taskId: string, key = 2): object => ({ type: 'task-opened', key, taskId });
  const closed = (id: string): object => ({ type: 'wait-closed', id });

  it('are the same when only generated ids differ', () => {
    expect(partingOf([view(opened('a'), closed('a'))], [view(opened('x'), closed('x'))])).toBeUndefined();
  });

  it('part where an id points elsewhere', () => {
    const parting = partingOf([view(opened('a'), opened('b'), closed('a'))], [view(opened('x'), opened('y'), closed('y'))]);
    expect(parting).toMatchObject({ instance: 1, event: 3, memory: { id: '#1' }, durable: { id: '#2' } });
  });

  it('part where anything else differs', () => {
    expect(partingOf([view(opened('a', 2))], [view(opened('a', 3))])).toMatchObject({ event: 1, memory: { key: 2 }, durable: { key: 3 } });
  });

  it('part where one goes on, and where one has an instance more', () => {
    expect(partingOf([view(opened('a'))], [view(opened('a'), closed('a'))])).toMatchObject({ instance: 1, event: 2, memory: null });
    expect(partingOf([view(opened('a')), view(closed('b'))], [view(opened('a'))])).toMatchObject({ instance: 2, event: 1, durable: null });
  });
});
