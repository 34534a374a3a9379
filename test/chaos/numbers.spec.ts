import { Databases } from '../crash/databases';
import { numberFaults, prepareNumbers, takeNumbers } from './number-takers';
import { severConnections } from './numbers';

/** `npm run chaos -- --numbers 50000` plays this in four processes that are killed besides. */
describe('numbers under parallel takers', () => {
  const databases = Databases.fromEnvironment(`numbers_${process.env['JEST_WORKER_ID'] ?? '0'}_${String(process.pid)}`);
  let url = '';
  afterAll(() => databases.drop(url));

  it('given 200 takers of whom half change their minds, when connections are cut, then none is missing, double or out of order', async () => {
    url = await databases.fresh();
    await prepareNumbers(url);
    const severing = severConnections(url, 100);
    const report = await takeNumbers(url, { takers: 200, until: 400, pool: 36 });
    const severed = await severing.stop();
    expect(report.wrong).toEqual([]);
    expect(severed).toBeGreaterThan(0);
    expect(report.undone).toBeGreaterThan(500);
    const { faults, numbers, foreign } = await numberFaults(url);
    expect(faults).toEqual([]);
    expect(numbers).toBeGreaterThanOrEqual(2000);
    expect({ foreign: foreign <= 200, used: report.used > 0 }).toEqual({ foreign: true, used: true });
  }, 90_000);
});
