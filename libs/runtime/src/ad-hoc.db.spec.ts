import { TaskStore } from '@thidua/store';
import { openRuntime, ORG, PROVINCE, type RuntimeHarness } from '../../../test/harness/runtime';

describe('an ad-hoc subprocess', () => {
  let harness: RuntimeHarness;
  let instanceId: string;

  beforeAll(async () => {
    harness = await openRuntime();
  });
  afterAll(() => harness.close());
  beforeEach(async () => {
    const definitionId = await harness.release('ad-hoc');
    const started = await harness.runtime.start({ provinceId: PROVINCE, definitionId, variables: {}, subject: { orgId: ORG } });
    instanceId = started.ok ? started.instanceId : '';
  });

  const keyOf = async (elementId: string): Promise<number> => (await harness.runtime.adHocKeys(PROVINCE, instanceId, elementId))[0] ?? 0;

  const open = async (): Promise<string[]> =>
    (await new TaskStore(harness.database).ofInstance(PROVINCE, instanceId))
      .filter((task) => task.status === 'open')
      .map((task) => task.elementId)
      .sort();

  it('begins what it is told to, as often as it is told', async () => {
    const begin = { provinceId: PROVINCE, instanceId, key: await keyOf('ask'), variables: { why: 1 } };
    await harness.runtime.activateAdHoc({ ...begin, elementIds: ['a', 'b'] });
    await harness.another().activateAdHoc({ ...begin, elementIds: ['a'] });
    expect(await open()).toEqual(['a', 'a', 'b']);
  });

  it('says no to what it does not hold, and to whom it is not', async () => {
    const unknown = { provinceId: PROVINCE, instanceId, key: await keyOf('ask'), variables: {}, elementIds: ['u'] };
    expect(await harness.runtime.activateAdHoc(unknown)).toMatchObject({ ok: false, rejection: { code: 'element-not-activatable' } });
    expect(await harness.runtime.completeAdHoc({ provinceId: PROVINCE, instanceId, key: 1 })).toMatchObject({
      ok: false,
      rejection: { code: 'ad-hoc-not-open' },
    });
    expect(await keyOf('u')).toBe(0);
  });

  it('ends with all that is active in it', async () => {
    const key = await keyOf('ask');
    await harness.runtime.activateAdHoc({ provinceId: PROVINCE, instanceId, key, elementIds: ['a', 'b'], variables: {} });
    await harness.runtime.completeAdHoc({ provinceId: PROVINCE, instanceId, key });
    expect(await open()).toEqual(['u']);
  });
});
