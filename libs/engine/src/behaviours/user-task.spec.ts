import { buildGraph, chain, end, formula, literal, mapping, read, start, userTask } from '../../../../test/harness/graph-builder';
import { Play, type PlayOptions } from '../../../../test/harness/engine-play';

const DAY_MS = 86_400_000;
const play = (task: object, facts: Record<string, unknown> = {}, options: PlayOptions = {}): Play =>
  new Play(buildGraph('p', { nodes: [start('s'), userTask('u', task, facts), end('e')], flows: chain('s', 'u', 'e') }), options);

describe('user task', () => {
  it('opens one task with what the diagram says of it', () => {
    const groups = read('groups');
    const one = play(
      { assignee: read('who'), candidateGroups: groups, priority: literal(70), formId: 'to-trinh' },
      { name: 'Duyệt', legal: { step: 'sign' } },
    ).start({ who: 'pos:1/chair', groups: ['pos:1/secretary'] });
    expect(one.effectsOf('create-task')).toEqual([
      {
        type: 'create-task',
        taskId: 'id-1',
        elementId: 'u',
        graph: 0,
        name: 'u',
        assignee: 'pos:1/chair',
        candidateGroups: ['pos:1/secretary'],
        priority: 70,
        formId: 'to-trinh',
        step: 'sign',
        local: {},
      },
    ]);
  });

  it("belongs to its lane's role when it names no group", () => {
    const one = play({}, { lane: { name: 'Văn thư', role: 'clerk' } }).start();
    expect(one.effectsOf('create-task')[0]?.candidateGroups).toEqual(['clerk']);
  });

  it('goes on with the variables of its completion', () => {
    const one = play({}).start().complete('u', { agreed: true });
    expect(one.lastSet('agreed')).toBe(true);
    expect(one.effectsOf('close-task')).toEqual([{ type: 'close-task', taskId: 'id-1', outcome: 'completed' }]);
    expect(one.state?.status).toBe('completed');
  });

  it('is rejected when completed twice', () => {
    const one = play({}).start();
    one.complete('u');
    expect(one.try({ type: 'complete-task', taskId: 'id-1', variables: {} })).toMatchObject({
      ok: false,
      rejection: { code: 'instance-not-active' },
    });
    const other = play({}).start();
    expect(other.try({ type: 'complete-task', taskId: 'id-9', variables: {} })).toMatchObject({
      ok: false,
      rejection: { code: 'task-not-open' },
    });
  });

  it('shows its inputs as local variables and keeps them from the process', () => {
    const one = play({}, { inputs: [mapping(read('code'), 'dossier')] }).start({ code: 'HS-1' });
    expect(one.effectsOf('create-task')[0]?.local).toEqual({ dossier: 'HS-1' });
    expect(one.variable('dossier')).toBeUndefined();
  });

  it('counts a legal limit in working days, and the pack row comes first', () => {
    const legal = { deadline: { workingDays: 10, row: 'T-05' } };
    const drawn = play({}, { legal }).start();
    expect(drawn.effectsOf('create-task')[0]?.dueMs).toBe(drawn.nowMs + 10 * DAY_MS);
    const packed = play({}, { legal }, { limitOf: (row) => (row === 'T-05' ? 8 : 0) }).start();
    expect(packed.effectsOf('create-task')[0]?.dueMs).toBe(packed.nowMs + 8 * DAY_MS);
  });

  it('reads a due date drawn in the diagram when there is no legal limit', () => {
    const one = play({ dueDate: literal('2026-03-05T17:00:00+07:00') }).start();
    expect(one.effectsOf('create-task')[0]?.dueMs).toBe(Date.parse('2026-03-05T17:00:00+07:00'));
  });

  it.each([
    ['assignee', 'assignee-not-text', 7],
    ['candidateGroups', 'candidate-groups-not-list', 'pos:1/chair'],
    ['candidateGroups', 'candidate-groups-not-list', ['pos:1/chair', 3]],
    ['dueDate', 'due-date-not-date', 'tomorrow'],
    ['priority', 'priority-not-number', 'high'],
  ])('raises an incident when %s is wrong (%s) and opens the task when it is repaired', (field, cause, wrong) => {
    const right = { assignee: 'a', candidateGroups: ['g'], dueDate: '2026-03-05', priority: 1 }[field] ?? null;
    const one = play({ [field]: read('value') }).start({ value: wrong });
    expect(one.causes()).toEqual([cause]);
    expect(one.waiting()).toEqual([]);
    one.resolve({ value: right });
    expect(one.causes()).toEqual([]);
    expect(one.waiting()).toEqual(['u']);
  });

  it('says nothing of variable values in an incident', () => {
    const one = play({ assignee: formula('person', () => ['Nguyễn Văn A']) }).start();
    expect(JSON.stringify(one.state?.incidents)).not.toContain('Nguyễn');
  });
});
