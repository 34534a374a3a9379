import { randomUUID } from 'node:crypto';
import { asPdf, readPdfText } from '@thidua/documents';
import { newId } from '@thidua/runtime';
import { FileKeys, PrintOrderStore } from '@thidua/store';
import { RoundPlay, HP } from '../../../../test/harness/round-play';
import { GiveUp, RetryLater } from '../service-tasks/outcomes';
import type { TaskRoom } from '../service-tasks/service-task';
import type { PrintKind } from '../printing/print-kind';
import { PRINT_KINDS } from '../printing/print-kinds';
import { printLoop, printNext } from './print-loop';

const CLERK = 'gp.vanthu';
const STRANGER = 'gp.thcs.nguoilap';

describe('a print on request', () => {
  let play: RoundPlay;
  let room: TaskRoom;
  const errors: unknown[] = [];

  beforeAll(async () => {
    play = await RoundPlay.open();
    room = { deps: play.deps } as TaskRoom; // the kinds used here need no browser
  }, 60_000);
  afterAll(() => play.close());
  afterEach(async () => {
    await play.rows('delete from print_order');
    errors.length = 0;
  });

  const file = (text: string): Awaited<ReturnType<PrintKind>> => ({
    bytes: Buffer.from(text),
    mime: 'application/pdf',
    fileName: 'to.pdf',
  });
  const next = (make: PrintKind, leaseMs = 60_000): Promise<boolean> =>
    printNext({ room, kinds: { ...PRINT_KINDS, sheets: make }, leaseMs, onError: (error) => void errors.push(error) });
  async function order(username = CLERK, kind = 'sheets'): Promise<string> {
    const id = newId(play.deps.clock);
    const { personId } = await play.actor(username);
    await play.deps.database.inTransaction((tx) =>
      play.deps.stores.prints.add(
        tx,
        HP,
        { id, kind, params: { n: 3 }, askedBy: personId, positionId: null, total: 3 },
        play.deps.clock.nowMs(),
      ),
    );
    return id;
  }
  const look = (id: string, username = CLERK): Promise<{ state: string; done: number; total: number; failure: unknown }> =>
    play.call(username, 'printOrder', { params: { id } });
  const contentOf = async (id: string): Promise<{ bytes: Uint8Array; fileName: string }> =>
    (await play.call(CLERK, 'printContent', { params: { id } })) as { bytes: Uint8Array; fileName: string }; // the table says only that it is a file
  const dueNow = (): Promise<object[]> => play.rows('update print_order set next_at = clock_timestamp()');

  it('is seen to grow, and its file is there at the end', async () => {
    const id = await order();
    const seen: number[] = [];
    await next(async (_room, _order, progress) => {
      for (const done of [1, 2, 3]) {
        await progress(done, 3);
        seen.push((await look(id)).done);
      }
      return file('ba tờ');
    });
    expect(seen).toEqual([1, 2, 3]);
    expect(await look(id)).toMatchObject({ state: 'done', done: 3, total: 3, failure: null });
    const content = await contentOf(id);
    expect({ text: Buffer.from(content.bytes).toString(), name: content.fileName }).toEqual({ text: 'ba tờ', name: 'to.pdf' });
  });

  it('is there for nobody but whoever asked', async () => {
    const id = await order();
    await next(() => Promise.resolve(file('của tôi')));
    await expect(look(id, STRANGER)).rejects.toMatchObject({ code: 'not-found' });
    await expect(play.call(STRANGER, 'printContent', { params: { id } })).rejects.toMatchObject({ code: 'not-found' });
    expect((await play.call(STRANGER, 'printOrders')).orders).toEqual([]);
    expect((await play.call(CLERK, 'printOrders')).orders.map((one) => one.id)).toEqual([id]);
  });

  it('is made once more when its worker died, and nothing of the dead one counts', async () => {
    const id = await order();
    const { prints } = play.deps.stores;
    const dead = (await prints.claim({ leaseToken: randomUUID(), leaseMs: 0 })) ?? never();
    expect(dead.id).toBe(id);
    await next(() => Promise.resolve(file('của người sau')));
    expect(await prints.progress(dead, 1, 3)).toBe(false);
    expect(await play.deps.database.inTransaction((tx) => prints.finish(tx, dead, file('của người trước'), 1000))).toBe(false);
    const { bytes } = await contentOf(id);
    expect(Buffer.from(bytes).toString()).toBe('của người sau');
  });

  it('stops at its next sheet when the lease went to another worker, without a word', async () => {
    const id = await order();
    await next(async (_room, mine, progress) => {
      await play.rows('update print_order set lease_token = $1 where id = $2', [randomUUID(), mine.id]);
      await progress(1, 3);
      return file('không ai nhận');
    });
    expect(errors).toEqual([]);
    expect(await look(id)).toMatchObject({ state: 'running', done: 0 });
  });

  it('is tried again after a failure, four times and no more', async () => {
    const id = await order();
    const tries: string[] = [];
    const failing: PrintKind = () => {
      tries.push('x');
      return Promise.reject(tries.length === 1 ? new RetryLater('chưa có trình duyệt') : new Error('hỏng'));
    };
    for (let n = 0; n < 6; n += 1) {
      await dueNow();
      await next(failing);
    }
    expect(tries).toHaveLength(4);
    expect(await look(id)).toMatchObject({ state: 'failed', failure: { code: 'internal', detail: '' } });
  });

  it('is given up when it has killed four workers', async () => {
    const id = await order();
    for (let n = 0; n < 4; n += 1) {
      await play.deps.stores.prints.claim({ leaseToken: randomUUID(), leaseMs: 0 });
    }
    await next(() => Promise.resolve(file('không bao giờ')));
    expect(await look(id)).toMatchObject({ state: 'failed', failure: { code: 'print-tried-too-often' } });
  });

  it('fails at once, in words, where no other attempt would help', async () => {
    const id = await order();
    await next(() => Promise.reject(new GiveUp('facts-missing', 'Quyết định chưa có số.')));
    expect(await look(id)).toMatchObject({ state: 'failed', failure: { code: 'facts-missing', detail: 'Quyết định chưa có số.' } });
  });

  it('says so when no worker knows its kind', async () => {
    const id = await order(CLERK, 'gone');
    await next(() => Promise.resolve(file('')));
    expect(await look(id)).toMatchObject({ state: 'failed', failure: { code: 'print-kind-unknown' } });
  });

  it('goes with its file when it was kept long enough, and not before', async () => {
    const [old, young] = [await order(), await order()];
    await next(() => Promise.resolve(file('cũ')));
    await next(() => Promise.resolve(file('mới')));
    await play.rows(`update print_order set kept_until = clock_timestamp() - interval '1 second' where id = $1`, [old]);
    expect(await play.deps.stores.prints.forget(10)).toBe(1);
    await expect(look(old)).rejects.toMatchObject({ code: 'not-found' });
    expect(await play.rows('select order_id from print_file')).toEqual([{ order_id: young }]);
  });

  it('lies sealed where there is a key, and is gone with it', async () => {
    const { database } = play.deps;
    const sealed = new PrintOrderStore(database, new FileKeys([Buffer.alloc(32, 7)]));
    const id = await order();
    const mine = (await sealed.claim({ leaseToken: randomUUID(), leaseMs: 60_000 })) ?? never();
    await database.inTransaction((tx) => sealed.finish(tx, mine, file('danh sách mật'), 1000));
    const [row] = await play.rows<{ bytes: Buffer }>('select bytes from print_file where order_id = $1', [id]);
    expect(row?.bytes.includes('danh sách mật')).toBe(false);
    expect((await sealed.bytes(HP, id))?.toString()).toBe('danh sách mật');
    expect(await new PrintOrderStore(database, new FileKeys([Buffer.alloc(32, 8)])).bytes(HP, id)).toBeUndefined();
  });

  it('waits for no other: the loop makes a short one beside a long one', async () => {
    const [long, short] = [await order(), await order()];
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let told: () => void = () => undefined;
    const shortMade = new Promise<void>((resolve) => {
      told = resolve;
    });
    const sheets: PrintKind = async (_room, mine) => {
      await (mine.id === long ? held : Promise.resolve());
      setTimeout(told, 0);
      return file(mine.id);
    };
    const loop = printLoop({ room, kinds: { sheets }, leaseMs: 60_000, onError: (error) => void errors.push(error) });
    await shortMade;
    expect((await look(long)).state).toBe('running');
    release();
    await loop.stop();
    expect([(await look(long)).state, (await look(short)).state]).toEqual(['done', 'done']);
  });

  describe('asked for', () => {
    const ask = (username: string, kind: string, params: object, key = randomUUID()): Promise<{ id: string }> =>
      play.call(username, 'orderPrint', { body: { kind, params }, key });

    it('is refused for a kind there is not, and for papers the person may not see', async () => {
      await expect(ask(CLERK, 'toString', {})).rejects.toMatchObject({ code: 'print-kind-unknown' });
      await expect(ask(STRANGER, 'merged-papers', { paperIds: [randomUUID()] })).rejects.toMatchObject({ code: 'not-found' });
      await expect(ask(CLERK, 'merged-papers', { paperIds: [] })).rejects.toMatchObject({ code: 'request-invalid' });
      expect(await play.rows('select 1 from print_order')).toEqual([]);
    });

    it('is one print however often the same wish is sent, and at most ten wait', async () => {
      const { paperId } = await draftedPaper();
      const key = randomUUID();
      const [first, again] = [
        await ask(CLERK, 'merged-papers', { paperIds: [paperId] }, key),
        await ask(CLERK, 'merged-papers', { paperIds: [paperId] }, key),
      ];
      expect(again).toEqual(first);
      for (let n = 1; n < 10; n += 1) {
        await ask(CLERK, 'merged-papers', { paperIds: [paperId] });
      }
      await expect(ask(CLERK, 'merged-papers', { paperIds: [paperId] })).rejects.toMatchObject({ code: 'print-queue-full' });
      expect(await play.rows('select count(*)::int as n from print_order')).toEqual([{ n: 10 }]);
    });

    it('binds the papers it was let through with', async () => {
      const { paperId } = await draftedPaper();
      const { id } = await ask(CLERK, 'merged-papers', { paperIds: [paperId, paperId] });
      await next(() => Promise.resolve(file('')));
      expect(await look(id)).toMatchObject({ state: 'done', done: 2 });
      const { bytes } = await contentOf(id);
      expect(await readPdfText(bytes)).toHaveLength(2);
    });
  });

  async function draftedPaper(): Promise<{ paperId: string }> {
    const paperId = randomUUID();
    const { positions } = await play.actor(CLERK);
    const orgId = positions[0]?.orgId ?? '';
    const { bytes } = await asPdf(Buffer.from('một trang trống'), 'image/png');
    const { papers, files } = play.deps.stores;
    await play.deps.database.inTransaction(async (tx) => {
      const slot = `thu:${paperId}`;
      const about = { dossierId: null, roundId: null, decisionId: null, rowId: null, instanceId: null, step: null };
      const made = { dataHash: '0'.repeat(64), templateVersion: '1-0', verifyToken: randomUUID(), unconfirmed: [] };
      await papers.draft(
        tx,
        HP,
        { id: paperId, orgId, kind: 'quyet-dinh', slot, title: 'Quyết định', ...about, ...made },
        play.deps.clock.nowMs(),
      );
      const sha256 = await files.put(tx, HP, { bytes, mime: 'application/pdf', atMs: play.deps.clock.nowMs() });
      await papers.keepDraft(tx, HP, paperId, { sha256, docxSha256: null, pages: 1, templateVersion: '1-0' });
    });
    return { paperId };
  }
});

function never(): never {
  throw new Error('nothing was claimed');
}
