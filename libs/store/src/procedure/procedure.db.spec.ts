import { randomUUID } from 'node:crypto';
import { cloneDatabase } from '../../../../test/harness/database';
import { connect, type Database } from '../database/database';
import { CommentStore } from './comment.store';
import { HoldStore } from './hold.store';
import { NoticeStore } from './notice.store';
import { OpinionStore, type NewOpinion } from './opinion.store';

const HP = 'HP';
const AT = Date.UTC(2026, 2, 2);

let database: Database;
let drop: () => Promise<void>;
let roundId: string;
let rowId: string;

beforeAll(async () => {
  const clone = await cloneDatabase();
  drop = clone.drop;
  database = await connect({ url: clone.url, poolSize: 2 });
  [roundId, rowId] = [randomUUID(), randomUUID()];
  const dossierId = randomUUID();
  const pack = { id: 'p', title: 'Gói', status: 'in-use' };
  await database.inTransaction(async (tx) => {
    await tx.query(`insert into pack (hash, id, content, received_from, loaded_at) values ('h', 'p', $1, '2026-01-01', now())`, [
      JSON.stringify(pack),
    ]);
    await tx.query(
      `insert into review_round (province_id, id, code, org_id, standing_org_id, level, occasion, year, title, status, pack_hash, closes_at, created_at)
       values ($1, $2, 'DX-1', $3, $3, 'TINH', 'annual', 2026, 'Đợt xét', 'appraising', 'h', now(), now())`,
      [HP, roundId, randomUUID()],
    );
    await tx.query(
      `insert into dossier (province_id, id, code, org_id, occasion, year, title, status, created_by, created_at)
       values ($1, $2, 'HS-1', $3, 'annual', 2026, 'Hồ sơ', 'accepted', $3, now())`,
      [HP, dossierId, randomUUID()],
    );
    await tx.query(
      `insert into nominee_row (province_id, id, dossier_id, seq, kind, name, search_name, title, scope, award, achievement, achievement_hash, stage, state)
       values ($1, $2, $3, 1, 'individual', 'An', 'an', '', 'inside', 'CSTDTQ', 'Tốt', 'h', 'TINH', 'open')`,
      [HP, rowId, dossierId],
    );
  });
});
afterAll(async () => {
  await database.close();
  await drop();
});

const question = (more: Partial<NewOpinion> = {}): NewOpinion => ({
  ...{
    id: randomUUID(),
    roundId,
    rowId,
    kind: 'party',
    body: 'Ban Thường vụ Thành ủy',
    orgId: null,
    subject: 'Xin ý kiến',
    ruleId: 'R-16',
  },
  ...{ dueOn: '2026-03-16', paperId: null, askedBy: randomUUID(), atMs: AT },
  ...more,
});

describe('an opinion asked', () => {
  const given = { answer: 'agree', text: null, numberText: '12-CV/TU', answerDate: '2026-03-10', fileSha256: null } as const;
  let opinions: OpinionStore;

  beforeAll(() => {
    opinions = new OpinionStore(database);
  });

  it('is answered once, and cannot be withdrawn afterwards', async () => {
    const asked = question();
    await database.inTransaction(async (tx) => {
      await opinions.ask(tx, HP, asked);
      expect(await opinions.answer(tx, HP, asked.id, { ...given, by: randomUUID(), atMs: AT })).toBe(true);
      expect(await opinions.answer(tx, HP, asked.id, { ...given, by: randomUUID(), atMs: AT })).toBe(false);
      expect(await opinions.withdraw(tx, HP, asked.id, { reason: 'Hỏi nhầm.', by: randomUUID(), atMs: AT })).toBe(false);
    });
    expect((await opinions.ofRows(HP, [rowId])).find((one) => one.id === asked.id)).toMatchObject({
      answer: 'agree',
      numberText: '12-CV/TU',
      answerDate: '2026-03-10',
      dueOn: '2026-03-16',
    });
  });

  it('may be withdrawn with a reason while nobody has answered', async () => {
    const asked = question({ rowId: null, kind: 'agency', ruleId: 'T-03' });
    await database.inTransaction(async (tx) => {
      await opinions.ask(tx, HP, asked);
      expect(await opinions.withdraw(tx, HP, asked.id, { reason: 'Hỏi nhầm cơ quan.', by: randomUUID(), atMs: AT })).toBe(true);
      expect(await opinions.answer(tx, HP, asked.id, { ...given, by: randomUUID(), atMs: AT })).toBe(false);
    });
    expect((await opinions.ofRound(HP, roundId)).find((one) => one.id === asked.id)?.withdrawReason).toBe('Hỏi nhầm cơ quan.');
  });

  it('has no answer without a word of what it says', async () => {
    const asked = question();
    await database.inTransaction((tx) => opinions.ask(tx, HP, asked));
    const half = database.inTransaction((tx) => tx.query('update opinion_request set answered_at = now() where id = $1', [asked.id]));
    await expect(half).rejects.toThrow(/opinion_answer_whole/);
  });
});

describe('a public notice', () => {
  it('is found by its token with its rows, its comments, and how they were handled', async () => {
    const [notices, comments] = [new NoticeStore(database), new CommentStore(database)];
    const [id, commentId, by] = [randomUUID(), randomUUID(), randomUUID()];
    await database.inTransaction(async (tx) => {
      const about = {
        id,
        roundId,
        publishedOn: '2026-03-02',
        untilOn: '2026-03-16',
        channels: ['Báo Hải Phòng'],
        token: `t-${id}`,
        ruleId: 'T-01',
      };
      await notices.publish(tx, HP, { ...about, rowIds: [rowId], by, atMs: AT });
      const said = { noticeId: id, rowId, via: 'phone', author: 'Một người dân', contact: null, text: 'Tôi có ý kiến.' } as const;
      await comments.add(tx, HP, { ...said, id: commentId, recordedBy: by, atMs: AT });
    });
    expect(await notices.byToken(`t-${id}`)).toMatchObject({ provinceId: HP, untilOn: '2026-03-16', closedAt: null });
    expect(await notices.ofRows(HP, [rowId])).toEqual([
      { rowId, noticeId: id, ruleId: 'T-01', publishedOn: '2026-03-02', untilOn: '2026-03-16', closed: false },
    ]);
    const done = { handling: 'no-ground', text: 'Đã xác minh, không có cơ sở.', by, atMs: AT } as const;
    await database.inTransaction(async (tx) => {
      expect(await comments.handle(tx, HP, commentId, done)).toBe(true);
      expect(await comments.handle(tx, HP, commentId, done)).toBe(false);
      expect(await notices.close(tx, HP, id, { summary: '01 ý kiến, đã trả lời.', by, atMs: AT })).toBe(true);
    });
    expect((await comments.ofNotice(HP, id))[0]).toMatchObject({ via: 'phone', handling: 'no-ground' });
    expect((await notices.ofRows(HP, [rowId]))[0]?.closed).toBe(true);
  });
});

describe('a hold', () => {
  it('keeps its kind, and the paper that closed it', async () => {
    const holds = new HoldStore(database);
    const by = randomUUID();
    await database.inTransaction(async (tx) => {
      await holds.open(tx, HP, { id: randomUUID(), rowId, kind: 'discipline', ground: 'Đang xem xét kỷ luật.', by, atMs: AT });
      const paper = { violation: false, number: '31/KL-UBKT', date: '2026-04-01', body: 'Ủy ban Kiểm tra', fileSha256: null };
      await holds.close(tx, HP, { rowId, conclusion: 'Không có vi phạm.', paper, by, atMs: AT });
    });
    expect(await holds.ofRows(HP, [rowId])).toEqual([
      expect.objectContaining({ kind: 'discipline', violation: false, paperNumber: '31/KL-UBKT', paperDate: '2026-04-01' }),
    ]);
  });

  it('is one of the kinds the law names', async () => {
    const open = database.inTransaction((tx) =>
      tx.query(
        `insert into row_hold (province_id, id, row_id, kind, ground, held_at, held_by) values ($1, $2, $3, 'gossip', '', now(), $2)`,
        [HP, randomUUID(), rowId],
      ),
    );
    await expect(open).rejects.toThrow(/row_hold_kind_check/);
  });
});
