import { sealed, unsealed } from './seal';
import { choicesOf, opinionText } from './typed-opinion';

const SECRET = 's'.repeat(40);
const MINE = { sessionId: '018f0000-0000-7000-8000-000000000001', personId: '018f0000-0000-7000-8000-00000000000a' };

describe('the seal of a written opinion', () => {
  const envelope = Buffer.from(sealed(SECRET, MINE, Buffer.from('ynb')));

  it('opens with its secret, for its session and its sender', () => {
    expect(unsealed(SECRET, MINE, envelope).toString()).toBe('ynb');
  });

  it.each([
    ['another secret', 't'.repeat(40), MINE],
    ['another session', SECRET, { ...MINE, sessionId: '018f0000-0000-7000-8000-000000000002' }],
    ['another sender', SECRET, { ...MINE, personId: '018f0000-0000-7000-8000-00000000000b' }],
  ])('does not open under %s', (_what, secret, whose) => {
    expect(() => unsealed(secret, whose, envelope)).toThrow();
  });

  it('does not open when a bit was changed', () => {
    const changed = Buffer.from(envelope);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => unsealed(SECRET, MINE, changed)).toThrow();
  });

  it('never looks the same twice, though the same is in it', () => {
    expect(Buffer.from(sealed(SECRET, MINE, Buffer.from('ynb'))).equals(envelope)).toBe(false);
  });
});

describe('a typed opinion', () => {
  const items = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

  it('is read back item by item, with nothing where there is no voice', () => {
    const text = opinionText(items, new Map([['a', 'yes'] as const, ['c', 'no'] as const]));
    expect([...choicesOf(items, text)]).toEqual([
      ['a', 'yes'],
      ['c', 'no'],
    ]);
  });

  it('is as long as any other of its session', () => {
    const long = opinionText(items, new Map(items.map((item) => [item.id, 'blank'] as const)));
    expect(opinionText(items, new Map()).length).toBe(long.length);
  });
});
