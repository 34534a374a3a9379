import { buildGraph, chain, end, formula, mapping, read, serviceTask, start } from '../../../../test/harness/graph-builder';
import { Play, type PlayOptions } from '../../../../test/harness/engine-play';

const play = (facts: Record<string, unknown> = {}, options: PlayOptions = {}, type: Parameters<typeof serviceTask>[1] = 'make-pdf'): Play =>
  new Play(buildGraph('p', { nodes: [start('s'), serviceTask('t', type, facts), end('e')], flows: chain('s', 't', 'e') }), options);

describe('service task', () => {
  it('creates a job and waits for it', () => {
    const one = play({ headers: { paper: 'to-trinh' }, inputs: [mapping(read('code'), 'dossier')] }).start({ code: 'HS-1' });
    expect(one.effectsOf('create-job')).toEqual([
      {
        type: 'create-job',
        jobId: 'id-1',
        elementId: 't',
        graph: 0,
        jobType: 'make-pdf',
        retries: 3,
        headers: { paper: 'to-trinh' },
        variables: { code: 'HS-1', dossier: 'HS-1' },
      },
    ]);
    expect(one.complete('t', { sha256: 'abc' }).state?.status).toBe('completed');
    expect(one.lastSet('sha256')).toBe('abc');
    expect(one.effectsOf('close-job')).toEqual([{ type: 'close-job', jobId: 'id-1' }]);
  });

  it('takes its job type from an expression, and raises an incident when that is no text', () => {
    expect(play({}, {}, read('kind')).start({ kind: 'mail' }).effectsOf('create-job')[0]?.jobType).toBe('mail');
    const broken = play({}, {}, read('kind')).start();
    expect(broken.causes()).toEqual(['job-type-not-text']);
    expect(broken.resolve({ kind: 'mail' }).waiting()).toEqual(['t']);
  });

  it('runs an inline handler within the step', () => {
    const one = play(
      { headers: { add: '2' } },
      {
        inline:
          () =>
          ({ headers, variables }) => ({ sum: Number(headers['add']) + Number(variables['n']) }),
      },
    );
    one.start({ n: 40 });
    expect(one.lastSet('sum')).toBe(42);
    expect(one.effects.map(({ type }) => type)).toEqual(['end-instance']);
  });

  it('keeps its token with an incident when the worker gives up, and makes a new job on retry', () => {
    const one = play().start();
    one.must({ type: 'fail-job', jobId: 'id-1', cause: 'printer-on-fire', detail: 'attempt 3' });
    expect(Object.values(one.state?.incidents ?? {})).toEqual([{ key: 3, cause: 'printer-on-fire', detail: 'attempt 3', jobId: 'id-1' }]);
    expect(one.try({ type: 'complete-job', jobId: 'id-1', variables: {} })).toMatchObject({
      ok: false,
      rejection: { code: 'job-not-open' },
    });
    one.resolve();
    expect(one.effectsOf('create-job').map(({ jobId }) => jobId)).toEqual(['id-1', 'id-3']);
    expect(one.complete('t').state?.status).toBe('completed');
  });

  it('raises an incident for an error that nothing catches', () => {
    const one = play().start().throwError('t', 'E-1');
    expect(one.causes()).toEqual(['error-uncaught']);
    expect(one.resolve().waiting()).toEqual(['t']);
  });

  it('does not evaluate what it does not need', () => {
    const asked: string[] = [];
    const source = formula('x', () => {
      asked.push('x');
      return 1;
    });
    play({ outputs: [mapping(source, 'x')] }).start();
    expect(asked).toEqual([]);
  });
});
