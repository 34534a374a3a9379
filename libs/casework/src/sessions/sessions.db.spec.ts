import { RoundPlay } from '../../../../test/harness/round-play';

let harness: RoundPlay;

beforeAll(async () => {
  harness = await RoundPlay.open();
}, 60_000);
afterAll(() => harness.close());

const refused = (code: string): object => expect.objectContaining({ code }) as object;

describe('signing in', () => {
  it('opens a session with the posts of today, until signing out', async () => {
    const { sessions } = harness.casework;
    const { token, view } = await sessions.signIn({ username: 'gp.chutich', password: 'thidua' });
    expect(view).toMatchObject({ account: { username: 'gp.chutich' }, demo: true, clock: { simulated: true } });
    expect(view.positions.map((position) => position.role)).toEqual(['chair', 'council-member']);
    expect((await sessions.resolve(token))?.actor.positions[0]).toMatchObject({ role: 'chair', level: 'XA' });
    await sessions.signOut(token);
    expect(await sessions.resolve(token)).toBeUndefined();
  });

  it('keeps no token and no password in the database', async () => {
    const { token } = await harness.casework.sessions.signIn({ username: 'gp.vanthu', password: 'thidua' });
    const kept = JSON.stringify(await harness.rows('select s.*, a.password_hash from session s join account a on a.id = s.account_id'));
    expect(kept).not.toContain(token);
    expect(kept).toContain('$argon2id$');
  });

  it('says the same of a wrong name and a wrong password', async () => {
    const { sessions } = harness.casework;
    await expect(sessions.signIn({ username: 'khong.co', password: 'thidua' })).rejects.toEqual(refused('sign-in-failed'));
    await expect(sessions.signIn({ username: 'gp.thuky', password: 'sai' })).rejects.toEqual(refused('sign-in-failed'));
  });

  it('rests after five wrong passwords, for that name alone', async () => {
    const { sessions } = harness.casework;
    for (let n = 0; n < 5; n += 1) {
      await expect(sessions.signIn({ username: 'gp.uyvien1', password: 'sai' })).rejects.toEqual(refused('sign-in-failed'));
    }
    await expect(sessions.signIn({ username: 'gp.uyvien1', password: 'thidua' })).rejects.toEqual(refused('too-many-attempts'));
    await expect(sessions.signIn({ username: 'gp.uyvien2', password: 'thidua' })).resolves.toHaveProperty('token');
  });

  it('lends the chair’s posts to the deputy', async () => {
    const actor = await harness.actor('gp.phochutich');
    expect(actor.delegations).toEqual([
      expect.objectContaining({ capacity: 'KT', from: expect.objectContaining({ role: 'chair' }) as object }),
    ]);
  });
});
