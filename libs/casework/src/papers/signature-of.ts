import { signatureLines, type SignatureCapacity } from '@thidua/awards';
import type { PositionRecord } from '@thidua/store';

/** The lines above a signer's name, by the post that signed: 'TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'. */
export function signatureOf(kind: string, post: Pick<PositionRecord, 'role' | 'title'>): readonly string[] {
  const as = post.role === 'deputy-chair' ? 'KT' : 'head';
  return signatureLines({ office: officeOf(kind, post), as });
}

function officeOf(kind: string, { role }: Pick<PositionRecord, 'role'>): SignatureCapacity['office'] {
  if (role === 'director') {
    return 'director';
  }
  if (role === 'chair' || role === 'deputy-chair') {
    return kind.startsWith('bien-ban') ? 'council' : kind.startsWith('to-trinh') ? 'committee' : 'chair';
  }
  return 'unit-head';
}
