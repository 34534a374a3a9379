import { gappedPaper, SIGNED_AT, demoRoot } from '../../../../../test/harness/signed-papers';
import { startSigningServer, type KeptCredential, type SigningFault, type SigningServer } from '../../../../../test/harness/signing-server';
import { makeCertificate } from '../demo/make-certificate';
import { inspectSignatures } from '../inspect/inspect-signatures';
import { signRevision } from '../sign-revision';
import { remoteKey } from './remote-key';

const order = { reason: 'Ban hành quyết định', signer: 'Phạm Quang Hưng', signedAtMs: SIGNED_AT };
let credentials: Record<'rsa' | 'ec', KeptCredential>;
let server: SigningServer;
let bare: SigningServer;
let paper: Uint8Array;

beforeAll(async () => {
  const authority = await demoRoot();
  const life = { notBeforeMs: SIGNED_AT - 1000, notAfterMs: SIGNED_AT + 1000 };
  const kept = async (keyKind: 'rsa' | 'ec'): Promise<KeptCredential> => {
    const subject = { commonName: 'Phạm Quang Hưng', organization: 'Ủy ban nhân dân xã Gia Phúc' };
    const issued = await makeCertificate({ subject, keyKind, ...life, use: 'signer' }, authority);
    return { certificates: [issued.certificate, authority.certificate], privateKey: issued.privateKey };
  };
  credentials = { rsa: await kept('rsa'), ec: await kept('ec') };
  server = await startSigningServer({ credentials });
  bare = await startSigningServer({ credentials, bareEcdsa: true });
  paper = await gappedPaper();
}, 60_000);
afterEach(() => {
  server.fault = 'none';
});
afterAll(() => Promise.all([server.close(), bare.close()]));

function open(credentialId: string, from = server): ReturnType<typeof remoteKey> {
  return remoteKey({ url: from.url, credentialId, token: from.token, timeoutMs: 500 });
}

describe('a key at a signing service', () => {
  it.each([
    ['rsa', 'DER', () => server],
    ['ec', 'DER', () => server],
    ['ec', 'bare r and s', () => bare],
  ])('signs papers: %s, %s', async (credentialId, _form, from) => {
    const signed = await signRevision(paper, { ...order, key: await open(credentialId, from()) });
    const [report] = await inspectSignatures(signed);
    expect([report?.valid, report?.signer]).toEqual([true, 'Phạm Quang Hưng']);
  });

  it('is given a hash, never the paper', async () => {
    const before = server.signed.length;
    await signRevision(paper, { ...order, key: await open('rsa') });
    expect(server.signed.slice(before).map((hash) => Buffer.from(hash, 'base64').length)).toEqual([32]);
  });

  it('is refused when its certificate is not the registered one', async () => {
    const certificate = credentials.ec.certificates[0];
    const options = { url: server.url, credentialId: 'rsa', token: server.token };
    await expect(remoteKey({ ...options, ...(certificate === undefined ? {} : { certificate }) })).rejects.toMatchObject({
      code: 'signing-service-wrong',
    });
  });

  it.each<[SigningFault, string]>([
    ['silent', 'signing-service-away'],
    ['unavailable', 'signing-service-away'],
    ['refuses', 'signing-service-wrong'],
    ['no-json', 'signing-service-wrong'],
    ['endless', 'signing-service-wrong'],
  ])('of a service that is %s is not opened: %s', async (fault, code) => {
    server.fault = fault;
    await expect(open('rsa')).rejects.toMatchObject({ code, details: { service: 'signer' } });
  });

  it.each<[SigningFault, string]>([
    ['wrong-signature', 'signing-service-wrong'],
    ['silent', 'signing-service-away'],
  ])('leaves the paper unsigned when it is %s while signing: %s', async (fault, code) => {
    const key = await open('rsa');
    server.fault = fault;
    await expect(signRevision(paper, { ...order, key })).rejects.toMatchObject({ code });
  });

  it('is not its service’s to swap: a certificate of another key signs nothing', async () => {
    server.fault = 'other-certificate';
    const key = await open('rsa');
    await expect(signRevision(paper, { ...order, key })).rejects.toMatchObject({ code: 'signing-service-wrong' });
  });

  it('of an unknown credential is refused', async () => {
    await expect(open('nobody')).rejects.toMatchObject({ code: 'signing-service-wrong' });
  });
});
