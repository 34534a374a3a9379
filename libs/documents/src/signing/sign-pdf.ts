import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import { P12Signer } from '@signpdf/signer-p12';
import { SignPdf } from '@signpdf/signpdf';
import { CertificateUnusable } from '../errors';

export interface SignOptions {
  /** 'Ban hanh': printed by readers; Vietnamese letters lose their marks, because the placeholder writes ASCII only. */
  readonly reason: string;
  readonly signer: string;
  /** Milliseconds since 1970, from the one clock. */
  readonly signedAtMs: number;
}

/**
 * Adds a signature as an incremental revision (so one already there stays valid). The PDF needs a classic cross-reference
 * table: what PaperMaker and mergePdfs write has one. Throws CertificateUnusable for a wrong passphrase or an EC key.
 */
export async function signPdf(bytes: Uint8Array, p12: Uint8Array, passphrase: string, options: SignOptions): Promise<Uint8Array> {
  const signingTime = new Date(options.signedAtMs);
  const prepared = plainAddPlaceholder({
    pdfBuffer: Buffer.from(bytes),
    reason: ascii(options.reason),
    contactInfo: '',
    name: ascii(options.signer),
    location: 'VN',
    signingTime,
    signatureLength: 8192,
  });
  try {
    return await new SignPdf().sign(prepared, new P12Signer(Buffer.from(p12), { passphrase }), signingTime);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CertificateUnusable(`the paper cannot be signed with this certificate: ${reason}`, { reason });
  }
}

function ascii(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\x20-\x7e]/g, '?');
}
