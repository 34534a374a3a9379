import { Attempts } from './attempts';

const tooMany = (waitSeconds: number): Error => expect.objectContaining({ code: 'too-many-attempts', details: { waitSeconds } }) as Error;

describe('Attempts', () => {
  let now = 0;
  let attempts: Attempts;
  const begin = (name = 'an') => {
    return () => {
      attempts.begin(name);
    };
  };
  const fail = (times: number): void => {
    for (let n = 0; n < times; n += 1) {
      attempts.begin('an');
    }
  };

  beforeEach(() => {
    now = 0;
    attempts = new Attempts(() => now);
  });

  it('rests for 30 s after the fifth failure and forgets on success', () => {
    fail(5);
    expect(begin()).toThrow(tooMany(30));
    expect(begin('binh')).not.toThrow();
    now = 30_000;
    expect(begin()).not.toThrow();
    expect(begin()).toThrow(tooMany(30));
    attempts.succeeded('an');
    expect(begin()).not.toThrow();
  });

  it('counts a try before it is known how it ends: a thousand at once are five', () => {
    const begun = Array.from({ length: 1000 }, () => {
      try {
        attempts.begin('an');
        return true;
      } catch {
        return false;
      }
    });
    expect(begun.filter(Boolean)).toHaveLength(5);
  });

  it('forgets old failures', () => {
    fail(4);
    now = 16 * 60_000;
    fail(1);
    expect(begin()).not.toThrow();
  });
});
