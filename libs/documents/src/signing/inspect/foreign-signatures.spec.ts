import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoKey, demoRoot, gappedPaper, SIGNED_AT } from '../../../../../test/harness/signed-papers';
import { makeCertificate, type Issued, type KeyKind } from '../demo/make-certificate';
import type { SigningKey } from '../keys/signing-key';
import { signRevision } from '../sign-revision';
import { inspectSignatures } from './inspect-signatures';

const folder = mkdtempSync(join(tmpdir(), 'thidua-foreign-'));
let issued: Record<KeyKind, Issued>;
let ours: SigningKey;

beforeAll(async () => {
  const authority = await demoRoot();
  const life = { notBeforeMs: SIGNED_AT - 1000, notAfterMs: Date.UTC(2090, 0, 1) };
  const subject = { commonName: 'Phạm Quang Hưng', organization: 'Ủy ban nhân dân xã Gia Phúc' };
  const issue = (keyKind: KeyKind) => makeCertificate({ subject, keyKind, ...life, use: 'signer' }, authority);
  issued = { rsa: await issue('rsa'), ec: await issue('ec') };
  ours = await demoKey(authority, 'Người khác', 'ec');
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function opensslIsHere(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}

const withOpenssl = opensslIsHere() ? it.each : it.skip.each;

function pem(label: string, der: Uint8Array): string {
  return `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`;
}

/** One of our papers whose CMS is by OpenSSL instead, over the same bytes. */
async function signedByOpenssl(kind: string, keyKind: KeyKind, more: readonly string[]): Promise<Buffer> {
  const file = (name: string): string => join(folder, name);
  const order = { reason: 'Ban hành', signer: 'Phạm Quang Hưng', signedAtMs: SIGNED_AT };
  const paper = Buffer.from(await signRevision(await gappedPaper(), { ...order, key: ours }));
  paper.write(`/${kind}`, paper.indexOf('/ETSI.CAdES.detached'), 'latin1');
  const range = /\/ByteRange \[0 (\d+) (\d+) (\d+)/.exec(paper.toString('latin1'))?.slice(1).map(Number) ?? [];
  const [length = 0, resume = 0, rest = 0] = range;
  writeFileSync(file('content'), Buffer.concat([paper.subarray(0, length), paper.subarray(resume, resume + rest)]));
  writeFileSync(file('certificate.pem'), pem('CERTIFICATE', issued[keyKind].certificate));
  writeFileSync(file('key.pem'), pem('PRIVATE KEY', issued[keyKind].privateKey));
  const paths = ['-in', file('content'), '-signer', file('certificate.pem'), '-inkey', file('key.pem'), '-out', file('cms')];
  execFileSync('openssl', ['cms', '-sign', '-binary', '-md', 'sha256', '-outform', 'DER', ...paths, ...more], { stdio: 'ignore' });
  const hex = readFileSync(file('cms')).toString('hex');
  paper.write(hex.padEnd(resume - length - 2, '0'), length + 1, 'latin1');
  return paper;
}

describe('another signer (OpenSSL, where it is installed)', () => {
  withOpenssl<[string, KeyKind, string[]]>([
    ['adbe.pkcs7.detached', 'rsa', []],
    ['adbe.pkcs7.detached', 'rsa', ['-keyopt', 'rsa_padding_mode:pss']],
    ['adbe.pkcs7.detached', 'rsa', ['-keyid']],
    ['adbe.pkcs7.detached', 'ec', []],
    ['ETSI.CAdES.detached', 'rsa', ['-cades']],
    ['ETSI.CAdES.detached', 'ec', ['-cades']],
  ])('signs as %s by %s %j, and we read it', async (kind, keyKind, more) => {
    const [report] = await inspectSignatures(await signedByOpenssl(kind, keyKind, more));
    expect([report?.problem, report?.signer, report?.valid]).toEqual(['', 'Phạm Quang Hưng', true]);
  });

  withOpenssl<[string, string[], string]>([
    ['ETSI.CAdES.detached', [], 'certificate-swapped'],
    ['adbe.pkcs7.detached', ['-md', 'sha1'], 'algorithm-weak'],
    ['adbe.pkcs7.detached', ['-nocerts'], 'signature-unreadable'],
    ['adbe.pkcs7.detached', ['-noattr'], 'signature-unreadable'],
  ])('that signs as %s with %j is told why it does not count: %s', async (kind, more, problem) => {
    const [report] = await inspectSignatures(await signedByOpenssl(kind, 'rsa', more));
    expect([report?.problem, report?.valid]).toEqual([problem, false]);
  });
});
