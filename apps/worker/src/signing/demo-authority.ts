import { keepOnce, keptIn } from '@thidua/config';
import { makeDemoAuthority, type DemoAuthority } from '@thidua/documents';

const DAY_MS = 86_400_000;
const NAME = 'demo-authority.json';

/** The demonstration's own certification authority, made once per data folder: workers that start together agree on one. */
export async function keptDemoAuthority(dataDir: string, nowMs: number): Promise<DemoAuthority> {
  const kept = keptIn(dataDir, NAME) ?? keepOnce(dataDir, NAME, await madeAuthority(nowMs));
  // Written by this or another worker.
  const { certificate, privateKey } = JSON.parse(kept) as { certificate: string; privateKey: string };
  return { certificate: Buffer.from(certificate, 'base64'), privateKey: Buffer.from(privateKey, 'base64') };
}

async function madeAuthority(nowMs: number): Promise<string> {
  const { certificate, privateKey } = await makeDemoAuthority({
    commonName: 'Tổ chức chứng thực mô phỏng Thi Đua',
    organization: 'Thi Đua (dữ liệu mẫu)',
    notBeforeMs: nowMs - 3650 * DAY_MS,
    notAfterMs: nowMs + 3650 * DAY_MS,
  });
  return JSON.stringify({ certificate: base64(certificate), privateKey: base64(privateKey) });
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
