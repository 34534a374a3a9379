import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDemoAuthority, type DemoAuthority } from '@thidua/documents';

const DAY_MS = 86_400_000;

/** The demonstration's own certification authority, made once per data folder. */
export async function keptDemoAuthority(dataDir: string, nowMs: number): Promise<DemoAuthority> {
  const file = join(dataDir, 'demo-authority.json');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const made = await makeDemoAuthority({
      commonName: 'Tổ chức chứng thực mô phỏng Thi Đua',
      organization: 'Thi Đua (dữ liệu mẫu)',
      notBeforeMs: nowMs - 3650 * DAY_MS,
      notAfterMs: nowMs + 3650 * DAY_MS,
    });
    keep(file, JSON.stringify({ certificate: base64(made.certificate), privateKey: base64(made.privateKey) }));
  }
  // Written above, by this or another worker.
  const { certificate, privateKey } = JSON.parse(readFileSync(file, 'utf8')) as { certificate: string; privateKey: string };
  return { certificate: Buffer.from(certificate, 'base64'), privateKey: Buffer.from(privateKey, 'base64') };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** A hard link appears whole or not at all, so workers that start together agree on one authority. */
function keep(file: string, text: string): void {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, text, { mode: 0o600 });
  try {
    linkSync(mine, file);
  } catch (error) {
    if (!existsSync(file)) {
      throw error;
    }
  } finally {
    rmSync(mine, { force: true });
  }
}
