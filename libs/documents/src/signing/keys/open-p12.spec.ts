import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CertificateUnusable } from '../../errors';
import { makeDemoCertificate } from '../demo/demo-authority';
import { makeCertificate } from '../demo/make-certificate';
import { makeP12 } from '../demo/make-p12';
import { readCertificate } from '../der/read-certificate';
import { integer, oid, octets, sequence, tagged } from '../der/write-der';
import { OID } from '../der/oids';
import { openP12 } from './open-p12';

// Made by OpenSSL 3.0: `openssl pkcs12 -export`, the old ones with -legacy.
const FIXTURES = join(__dirname, '../../../../../test/fixtures/p12');
const NOW = Date.UTC(2026, 2, 2);
const LIFE = { notBeforeMs: NOW - 1000, notAfterMs: NOW + 1000 };

function fixture(file: string): Uint8Array {
  return readFileSync(join(FIXTURES, file));
}

describe('an archive', () => {
  it.each([
    ['old-rc2.p12', '3DES key, RC2-40 certificates, SHA-1', 'mật-khẩu', 'Phạm Quang Hưng'],
    ['old-3des.p12', '3DES throughout', 'mật-khẩu', 'Phạm Quang Hưng'],
    ['old-2des.p12', 'two-key 3DES, RC2-128', 'mật-khẩu', 'Phạm Quang Hưng'],
    ['new-aes.p12', 'PBES2 with AES-128 and -192, SHA-512', 'mật-khẩu', 'Phạm Quang Hưng'],
    ['new-ec.p12', 'an elliptic curve under AES-256', 'mật-khẩu', 'Khóa đường cong'],
    ['bare.p12', 'nothing encrypted, no seal', '', 'Khóa đường cong'],
  ])('%s (%s) opens, and its key signs for its certificate', async (file, _how, passphrase, holder) => {
    const key = openP12(fixture(file), passphrase);
    const certificate = readCertificate(key.certificates[0] ?? Buffer.alloc(0));
    const content = Buffer.from('Quyết định');
    expect(certificate.commonName).toBe(holder);
    expect(
      verify('sha256', content, createPublicKey(certificate.publicKey.export({ type: 'spki', format: 'pem' })), await key.sign(content)),
    ).toBe(true);
  });

  it.each(['old-rc2.p12', 'new-aes.p12'])('%s does not open with a wrong passphrase', (file) => {
    expect(() => openP12(fixture(file), 'mat-khau')).toThrow(CertificateUnusable);
  });

  it('gives the holder first and then issuer by issuer, however they lie in it', async () => {
    const request = { keyKind: 'ec', ...LIFE } as const;
    const name = (commonName: string) => ({ commonName, organization: 'Thi Đua' });
    const root = await makeCertificate({ ...request, subject: name('Gốc'), use: 'authority' });
    const middle = await makeCertificate({ ...request, subject: name('Trung gian'), use: 'authority' }, root);
    const holder = await makeCertificate({ ...request, subject: name('Phạm Quang Hưng'), use: 'signer' }, middle);
    const archive = makeP12(holder.privateKey, [root.certificate, holder.certificate, middle.certificate], 'x');
    const names = openP12(archive, 'x').certificates.map((der) => readCertificate(der).commonName);
    expect(names).toEqual(['Phạm Quang Hưng', 'Trung gian', 'Gốc']);
  });

  it('of the demonstration has Vietnamese names of holder and issuer', async () => {
    const made = await makeDemoCertificate({
      commonName: 'Lê Thị Ánh',
      organization: 'Trường Tiểu học Gia Phúc',
      passphrase: 'x',
      ...LIFE,
    });
    const { commonName, organization, issuerName } = readCertificate(openP12(made, 'x').certificates[0] ?? Buffer.alloc(0));
    expect([commonName, organization, issuerName]).toEqual(['Lê Thị Ánh', 'Trường Tiểu học Gia Phúc', 'Tổ chức chứng thực mô phỏng']);
  });
});

describe('what is no archive', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['an empty sequence', sequence()],
    ['an archive of nothing', sequence(integer(3), sequence(oid(OID.data), tagged(0, octets(sequence()))))],
    ['one that nests without end', Buffer.alloc(400, '3080', 'hex')],
  ])('is refused: %s', (_what, bytes) => {
    expect(() => openP12(bytes, 'x')).toThrow(CertificateUnusable);
  });

  it('is refused wherever a good one was cut off or changed', () => {
    const good = Buffer.from(fixture('new-ec.p12'));
    for (let at = 0; at < good.length; at += 13) {
      const changed = Buffer.from(good);
      changed.writeUInt8(changed.readUInt8(at) ^ 0xff, at);
      expect(() => openP12(good.subarray(0, at), 'mật-khẩu')).toThrow(CertificateUnusable);
      try {
        openP12(changed, 'mật-khẩu');
      } catch (error) {
        expect(error).toBeInstanceOf(CertificateUnusable);
      }
    }
  });

  it('that asks for endless rounds is refused at once', async () => {
    const made = Buffer.from(await makeDemoCertificate({ commonName: 'A', organization: 'B', passphrase: 'x', ...LIFE }));
    const rounds = Buffer.concat([Buffer.from([0x02, 0x02, 0x27, 0x10])]);
    expect(made.includes(rounds)).toBe(true);
    const greedy = Buffer.from(made);
    greedy.writeUInt16BE(0x0800 | 0x7fff, made.lastIndexOf(Buffer.from([0x02, 0x02, 0x08, 0x00])) + 2);
    expect(() => openP12(greedy, 'x')).toThrow(CertificateUnusable);
  });
});
