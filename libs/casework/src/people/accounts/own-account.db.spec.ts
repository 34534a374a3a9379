import { createHash } from 'node:crypto';
import { RoundPlay } from '../../../../../test/harness/round-play';

jest.setTimeout(60_000);

const WHO = 'gp.htx.nguoilap';
const [OLD, FRESH] = ['thidua', 'mat-khau-moi-cua-toi'];

describe('a password changed by its owner', () => {
  let play: RoundPlay;

  beforeAll(async () => {
    play = await RoundPlay.open();
  }, 60_000);
  afterAll(() => play.close());

  const enter = async (password: string): Promise<string> => (await play.casework.sessions.signIn({ username: WHO, password })).token;
  const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
  const change = (token: string, old: string, password = FRESH): Promise<{ ended: number }> =>
    play.call(WHO, 'changePassword', { body: { old, password }, sessionHash: hashOf(token) });

  it('ends the other sessions and keeps this one, with a line that holds no password', async () => {
    const [phone, desk] = [await enter(OLD), await enter(OLD)];
    expect(await play.call(WHO, 'ownAccount', { sessionHash: hashOf(desk) })).toMatchObject({
      ...{ username: WHO, elsewhere: 1, before: expect.stringMatching(/T/) as string },
    });
    await expect(change(desk, 'khong-phai')).rejects.toMatchObject({ code: 'password-wrong' });
    await expect(change(desk, OLD, OLD)).rejects.toMatchObject({ code: 'password-same' });
    expect(await change(desk, OLD)).toEqual({ ended: 1 });
    expect(await play.casework.sessions.resolve(phone)).toBeUndefined();
    expect(await play.casework.sessions.resolve(desk)).toMatchObject({ username: WHO });
    await expect(enter(OLD)).rejects.toMatchObject({ code: 'sign-in-failed' });
    const { accountId } = await play.actor(WHO);
    expect(await play.rows('select action, facts from audit where subject_id = $1', [accountId])).toEqual([
      { action: 'password-changed', facts: { sessions: 1 } },
    ]);
    const kept = JSON.stringify([await play.rows('select * from idempotency'), await play.rows('select * from account')]);
    expect(kept).not.toContain(FRESH);
  });

  it('lets one of two changes at once through', async () => {
    const token = await enter(FRESH);
    const tries = await Promise.allSettled(['mat-khau-lan-hai', 'mat-khau-lan-ba-nua'].map((next) => change(token, FRESH, next)));
    const codes = tries.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'done'));
    expect(codes.toSorted()).toEqual(['done', 'password-wrong']);
  });

  it('rests after five wrong ones, however many come at once', async () => {
    const told = await Promise.allSettled(Array.from({ length: 12 }, (_, n) => change('x', `doan-mo-${n}`)));
    const codes = told.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'done'));
    expect(codes.filter((code) => code === 'password-wrong').length).toBeLessThanOrEqual(5);
    expect(codes).toContain('too-many-attempts');
    expect(codes).not.toContain('done');
  });
});
