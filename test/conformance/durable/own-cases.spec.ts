import { join } from 'node:path';
import { connect, type Database } from '@thidua/store';
import { cloneDatabase } from '../../harness/database';
import { failureLines } from '../report';
import { runCase } from '../run-case';
import { readSuites } from '../suite';
import { DurableHost } from './durable-host';

/** One of each kind of step; all of them play in `npm run conformance -- --mode crash --jobs queued test/conformance/own`. */
const SAMPLE = [
  'user-task',
  'complete-nth',
  'message-starts-and-resumes',
  'signal-thrown-to-others',
  'set',
  'advance',
  'trigger-nth',
  'timer-start',
  'jobs-increment',
  'job-publishes-for-later',
  'job-throws-error',
  'compensation-in-reverse',
  'call-activity-in-another-file',
  'parallel-multiple-start',
];
const suites = readSuites([join(__dirname, '..', 'own')]).flatMap((suite) => (suite.kind === 'bpmn' ? [suite] : []));
const cases = suites.flatMap(({ folder, cases: all }) =>
  all.flatMap((one) => (SAMPLE.includes(one.id.replace('own/', '')) ? [[one.id, folder, one] as const] : [])),
);

describe('own cases on PostgreSQL, every job given to a worker, all memory lost after every commit', () => {
  let database: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = await connect({ url: clone.url, poolSize: 4 });
  });

  afterAll(async () => {
    await database.close();
    await drop();
  });

  it('finds its sample', () => {
    expect(cases.map(([id]) => id).sort()).toEqual(SAMPLE.map((id) => `own/${id}`).sort());
  });

  it.each(cases)('%s', async (id, folder, one) => {
    const result = await runCase(folder, one, () =>
      Promise.resolve(new DurableHost({ database, provinceId: id, inline: {}, crash: true })),
    );
    expect(result.passed ? [] : failureLines('own', result)).toEqual([]);
  });
});
