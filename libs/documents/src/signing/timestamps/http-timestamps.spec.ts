import { createHash } from 'node:crypto';
import { demoKey, demoRoot, gappedPaper, SIGNED_AT } from '../../../../../test/harness/signed-papers';
import { startTimestampServer, type TimestampFault, type TimestampServer } from '../../../../../test/harness/timestamp-server';
import type { SigningKey } from '../keys/signing-key';
import { inspectSignatures } from '../inspect/inspect-signatures';
import { signRevision } from '../sign-revision';
import { httpTimestamps } from './http-timestamps';

const digest = createHash('sha256').update('Quyết định').digest();
let server: TimestampServer;
let root: Uint8Array;
let key: SigningKey;

beforeAll(async () => {
  const authority = await demoRoot();
  root = authority.certificate;
  server = await startTimestampServer(authority, SIGNED_AT + 5000);
  key = await demoKey(authority, 'Phạm Quang Hưng', 'ec');
}, 60_000);
afterEach(() => {
  server.fault = 'none';
  server.nowMs = SIGNED_AT + 5000;
});
afterAll(() => server.close());

async function stamped(): Promise<Uint8Array> {
  const timestamps = httpTimestamps(server.url, { timeoutMs: 500 });
  return signRevision(await gappedPaper(), { key, reason: 'Ban hành', signer: 'Phạm Quang Hưng', signedAtMs: SIGNED_AT, timestamps });
}

describe('a signature with a time stamp', () => {
  it('says when the authority saw it', async () => {
    const [report] = await inspectSignatures(await stamped(), { roots: [root] });
    expect([report?.valid, report?.trusted, report?.signedAtMs, report?.timestampMs]).toEqual([true, true, SIGNED_AT, SIGNED_AT + 5000]);
  });

  it('is judged at the time of the stamp, not at the one its signer claims', async () => {
    const timestamps = httpTimestamps(server.url);
    const early = { key, reason: '', signer: '', signedAtMs: SIGNED_AT - 30 * 86_400_000 };
    const paper = await gappedPaper();
    expect((await inspectSignatures(await signRevision(paper, early)))[0]?.problem).toBe('certificate-not-yet-valid');
    expect((await inspectSignatures(await signRevision(paper, { ...early, timestamps })))[0]?.problem).toBe('');
  });
});

describe('an authority', () => {
  it.each<[TimestampFault, string]>([
    ['silent', 'signing-service-away'],
    ['unavailable', 'signing-service-away'],
    ['rejects', 'signing-service-wrong'],
    ['other-digest', 'signing-service-wrong'],
    ['other-nonce', 'signing-service-wrong'],
    ['forged', 'signing-service-wrong'],
    ['not-for-stamps', 'signing-service-wrong'],
    ['no-der', 'signing-service-wrong'],
  ])('that is %s is not believed: %s', async (fault, code) => {
    server.fault = fault;
    await expect(httpTimestamps(server.url, { timeoutMs: 300 }).stamp(digest)).rejects.toMatchObject({ code });
    if (fault !== 'silent') {
      await expect(stamped()).rejects.toMatchObject({ code, details: { service: 'timestamps' } });
    }
  });

  it('that nobody finds may be asked again', async () => {
    await expect(httpTimestamps('http://127.0.0.1:9/').stamp(digest)).rejects.toMatchObject({ code: 'signing-service-away' });
  });

  it('whose certificate is out of its time is not believed', async () => {
    server.nowMs = SIGNED_AT + 30 * 86_400_000;
    await expect(httpTimestamps(server.url).stamp(digest)).rejects.toMatchObject({ code: 'signing-service-wrong' });
  });
});
