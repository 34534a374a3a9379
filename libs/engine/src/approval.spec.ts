import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessGraph } from '@thidua/bpmn';
import { readDecisions } from '@thidua/feel';
import { deploy } from '../../../test/harness/deploy';
import { Play } from '../../../test/harness/engine-play';

const text = (name: string): string => readFileSync(join(__dirname, name), 'utf8');
const DAY_MS = 86_400_000;
const members = ['pos:xa/1', 'pos:xa/2', 'pos:xa/3'];

describe('an approval read from real BPMN, FEEL and DMN', () => {
  let graphs: ReadonlyMap<string, ProcessGraph>;

  beforeAll(async () => {
    const read = await readDecisions(text('approval.spec.dmn'));
    const authority = read.ok ? read.value.decision('authority') : undefined;
    if (authority === undefined) {
      throw new Error(`no decision: ${JSON.stringify(read)}`);
    }
    graphs = await deploy(text('approval.spec.bpmn'), {
      jobTypes: new Set(['make-document']),
      decisions: new Map([['authority', authority]]),
    });
  });

  const play = (award = 'giay-khen-xa'): Play => {
    const [graph, papers] = [graphs.get('approval'), graphs.get('makePapers')];
    if (graph === undefined || papers === undefined) {
      throw new Error('the file lacks a process');
    }
    return new Play(graph, { called: { makePapers: papers } }).start({ dossier: 'HS-1', award, members });
  };

  it('asks each member, with the legal limit, and says why the level was chosen', () => {
    const one = play();
    expect(one.effectsOf('create-task').map(({ candidateGroups, dueMs, name }) => [name, candidateGroups, dueMs])).toEqual(
      members.map((member) => ['Thành viên cho ý kiến', [member], one.nowMs + 10 * DAY_MS]),
    );
    expect(one.eventsOf('decision-evaluated')[0]).toMatchObject({
      output: 'XA',
      trace: [{ decisionId: 'authority', ruleIds: ['commune'] }],
    });
  });

  it('goes through to the paper and the message once a majority agrees', () => {
    const one = play().complete('review', { agreed: true }).complete('review', { agreed: true });
    expect(one.terminated()).toEqual(['review']);
    expect(one.effectsOf('create-job')[0]).toMatchObject({
      jobType: 'make-document',
      retries: 5,
      graph: 1,
      headers: { paper: 'to-trinh' },
      variables: { code: 'HS-1' },
    });
    one.complete('make', { sha256: 'abc' });
    expect(one.effectsOf('publish-message')).toMatchObject([
      { message: 'result', correlationKey: 'HS-1', ttlMs: 7 * DAY_MS, variables: { paper: 'abc' } },
    ]);
    expect(one.state?.status).toBe('completed');
  });

  it('ends without a paper when the majority does not agree', () => {
    const one = play().complete('review', { agreed: true }).complete('review', { agreed: false }).complete('review', { agreed: false });
    expect(one.completed()).toContain('notAgreed');
    expect(one.state?.status).toBe('completed');
  });

  it('ends without a paper when another level has the power', () => {
    const one = play('bang-khen-tinh').complete('review', { agreed: true }).complete('review', { agreed: true });
    expect(one.completed()).toContain('notAgreed');
  });

  it('reminds every day while members are silent', () => {
    const one = play();
    one.nowMs += DAY_MS;
    one.fire('remind');
    one.nowMs += DAY_MS;
    one.fire('remind');
    expect(one.completed().filter((id) => id === 'reminded')).toHaveLength(2);
    expect(one.waiting()).toHaveLength(3);
  });

  it('is withdrawn at any time by its message', () => {
    const one = play();
    expect(one.effectsOf('open-subscription')[0]).toMatchObject({ message: 'withdraw', correlationKey: 'HS-1' });
    one.correlate('withdrawn');
    expect(one.state).toMatchObject({ status: 'completed', waits: {} });
    expect(one.completed()).toContain('gone');
  });

  it('leaves by the error boundary when the paper is refused', () => {
    const one = play().complete('review', { agreed: true }).complete('review', { agreed: true }).throwError('make', 'E-REFUSED');
    expect(one.completed()).toContain('notMade');
    expect(one.state?.status).toBe('completed');
  });
});
