import { DefinitionStore } from '@thidua/store';
import { diagram, openRuntime, ORG, PROVINCE, type RuntimeHarness } from '../../../../test/harness/runtime';
import { NotDraft, ProposerCannotPublish, type Release } from './definitions';

const [ANNA, BINH] = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b'];

describe('a process version', () => {
  let harness: RuntimeHarness;

  beforeAll(async () => {
    harness = await openRuntime();
  });
  afterAll(() => harness.close());

  const release = (change: Partial<Release> = {}): Release => ({
    key: 'approval4',
    name: 'approval4',
    xml: diagram('approval4'),
    resources: { forms: {}, decisions: {} },
    origin: 'shipped/1',
    ...change,
  });
  const renamed = (name: string): string => diagram('approval4').replace('name="u1"', `name="${name}"`);
  const publish = (one: Release): Promise<{ id: string; version: number; isNew: boolean }> =>
    harness.database.inTransaction(async (tx) => {
      const released = await harness.definitions.release(tx, PROVINCE, one);
      if (!released.ok) {
        throw new Error(JSON.stringify(released.error));
      }
      return released.value;
    });

  it('is the same when its content is, however often and by how many it is released', async () => {
    const released = await Promise.all(Array.from({ length: 8 }, () => publish(release())));
    expect(new Set(released.map((one) => one.id)).size).toBe(1);
    expect(released.filter((one) => one.isNew)).toHaveLength(1);
  });

  it('gets the next number when its content changed, also in a race', async () => {
    const released = await Promise.all(['a', 'b', 'c', 'd'].map((name) => publish(release({ xml: renamed(name) }))));
    expect(released.map((one) => one.version).sort()).toEqual([2, 3, 4, 5]);
  });

  it('is refused with every reason when the diagram is wrong', async () => {
    const xml = diagram('approval4')
      .replaceAll('candidateGroups', 'assignee="" candidateGroups')
      .replace('default="f3"', 'default="nowhere"');
    const answer = await harness.database.inTransaction((tx) => harness.definitions.release(tx, PROVINCE, release({ xml })));
    expect(answer.ok).toBe(false);
    expect(answer.ok ? [] : answer.error.length).toBeGreaterThan(0);
  });

  it('is proposed by one person and published by another, and running instances stay', async () => {
    const { database, definitions, runtime } = harness;
    await publish(release());
    const started = await runtime.start({ provinceId: PROVINCE, processKey: 'approval4', variables: {}, subject: { orgId: ORG } });
    const before = await new DefinitionStore(database).inForce(PROVINCE, 'approval4', '2026-03-02');
    const id = await database.inTransaction((tx) =>
      definitions.createDraft(tx, PROVINCE, release({ xml: renamed('z'), origin: 'tenant', createdBy: ANNA })),
    );
    expect((await database.inTransaction((tx) => definitions.propose(tx, PROVINCE, id, ANNA))).ok).toBe(true);
    await expect(database.inTransaction((tx) => definitions.publish(tx, PROVINCE, id, ANNA))).rejects.toBeInstanceOf(ProposerCannotPublish);
    const published = await database.inTransaction((tx) => definitions.publish(tx, PROVINCE, id, BINH));
    expect(published.ok && published.value.version).toBe((before?.version ?? 0) + 1);
    expect((await new DefinitionStore(database).inForce(PROVINCE, 'approval4', '2026-03-02'))?.id).toBe(id);
    const [instance] = await database.reader.query<{ definition_id: string }[]>(
      'select definition_id from process_instance where id = $1',
      [started.ok ? started.instanceId : ''],
    );
    expect(instance?.definition_id).toBe(before?.id);
  });

  it('cannot be edited once it is proposed', async () => {
    const { database, definitions } = harness;
    const draft = release({ xml: renamed('y'), origin: 'tenant', createdBy: ANNA });
    const id = await database.inTransaction((tx) => definitions.createDraft(tx, PROVINCE, draft));
    await database.inTransaction((tx) => definitions.propose(tx, PROVINCE, id, ANNA));
    await expect(database.inTransaction((tx) => definitions.saveDraft(tx, PROVINCE, id, draft))).rejects.toBeInstanceOf(NotDraft);
  });
});
