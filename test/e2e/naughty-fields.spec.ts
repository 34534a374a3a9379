import type { DossierView, SessionView } from '@thidua/contract';
import { Refused, Session } from '../../apps/cli/src/session';
import { openApi, type ApiHarness } from '../harness/api';
import { NAUGHTY } from '../hostile/naughty-strings';

let api: ApiHarness;
let clerk: Session;
let orgId: string;

beforeAll(async () => {
  api = await openApi();
  clerk = await Session.signIn(api.base, 'gp.thcs.nguoilap', api.password);
  const me = await clerk.call<SessionView>('me');
  orgId = me.positions[0]?.orgId ?? '';
}, 60_000);
afterAll(() => api.close());

const tidy = (text: string): string => text.normalize('NFC').trim();

/** The same string in every field of a row. */
function rowOf(text: string): object {
  const achievement = `Cứu người bị nạn ${text}`;
  return { kind: 'individual', name: `Ông ${text}`, title: `Công nhân ${text}`, scope: 'inside', award: 'GK_XA', achievement };
}

/** A hồ sơ of these strings, each in a row of its own and all in its title; answers what was kept of them. */
async function launched(texts: readonly string[], title: string): Promise<DossierView> {
  const body = { orgId, occasion: 'ad-hoc', year: 2026, title, rows: texts.map(rowOf) };
  const { dossierId } = await clerk.call<{ dossierId: string }>('launchDossier', { body });
  return clerk.call<DossierView>('dossier', { params: { id: dossierId } });
}

/** What the contract lets nobody type: control characters, half letters, turned writing, more than a field holds. */
const forbidden = NAUGHTY.filter(
  (text) =>
    /[\p{Cc}\u202a-\u202e\u2066-\u2069]|\p{Cs}/u.test(text.replace(/[\t\n\r]/g, '')) || Array.from(text.normalize('NFC')).length > 196,
);
const allowed = NAUGHTY.filter((text) => !forbidden.includes(text));
const batches = Array.from({ length: Math.ceil(allowed.length / 12) }, (_none, at) => allowed.slice(at * 12, at * 12 + 12));

describe('naughty strings typed into the fields of a hồ sơ', () => {
  it('are kept as they were typed', async () => {
    expect(allowed.length).toBeGreaterThan(480);
    for (const texts of batches) {
      const title = `Đề nghị ${texts[0] ?? ''}`;
      const view = await launched(texts, title);
      expect(view.title).toBe(tidy(title));
      expect(view.rows.map(({ name, title: post }) => [name, post])).toEqual(
        texts.map((text) => [tidy(`Ông ${text}`), tidy(`Công nhân ${text}`)]),
      );
    }
  }, 60_000);

  it.each(forbidden)('are refused by the name of the field: %j', async (text) => {
    const refusal = await launched([text], 'Đề nghị khen thưởng').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refused);
    expect(refusal).toMatchObject({ status: 400, code: 'request-invalid' });
    expect(JSON.stringify((refusal as Refused).details)).toContain('rows');
  });
});
