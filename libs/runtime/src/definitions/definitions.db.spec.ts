import { DefinitionStore, StartStore, type DefinitionRecord } from '@thidua/store';
import { diagram, openRuntime, ORG, PROVINCE, type RuntimeHarness } from '../../../../test/harness/runtime';
import { DraftChanged, EditorCannotPublish, NotDraft, NotProposed, ProposerCannotPublish } from './definition-errors';
import type { Publishing, Release } from './release';

const [ANNA, BINH, CHI] = ['a', 'b', 'c'].map((last) => `01900000-0000-7000-8000-00000000000${last}`) as [string, string, string];
const TODAY = '2026-03-02';
const DAY_MS = 86_400_000;

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

  const draft = (change: Partial<Release> = {}): Promise<string> =>
    harness.database.inTransaction((tx) => harness.definitions.createDraft(tx, PROVINCE, release({ origin: 'tenant', ...change })));
  const save = (id: string, by: string, rev: number, xml: string): Promise<number> =>
    harness.database.inTransaction((tx) => harness.definitions.saveDraft(tx, PROVINCE, id, { xml, by, rev }));
  const propose = async (id: string, by: string): Promise<boolean> =>
    (await harness.database.inTransaction((tx) => harness.definitions.propose(tx, PROVINCE, id, { by, note: 'Số 12/VP' }))).ok;
  const order = (by: string, effectiveFrom = TODAY): Publishing => ({ by, note: 'Số 13/QĐ', effectiveFrom, appliesTo: 'new' });
  const publishAs = async (id: string, publishing: Publishing): Promise<number> => {
    const published = await harness.database.inTransaction((tx) => harness.definitions.publish(tx, PROVINCE, id, publishing));
    return published.ok ? published.value.version : 0;
  };
  const byId = async (id: string): Promise<DefinitionRecord | undefined> => new DefinitionStore(harness.database).byId(PROVINCE, id);

  it('is proposed by one person and published by another with what both said, and running instances stay', async () => {
    const { database, runtime } = harness;
    await publish(release());
    const started = await runtime.start({ provinceId: PROVINCE, processKey: 'approval4', variables: {}, subject: { orgId: ORG } });
    const before = await new DefinitionStore(database).inForce(PROVINCE, 'approval4', TODAY);
    const id = await draft({ xml: renamed('z'), createdBy: ANNA });
    expect(await propose(id, ANNA)).toBe(true);
    await expect(publishAs(id, order(ANNA))).rejects.toBeInstanceOf(ProposerCannotPublish);
    expect(await publishAs(id, order(BINH))).toBe((before?.version ?? 0) + 1);
    expect(await byId(id)).toMatchObject({ note: 'Số 12/VP', publishNote: 'Số 13/QĐ', appliesTo: 'new', effectiveFrom: TODAY });
    expect((await new DefinitionStore(database).inForce(PROVINCE, 'approval4', TODAY))?.id).toBe(id);
    const [instance] = await database.reader.query<{ definition_id: string }[]>(
      'select definition_id from process_instance where id = $1',
      [started.ok ? started.instanceId : ''],
    );
    expect(instance?.definition_id).toBe(before?.id);
  });

  it('cannot be edited once it is proposed', async () => {
    const id = await draft({ xml: renamed('y'), createdBy: ANNA });
    await propose(id, ANNA);
    await expect(save(id, ANNA, 0, renamed('y2'))).rejects.toBeInstanceOf(NotDraft);
  });

  it('is published by nobody whose hand is in it, be it through the back door; making the empty draft is no hand', async () => {
    const { database } = harness;
    const id = await draft({ createdBy: ANNA });
    await save(id, BINH, 0, renamed('edited'));
    await propose(id, CHI);
    await expect(publishAs(id, order(BINH))).rejects.toBeInstanceOf(EditorCannotPublish);
    await expect(
      database.reader.query(`update process_definition set status = 'published', published_by = $2 where id = $1`, [id, BINH]),
    ).rejects.toThrow(/one of its editors/);
    expect(await publishAs(id, order(ANNA))).toBeGreaterThan(0);
  });

  it('is published once, whoever presses at the same moment; the other is told that its state has changed', async () => {
    const id = await draft({ xml: renamed('race'), createdBy: ANNA });
    await propose(id, ANNA);
    const both = await Promise.allSettled([publishAs(id, order(BINH)), publishAs(id, order(CHI))]);
    const lost = both.filter((one) => one.status === 'rejected');
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(lost.map((one) => one.reason as unknown)).toEqual([expect.any(NotProposed)]);
    expect((lost[0]?.reason as NotProposed).code).toBe('state-conflict');
    await expect(publishAs(id, order(CHI))).rejects.toMatchObject({ details: { status: 'published' } });
  });

  it('keeps the drawing of the one who saw the last, and tells the other who that was', async () => {
    const id = await draft({ createdBy: ANNA });
    expect(await save(id, ANNA, 0, renamed('hers'))).toBe(1);
    await expect(save(id, BINH, 0, renamed('his'))).rejects.toBeInstanceOf(DraftChanged);
    await expect(save(id, BINH, 0, renamed('his'))).rejects.toMatchObject({ details: { rev: 1, by: ANNA } });
    expect(await save(id, ANNA, 0, renamed('hers'))).toBe(1);
    expect(await save(id, BINH, 1, renamed('his'))).toBe(2);
    expect((await byId(id))?.xml).toBe(renamed('his'));
  });

  it('is given back with the reason, proposed anew, or discarded, and a discarded one is done with', async () => {
    const { database, definitions } = harness;
    const id = await draft({ xml: renamed('back'), createdBy: ANNA });
    const giveBack = (): Promise<void> =>
      database.inTransaction((tx) => definitions.giveBack(tx, PROVINCE, id, { by: BINH, note: 'Thiếu căn cứ' }));
    await expect(giveBack()).rejects.toBeInstanceOf(NotProposed);
    await propose(id, ANNA);
    await giveBack();
    expect(await byId(id)).toMatchObject({ status: 'draft', proposedBy: null, returnedBy: BINH, returnedNote: 'Thiếu căn cứ' });
    await database.inTransaction((tx) => definitions.discard(tx, PROVINCE, id, { by: BINH, note: 'Không cần nữa' }));
    await expect(propose(id, ANNA)).rejects.toBeInstanceOf(NotDraft);
    expect((await new DefinitionStore(database).list(PROVINCE)).map((one) => one.id)).not.toContain(id);
  });
});

describe('a version whose day is still to come', () => {
  let harness: RuntimeHarness;

  beforeAll(async () => {
    harness = await openRuntime();
  });
  afterAll(() => harness.close());

  it('starts nothing before its day, and on its day the worker lets messages start it', async () => {
    const { database, definitions, runtime } = harness;
    const key = 'message-start-plain';
    const first = await harness.release(key);
    const xml = diagram(key).replace('name="u"', 'name="U"');
    const change = { key, name: key, xml, resources: { forms: {}, decisions: {} }, origin: 'tenant', createdBy: ANNA };
    const id = await database.inTransaction((tx) => definitions.createDraft(tx, PROVINCE, change));
    await database.inTransaction((tx) => definitions.propose(tx, PROVINCE, id, { by: ANNA, note: 'Từ mai' }));
    const order = { by: BINH, note: 'Từ mai', effectiveFrom: '2026-03-03', appliesTo: 'new' as const };
    await database.inTransaction((tx) => definitions.publish(tx, PROVINCE, id, order));
    const begin = async (): Promise<string | undefined> => {
      const message = { provinceId: PROVINCE, name: 'begin-plain', correlationKey: '', variables: {}, ttlMs: 1000, orgId: ORG };
      await runtime.publish(message);
      await harness.settle();
      const [last] = await database.reader.query<{ definition_id: string }[]>(
        'select definition_id from process_instance order by started_at desc, id desc limit 1',
      );
      return last?.definition_id;
    };
    expect(await definitions.takeEffect()).toEqual([]);
    expect(await begin()).toBe(first);
    await harness.advance(DAY_MS);
    expect((await definitions.takeEffect()).map((one) => one.id)).toEqual([id]);
    expect(await begin()).toBe(id);
    expect(await definitions.takeEffect()).toEqual([]);
  });

  it('opens nothing when a newer version came before it', async () => {
    const { database, definitions } = harness;
    const key = 'message-start';
    const publishFrom = async (effectiveFrom: string, name: string): Promise<string> => {
      const xml = diagram(key).replace('name="u"', `name="${name}"`);
      const change = { key, name: key, xml, resources: { forms: {}, decisions: {} }, origin: 'tenant', createdBy: ANNA };
      const id = await database.inTransaction((tx) => definitions.createDraft(tx, PROVINCE, change));
      await database.inTransaction((tx) => definitions.propose(tx, PROVINCE, id, { by: ANNA, note: 'Đổi tên' }));
      await database.inTransaction((tx) =>
        definitions.publish(tx, PROVINCE, id, { by: BINH, note: 'Đổi tên', effectiveFrom, appliesTo: 'new' }),
      );
      return id;
    };
    await publishFrom('2026-03-05', 'sau');
    const newer = await publishFrom('2026-03-03', 'truoc');
    await harness.advance(5 * DAY_MS);
    expect(await definitions.takeEffect()).toEqual([]);
    const starts = await new StartStore(database).list(PROVINCE, { process: key });
    expect(starts.map((start) => start.definitionId)).toEqual([newer]);
  });
});

describe('a newer diagram that comes with the software', () => {
  it('is offered beside a version of the tenant’s own, once, and makes room for a newer offer', async () => {
    const harness = await openRuntime();
    const { database, definitions } = harness;
    const key = 'approval4';
    const shipped = (name: string): Release => ({
      key,
      name: key,
      xml: diagram(key).replace('name="u1"', `name="${name}"`),
      resources: { forms: {}, decisions: {} },
      origin: 'shipped/2',
    });
    const bring = async (one: Release): Promise<{ version: number; isNew: boolean; id: string }> => {
      const released = await database.inTransaction((tx) => definitions.release(tx, PROVINCE, one));
      return released.ok ? released.value : { version: -1, isNew: false, id: '' };
    };
    const first = await bring(shipped('u1'));
    const own = { ...shipped('own'), origin: 'tenant', createdBy: ANNA };
    const id = await database.inTransaction((tx) => definitions.createDraft(tx, PROVINCE, own));
    await database.inTransaction((tx) => definitions.propose(tx, PROVINCE, id, { by: ANNA, note: 'Bản của tỉnh' }));
    const order = { by: BINH, note: 'Bản của tỉnh', effectiveFrom: TODAY, appliesTo: 'new' as const };
    await database.inTransaction((tx) => definitions.publish(tx, PROVINCE, id, order));
    expect(await bring(shipped('u1'))).toMatchObject({ version: 1, isNew: false, id: first.id });
    const offered = await bring(shipped('u2'));
    expect(offered).toMatchObject({ version: 0, isNew: true });
    expect(await bring(shipped('u2'))).toEqual({ ...offered, isNew: false });
    const store = new DefinitionStore(database);
    expect((await store.inForce(PROVINCE, key, TODAY))?.id).toBe(id);
    const newer = await bring(shipped('u3'));
    const drafts = (await store.list(PROVINCE)).filter((one) => one.status === 'draft');
    expect(drafts.map((one) => [one.id, one.origin])).toEqual([[newer.id, 'shipped/2']]);
    expect(await bring(shipped('u2'))).toEqual({ ...offered, isNew: false });
    await harness.close();
  });
});
