import { ERROR_STATUS } from './errors';
import { openApi } from './open-api';
import { ROUTES } from './routes';
import { cleanText } from './text';

const lines = Object.entries(ROUTES);

describe('the route table', () => {
  it('has one line per method and path', () => {
    const doors = lines.map(([, line]) => `${line.method} ${line.path}`);
    expect(new Set(doors).size).toBe(doors.length);
  });

  it('names only known error codes and a policy on every line', () => {
    for (const [name, line] of lines) {
      expect({ name, policy: line.policy.length > 0, unknown: line.errors.filter((code) => !(code in ERROR_STATUS)) }).toEqual({
        name,
        policy: true,
        unknown: [],
      });
    }
  });

  it('lets only sign-in, activation, first set-up, demo, clock, one-time links, public notices and verification through without a session', () => {
    expect(lines.filter(([, line]) => line.policy === 'anyone').map(([name]) => name)).toEqual([
      'signIn',
      'demoAccounts',
      'demoSignIn',
      'clock',
      'nomineeReport',
      'confirmNomineeReport',
      'activateAccount',
      'verifyPaper',
      'verifyFile',
      'setup',
      'makeAdministrators',
      'publicNotice',
      'leaveComment',
    ]);
  });

  it('becomes an OpenAPI document with every line', () => {
    const count = Object.values(openApi().paths).reduce((sum, methods) => sum + Object.keys(methods).length, 0);
    expect(count).toBe(lines.length);
  });
});

describe('cleanText', () => {
  const text = cleanText(5, 1);

  it.each(['\u0000', '\uD800', '\u202E', '\u2066x'])('refuses %j', (bad) => {
    expect(text.safeParse(bad).success).toBe(false);
  });

  it('normalises to NFC and trims', () => {
    expect(text.parse(' e\u0323 ')).toBe('ẹ');
  });

  it('counts code points', () => {
    expect(text.safeParse('🏅🏅🏅🏅🏅').success).toBe(true);
    expect(text.safeParse('sáu chữ').success).toBe(false);
  });
});
