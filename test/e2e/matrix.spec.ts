import { Session } from '../../apps/cli/src/session';
import { openApi, type ApiHarness } from '../harness/api';
import { askCells } from '../matrix/ask-cells';
import { allCells } from '../matrix/cells';
import { tryDatabase } from '../matrix/try-database';
import { ASKER, buildWorld } from '../matrix/world';

const EVERY = 13;

describe('the authority matrix', () => {
  const cells = allCells().filter((_, index) => index % EVERY === 0);
  let api: ApiHarness;

  beforeAll(async () => {
    api = await openApi();
    await buildWorld(api.databaseUrl);
  }, 60_000);
  afterAll(() => api.close());

  it(`lets exactly what law.md allows succeed through the API, in every ${EVERY}th cell (all of them by npm run matrix)`, async () => {
    const session = await Session.signIn(api.base, ASKER, api.password);
    const { wrong, allowed, refused } = await askCells(session, cells);
    expect(wrong).toEqual([]);
    expect(Math.min(allowed, refused)).toBeGreaterThan(10);
  }, 60_000);

  it('is kept by the database even where no code stands before it', async () => {
    expect(await tryDatabase(api.databaseUrl, cells)).toEqual([]);
  }, 60_000);
});
