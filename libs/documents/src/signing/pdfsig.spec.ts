import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { demoKey, demoRoot, gappedPaper, inkPng, SIGNED_AT } from '../../../../test/harness/signed-papers';
import { fillFields } from './fields/fill-fields';
import { prepareFields } from './fields/prepare-fields';
import { inspectSignatures } from './inspect/inspect-signatures';
import { signRevision } from './sign-revision';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'thidua-pdfsig-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function popplerIsHere(): boolean {
  try {
    execFileSync('pdfsig', ['-v'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}

const withPoppler = popplerIsHere() ? it : it.skip;

/** What pdfsig says of each signature: 'Signature is Valid.', 'Digest Mismatch.' */
async function verdicts(pdf: Uint8Array): Promise<string[]> {
  const file = join(folder, 'paper.pdf');
  writeFileSync(file, pdf);
  // Its exit code speaks of trust in the issuer too, which a demo root has not.
  const { stdout } = await run('pdfsig', ['-nocert', file]).catch((error: unknown) => error as { stdout: string });
  return [...stdout.matchAll(/Signature Validation: (.+)/g)].map(([, verdict]) => verdict ?? '');
}

/** As an agency issues a decision: the person signs and certifies, number and date are filled in, the agency seals. */
async function sample(first: 'rsa' | 'ec', second: 'rsa' | 'ec', objectStreams: boolean): Promise<Uint8Array> {
  const authority = await demoRoot();
  const person = await demoKey(authority, 'Phạm Quang Hưng', first);
  const agency = await demoKey(authority, 'Ủy ban nhân dân xã Gia Phúc', second);
  const draft = await prepareFields(await gappedPaper({ objectStreams }));
  const image = { kind: 'personal', png: inkPng('signature', 300, 100) } as const;
  const signed = await signRevision(draft, {
    key: person,
    reason: 'Ban hành quyết định',
    signer: 'Phạm Quang Hưng',
    signedAtMs: SIGNED_AT,
    image,
    docMdp: true,
  });
  const filled = await fillFields(signed, { so: '57', ngay: '02', thang: '3', nam: '2026' });
  const seal = { kind: 'seal', png: inkPng('seal', 300, 300), widthMm: 36 } as const;
  return signRevision(filled, {
    key: agency,
    reason: 'Đóng dấu',
    signer: 'Ủy ban nhân dân xã Gia Phúc',
    signedAtMs: SIGNED_AT,
    image: seal,
  });
}

describe.each([
  ['rsa', 'ec', false],
  ['ec', 'rsa', false],
  ['rsa', 'rsa', true],
  ['ec', 'ec', true],
] as const)('a paper signed by %s, filled, sealed by %s (cross-reference stream: %s)', (first, second, objectStreams) => {
  withPoppler(
    'is valid twice for poppler too, where poppler-utils is installed; a changed byte is seen by both',
    async () => {
      const paper = await sample(first, second, objectStreams);
      const changed = Buffer.from(paper);
      const at = changed.indexOf('MediaBox') + 12;
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(await verdicts(paper)).toEqual(['Signature is Valid.', 'Signature is Valid.']);
      expect((await inspectSignatures(paper)).map(({ valid, later }) => [valid, later])).toEqual([
        [true, 'allowed'],
        [true, 'none'],
      ]);
      expect(await verdicts(changed)).toEqual(['Digest Mismatch.', 'Digest Mismatch.']);
      expect((await inspectSignatures(changed)).map(({ problem }) => problem)).toEqual(['content-changed', 'content-changed']);
    },
    60_000,
  );
});
