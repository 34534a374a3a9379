import { openSecret, sealSecret, type CredentialSecret } from './vault';

const KEY = 'a key that is not in the database';
const of = { provinceId: 'HP', credentialId: 'c1' };
const p12: CredentialSecret = { driver: 'p12', p12: Buffer.from([1, 2, 250]), passphrase: 'mật khẩu' };

describe('the vault of certificates', () => {
  it.each<CredentialSecret>([p12, { driver: 'remote', url: 'https://ky.example', credentialId: 'x', token: null }])(
    'gives back what was sealed (%j)',
    (secret) => {
      expect(openSecret(KEY, of, sealSecret(KEY, of, secret))).toEqual(secret);
    },
  );

  it('shows nothing of it', () => {
    const sealed = Buffer.from(sealSecret(KEY, of, p12));
    expect(sealed.includes('mật khẩu')).toBe(false);
    expect(sealed.equals(Buffer.from(sealSecret(KEY, of, p12)))).toBe(false);
  });

  it.each([
    ['under another key', 'another key', of],
    ['in the row of another', KEY, { ...of, credentialId: 'c2' }],
    ['in another province', KEY, { ...of, provinceId: 'QN' }],
  ])('stays shut %s', (_where, key, where) => {
    expect(() => openSecret(key, where, sealSecret(KEY, of, p12))).toThrow();
  });

  it('stays shut when a bit of it was changed', () => {
    const sealed = Buffer.from(sealSecret(KEY, of, p12));
    sealed.writeUInt8((sealed.at(-1) ?? 0) ^ 1, sealed.length - 1);
    expect(() => openSecret(KEY, of, sealed)).toThrow();
  });
});
