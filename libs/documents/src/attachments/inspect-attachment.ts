import { inspectImage } from './inspect-image';
import { inspectOffice } from './inspect-office';
import { inspectPdf } from './inspect-pdf';
import { inspectText } from './inspect-text';
import { beginningOf, promisedKind } from './sniff';
import { refused, type AttachmentLimits, type AttachmentVerdict } from './verdict';

/**
 * Judges an uploaded file by its own bytes, and takes out of it what can be taken out safely. Runs in a process of its own (see inspector.ts):
 * what it reads may be made to crash or to swell whoever reads it.
 */
export async function inspectAttachment(bytes: Uint8Array, name: string, limits: AttachmentLimits): Promise<AttachmentVerdict> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const promised = promisedKind(name);
  const verdict = await inspectBeginning(file, limits);
  if (verdict.ok && (verdict.kind !== promised || !limits.kinds.includes(verdict.kind))) {
    return refused('file-not-what-it-says', { name, found: verdict.kind, kinds: [...limits.kinds] });
  }
  return verdict.ok ? verdict : { ...verdict, details: { name, kinds: [...limits.kinds], ...verdict.details } };
}

async function inspectBeginning(file: Buffer, limits: AttachmentLimits): Promise<AttachmentVerdict> {
  const beginning = beginningOf(file);
  switch (beginning) {
    case 'pdf':
      return inspectPdf(file, limits);
    case 'png':
    case 'jpeg':
      return inspectImage(file, beginning);
    case 'zip':
      return inspectOffice(file);
    case 'ole':
      // Word and Excel lock a file by putting it into a container of the old kind.
      return file.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? refused('file-encrypted') : refused('file-not-what-it-says');
    case 'unknown':
      // Text has no beginning of its own; only a rule that takes it looks for it.
      return limits.kinds.includes('txt') ? inspectText(file) : refused('file-not-what-it-says');
  }
}
