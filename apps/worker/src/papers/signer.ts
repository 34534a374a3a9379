import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedSettings } from '@thidua/config';
import { makeDemoCertificate, signPdf } from '@thidua/documents';
import { GiveUp } from '../service-tasks/outcomes';

const DEMO_PASSPHRASE = 'thidua-demo';
const DAY_MS = 86_400_000;

export interface SignOrder {
  readonly reason: string;
  readonly signer: string;
  readonly signedAtMs: number;
}

/** Ký số with the organisation's certificate, or in demo mode with one made once per data folder. */
export class Signer {
  private loaded: Promise<{ p12: Uint8Array; passphrase: string }> | undefined;

  constructor(private readonly settings: Pick<LoadedSettings, 'signingP12' | 'demo' | 'dataDir'>) {}

  /** Throws GiveUp when no certificate is there: such papers are signed by hand. */
  async sign(bytes: Uint8Array, order: SignOrder): Promise<Uint8Array> {
    this.loaded ??= this.load(order.signedAtMs);
    const { p12, passphrase } = await this.loaded;
    return signPdf(bytes, p12, passphrase, order);
  }

  private async load(nowMs: number): Promise<{ p12: Uint8Array; passphrase: string }> {
    const { signingP12, demo, dataDir } = this.settings;
    if (signingP12 !== null) {
      return { p12: await readFile(signingP12.path), passphrase: signingP12.password };
    }
    if (!demo) {
      this.loaded = undefined;
      throw new GiveUp('no-signing-certificate', 'Chưa có chứng thư số (SIGNING_P12); văn bản cần ký tay.');
    }
    return { p12: await keptDemoCertificate(dataDir, nowMs), passphrase: DEMO_PASSPHRASE };
  }
}

/** A hard link appears whole or not at all, so workers that start together agree on one certificate. */
async function keptDemoCertificate(dataDir: string, nowMs: number): Promise<Uint8Array> {
  const file = join(dataDir, 'demo-certificate.p12');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const mine = `${file}.${process.pid}`;
    const certificate = await makeDemoCertificate({
      commonName: 'Chứng thư số mô phỏng Thi Đua',
      organization: 'Thi Đua (dữ liệu mẫu)',
      passphrase: DEMO_PASSPHRASE,
      notBeforeMs: nowMs - 365 * DAY_MS,
      notAfterMs: nowMs + 5 * 365 * DAY_MS,
    });
    writeFileSync(mine, certificate, { mode: 0o600 });
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
  return readFileSync(file);
}
