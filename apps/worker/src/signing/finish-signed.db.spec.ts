import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PaperToIssue } from '@thidua/casework';
import { sealSecret } from '@thidua/casework';
import { inspectSignatures } from '@thidua/documents';
import { emptyPaper, makeCertificate } from '../../../../test/harness/certificates';
import { HP, RoundPlay } from '../../../../test/harness/round-play';
import { startSigningServer, type SigningServer } from '../../../../test/harness/signing-server';
import type { TaskRoom } from '../service-tasks/service-task';
import { finishSigned } from './finish-signed';
import { KeyRing } from './key-ring';

const YEAR_MS = 365 * 86_400_000;

describe('a signed paper', () => {
  let play: RoundPlay;
  let service: SigningServer;
  let dataDir: string;
  let issue: PaperToIssue;
  let certificate: Uint8Array;

  const roomOf = (demo: boolean): TaskRoom => {
    const keys = new KeyRing({ ...play.deps, demo }, { dataDir, tsaUrl: null });
    // Nothing is rendered here: the draft is there, and has no Word beside it.
    return { deps: play.deps, keys } as unknown as TaskRoom;
  };

  beforeAll(async () => {
    play = await RoundPlay.open();
    dataDir = mkdtempSync(join(tmpdir(), 'thidua-keys-'));
    const nowMs = play.deps.clock.nowMs();
    const chair = await play.actor('gp.chutich');
    const [post] = chair.positions;
    const made = async (commonName: string): Promise<{ certificates: Uint8Array[]; privateKey: Uint8Array }> => {
      const validity = { notBeforeMs: nowMs - YEAR_MS, notAfterMs: nowMs + YEAR_MS };
      const subject = { commonName, organization: 'UBND xã Gia Phúc' };
      const issued = await makeCertificate({ subject, keyKind: 'rsa', ...validity, use: 'signer' });
      return { certificates: [issued.certificate], privateKey: issued.privateKey };
    };
    const credentials = { chair: await made('Đỗ Đức Chiến'), another: await made('Người Khác') };
    [certificate = new Uint8Array()] = credentials.chair.certificates;
    service = await startSigningServer({ credentials });
    const paper = await put(await emptyPaper(), { orgId: post?.orgId ?? '', positionId: post?.id ?? '', personId: chair.personId, nowMs });
    issue = {
      paper,
      data: { frame: { number: null, symbol: '', date: null, signature: { lines: [], name: '' } } },
      number: null,
      symbol: null,
      date: null,
      signer: { mode: 'digital', fullName: 'Đỗ Đức Chiến', title: 'Chủ tịch', role: 'chair', signedMs: nowMs },
    };
  }, 90_000);
  afterAll(async () => {
    await service.close();
    await play.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function put(
    bytes: Uint8Array,
    by: { readonly orgId: string; readonly positionId: string; readonly personId: string; readonly nowMs: number },
  ): Promise<PaperToIssue['paper']> {
    const id = randomUUID();
    const { database, stores, signingKey } = play.deps;
    await database.inTransaction(async (tx) => {
      const sha256 = await stores.files.put(tx, HP, { bytes, mime: 'application/pdf', atMs: by.nowMs });
      await tx.query(
        `insert into paper (province_id, id, org_id, kind, slot, title, state, data_hash, draft_sha256, pages, template_version, verify_token, created_at, signature_mode,
           signer_position, signer_person, signed_at) values ($1, $2, $3, 'bien-ban-binh-xet', $4, 'Biên bản', 'signed', 'h', $5, 1, '1', $4, now(), 'digital', $6, $7, now())`,
        [HP, id, by.orgId, id, sha256, by.positionId, by.personId],
      );
      const credentialId = randomUUID();
      await stores.credentials.put(tx, HP, {
        ...{ id: credentialId, ownerKind: 'position', ownerId: by.positionId, personId: by.personId, driver: 'remote' },
        ...{ label: 'Đỗ Đức Chiến', issuer: 'x', certificate, addedBy: null, addedMs: by.nowMs },
        ...{ validFrom: new Date(by.nowMs - YEAR_MS), validTo: new Date(by.nowMs + YEAR_MS) },
        secret: sealSecret(
          signingKey,
          { provinceId: HP, credentialId },
          { driver: 'remote', url: service.url, credentialId: 'chair', token: service.token },
        ),
      });
    });
    const paper = await stores.papers.byId(HP, id);
    if (paper === undefined) {
      throw new Error('the paper was written above');
    }
    return paper;
  }

  it('is signed by a key that lies elsewhere', async () => {
    const { bytes } = await finishSigned(roomOf(false), HP, issue);
    expect(await inspectSignatures(bytes)).toMatchObject([{ signer: 'Đỗ Đức Chiến', valid: true, certifies: true, later: 'none' }]);
  });

  it('waits while that service is away, and nothing of it is kept', async () => {
    service.fault = 'unavailable';
    await expect(finishSigned(roomOf(false), HP, issue)).rejects.toMatchObject({ code: 'retry-later' });
    expect(await play.deps.stores.papers.byId(HP, issue.paper.id)).toEqual(issue.paper);
    service.fault = 'none';
    await expect(finishSigned(roomOf(false), HP, issue)).resolves.toMatchObject({ stage: 'final' });
  });

  it('is given up when the service refuses, or signs with another certificate', async () => {
    for (const fault of ['refuses', 'other-certificate', 'wrong-signature'] as const) {
      service.fault = fault;
      await expect(finishSigned(roomOf(false), HP, issue)).rejects.toMatchObject({ code: 'give-up' });
    }
    service.fault = 'none';
  });

  it('is not signed with the certificate of whoever had the post before; outside a demonstration an incident says whose is missing', async () => {
    const other = { ...issue, paper: { ...issue.paper, signerPerson: randomUUID() } };
    await expect(finishSigned(roomOf(false), HP, other)).rejects.toMatchObject({ code: 'give-up', reason: 'no-signing-certificate' });
  });

  it('gets a certificate of the demo authority in a demonstration, once', async () => {
    const deputy = (await play.actor('gp.phochutich')).positions[0];
    const signer = {
      ...issue,
      paper: { ...issue.paper, signerPosition: deputy?.id ?? '', signerPerson: (await play.actor('gp.phochutich')).personId },
    };
    for (let time = 0; time < 2; time += 1) {
      const { bytes } = await finishSigned(roomOf(true), HP, signer);
      expect(await inspectSignatures(bytes)).toMatchObject([{ valid: true, issuer: 'Tổ chức chứng thực mô phỏng Thi Đua' }]);
    }
    expect(await play.rows('select 1 from signing_credential where owner_id = $1', [deputy?.id])).toHaveLength(1);
  });
});
