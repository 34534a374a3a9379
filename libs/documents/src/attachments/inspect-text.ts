import { plainText } from '../plan-lines/text-lines';
import { MIME_OF, refused, type AttachmentVerdict } from './verdict';

const MOST_LINE = 20_000;

/** Plain text: it decodes, holds no control characters that only programs use, and no line without end. */
export function inspectText(file: Buffer): AttachmentVerdict {
  const text = decoded(file);
  if (text === undefined || /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/u.test(text)) {
    return refused('file-not-what-it-says', { reason: 'no-text' });
  }
  return text.split('\n').some((line) => line.length > MOST_LINE)
    ? refused('file-bomb', { reason: 'line-too-long' })
    : { ok: true, kind: 'txt', mime: MIME_OF.txt, bytes: file, pages: null, notes: [] };
}

function decoded(file: Buffer): string | undefined {
  try {
    return plainText(file);
  } catch {
    // Not text in any encoding that we read: said so by the verdict.
    return undefined;
  }
}
