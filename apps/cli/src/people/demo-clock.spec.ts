import type { Session } from '../session';
import { SharedClock } from './demo-clock';

/** Stands for a signed-in person: a clock that starts on 2026-01-01 and counts working days as days. */
function clockAt(): { readonly person: Session; readonly moves: string[] } {
  const moves: string[] = [];
  let now = '2026-01-01';
  const call = (name: string, told?: { body: { to?: string; workingDays?: number } }): Promise<unknown> => {
    if (name === 'advanceClock' && told !== undefined) {
      now = told.body.to?.slice(0, 10) ?? now;
      moves.push(told.body.to?.slice(0, 10) ?? `+${String(told.body.workingDays)}`);
    }
    return Promise.resolve({ now });
  };
  return { person: { call } as unknown as Session, moves };
}

describe('a clock that stories share', () => {
  it('stands until every story waits for it', async () => {
    const { person, moves } = clockAt();
    const clock = new SharedClock(2, () => Promise.resolve(person));
    const first = clock.reach('2026-05-01');
    await Promise.resolve();
    expect(moves).toEqual([]);
    await Promise.all([first, clock.reach('2026-05-01')]);
    expect(moves).toEqual(['2026-05-01']);
  });

  it('passes working days before a far day, the longest wish once', async () => {
    const { person, moves } = clockAt();
    const clock = new SharedClock(3, () => Promise.resolve(person));
    const far = clock.reach('2027-01-01');
    await Promise.all([clock.passWorkingDays(person, 5), clock.passWorkingDays(person, 11)]);
    expect(moves).toEqual(['+11']);
    await Promise.all([clock.leave(), clock.leave(), far]);
    expect(moves).toEqual(['+11', '2027-01-01']);
  });

  it('goes to the nearest day first', async () => {
    const { person, moves } = clockAt();
    const clock = new SharedClock(2, () => Promise.resolve(person));
    const [late, soon] = [clock.reach('2027-01-01'), clock.reach('2026-02-01')];
    await soon;
    expect(moves).toEqual(['2026-02-01']);
    await clock.leave();
    await late;
    expect(moves).toEqual(['2026-02-01', '2027-01-01']);
  });

  it('tells those who waited why it could not move', async () => {
    const person = { call: () => Promise.reject(new Error('refused')) } as unknown as Session;
    await expect(new SharedClock(1, () => Promise.resolve(person)).reach('2026-05-01')).rejects.toThrow('refused');
  });
});
