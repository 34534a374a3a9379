import { EICAR, openClamd, type ClamdPeer } from '../../../../test/harness/clamd';
import { clamav } from './clamav';

describe('the virus scanner', () => {
  let peer: ClamdPeer;

  beforeAll(async () => {
    peer = await openClamd();
  });
  afterAll(() => peer.close());

  it('is given the whole file, in pieces, and says what it found by name', async () => {
    const scanner = clamav({ url: peer.url });
    const large = Buffer.concat([Buffer.alloc(300_000, 7), Buffer.from(EICAR)]);
    expect(await scanner.scan(Buffer.from('sạch'))).toEqual({ state: 'clean' });
    expect(await scanner.scan(large)).toEqual({ state: 'infected', found: 'Eicar-Test-Signature' });
    expect(peer.seen.at(-1)?.equals(large)).toBe(true);
    expect(await scanner.answers()).toBe(true);
  });

  it('is away when it is silent or gone: nothing passes unseen', async () => {
    const scanner = clamav({ url: peer.url, limitMs: 200 });
    peer.silent = true;
    expect(await scanner.scan(Buffer.from('x'))).toEqual({ state: 'away' });
    expect(await clamav({ url: 'tcp://127.0.0.1:1', limitMs: 500 }).scan(Buffer.from('x'))).toEqual({ state: 'away' });
    expect(await clamav({ url: 'tcp://127.0.0.1:1' }).answers()).toBe(false);
  });
});
