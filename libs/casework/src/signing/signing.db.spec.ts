import { pngOf } from '../../../../test/harness/attachment-files';
import { makeDemoCertificate } from '../../../../test/harness/certificates';
import { HP, RoundPlay } from '../../../../test/harness/round-play';
import { openSecret } from './vault';

const PASSPHRASE = 'mật khẩu của tôi';
const PNG = pngOf();
const DAY_MS = 86_400_000;

describe('chữ ký số', () => {
  let play: RoundPlay;
  let p12: Uint8Array;
  let chair: string;
  let orgId: string;

  const certificate = async (notAfterMs: number): Promise<Uint8Array> =>
    makeDemoCertificate({
      commonName: 'Vũ Đức Thịnh',
      organization: 'Ủy ban nhân dân xã Gia Phúc',
      passphrase: PASSPHRASE,
      keyKind: 'ec',
      notBeforeMs: play.deps.clock.nowMs() - 30 * DAY_MS,
      notAfterMs,
    });
  const upload = (username: string, owner: object, file = p12, passphrase = PASSPHRASE): Promise<{ credential: { id: string } }> =>
    play.call(username, 'uploadP12', { body: { ...owner, passphrase }, file: { name: 'ky.p12', bytes: file } });
  const post = (): object => ({ ownerKind: 'position', ownerId: chair });
  const seal = (): object => ({ ownerKind: 'org', ownerId: orgId });
  const places = async (
    username: string,
  ): Promise<readonly { ownerId: string; credential: object | null; hasImage: boolean; image: string | null }[]> =>
    (await play.call(username, 'signing')).places;

  beforeAll(async () => {
    play = await RoundPlay.open();
    const [held] = (await play.actor('gp.chutich')).positions;
    [chair, orgId] = [held?.id ?? '', held?.orgId ?? ''];
    p12 = await certificate(play.deps.clock.nowMs() + 300 * DAY_MS);
  }, 60_000);
  afterAll(() => play.close());

  it('takes the certificate of a post from its holder, and shows whose it is and until when', async () => {
    await upload('gp.chutich', post());
    const mine = (await places('gp.chutich')).find((place) => place.ownerId === chair);
    expect(mine).toMatchObject({ mine: true, credential: { driver: 'p12', holder: 'Vũ Đức Thịnh', state: 'valid' } });
  });

  it('keeps key and passphrase sealed under a key that is not in the database', async () => {
    const [row] = await play.rows<{ id: string; secret: Buffer }>('select id, secret from signing_credential where owner_id = $1', [chair]);
    expect(row?.secret.includes(Buffer.from(p12).subarray(100, 140))).toBe(false);
    expect(row?.secret.includes(PASSPHRASE)).toBe(false);
    const of = { provinceId: HP, credentialId: row?.id ?? '' };
    expect(openSecret(play.deps.signingKey, of, row?.secret ?? Buffer.alloc(0))).toMatchObject({ driver: 'p12', passphrase: PASSPHRASE });
    expect(JSON.stringify(await play.rows('select * from idempotency'))).not.toContain(PASSPHRASE);
  });

  it('refuses a wrong passphrase, something that is no certificate, and one that is over', async () => {
    const code = { code: 'certificate-unusable' };
    await expect(upload('gp.chutich', post(), p12, 'sai')).rejects.toMatchObject(code);
    await expect(upload('gp.chutich', post(), Buffer.from('MZ'))).rejects.toMatchObject(code);
    const over = await certificate(play.deps.clock.nowMs() - DAY_MS);
    await expect(upload('gp.chutich', post(), over)).rejects.toMatchObject({ ...code, details: { reason: 'expired' } });
    expect(await play.rows('select 1 from signing_credential where owner_id = $1', [chair])).toHaveLength(1);
  });

  it('is for nobody else: not a colleague, not the clerk for a post, not another commune for the seal', async () => {
    await expect(upload('gp.chuyenvien', post())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(upload('gp.vanthu', post())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(upload('mt.vanthu', seal())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(upload('gp.chutich', seal())).rejects.toMatchObject({ code: 'forbidden' });
    expect((await places('gp.chuyenvien')).some((place) => place.ownerId === chair)).toBe(false);
  });

  it('takes the seal from the records clerk or an administrator', async () => {
    await upload('gp.vanthu', seal());
    const again = await upload('hp.quantri1', seal());
    expect(
      await play.rows('select revoked_at is null as used from signing_credential where owner_id = $1 order by revoked_at is null', [orgId]),
    ).toEqual([{ used: false }, { used: true }]);
    expect((await places('gp.vanthu')).find((place) => place.ownerId === orgId)?.credential).toMatchObject({ id: again.credential.id });
  });

  it('is tried without leaving a trace, and out of use once revoked', async () => {
    const [row] = await play.rows<{ id: string }>('select id from signing_credential where owner_id = $1', [chair]);
    const params = { id: row?.id ?? '' };
    expect(await play.call('gp.chutich', 'tryCredential', { params })).toEqual({ works: true, problem: null });
    await expect(play.call('gp.chuyenvien', 'tryCredential', { params })).rejects.toMatchObject({ code: 'forbidden' });
    await play.call('gp.chutich', 'revokeCredential', { params });
    await expect(play.call('gp.chutich', 'tryCredential', { params })).rejects.toMatchObject({ code: 'not-found' });
    expect((await places('gp.chutich')).find((place) => place.ownerId === chair)?.credential).toBeNull();
  });

  it('asks no remote signer the house has not allowed', async () => {
    const body = { ...post(), url: 'http://169.254.169.254/latest', credentialId: 'x' };
    await expect(play.call('gp.chutich', 'keepRemoteCredential', { body })).rejects.toMatchObject({ code: 'remote-signer-unknown' });
  });

  it("keeps a person's picture, seen by nobody else", async () => {
    const keep = (username: string, bytes: Uint8Array): Promise<unknown> =>
      play.call(username, 'keepSignatureImage', { body: post(), file: { name: 'chu-ky.png', bytes } });
    await expect(keep('gp.chutich', Buffer.from('GIF89a'))).rejects.toMatchObject({ code: 'file-not-what-it-says' });
    await expect(keep('gp.chuyenvien', PNG)).rejects.toMatchObject({ code: 'forbidden' });
    await keep('gp.chutich', PNG);
    const mine = (await places('gp.chutich')).find((place) => place.ownerId === chair);
    expect(mine).toMatchObject({ hasImage: true, image: `data:image/png;base64,${PNG.toString('base64')}` });
    expect((await places('hp.quantri1')).find((place) => place.ownerId === chair)).toMatchObject({ hasImage: true, image: null });
  });

  it('says in the trail who brought what, and nothing secret', async () => {
    const lines = await play.rows<{ action: string; facts: object }>(
      `select action, facts from audit where subject_type = 'credential' order by id`,
    );
    expect(lines.map((line) => line.action)).toEqual([
      'credential-kept',
      'credential-kept',
      'credential-kept',
      'credential-revoked',
      'signature-image-kept',
    ]);
    expect(JSON.stringify(lines)).not.toContain(PASSPHRASE);
  });
});
