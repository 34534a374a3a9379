import { createHash } from 'node:crypto';

/** The end of one chain as a seal holds it. */
export interface SealedLine {
  readonly line_id: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly hash: string;
}

export interface SealHead {
  readonly provinceId: string;
  readonly n: number;
  readonly at: Date;
  readonly upTo: string;
  readonly prevHash: string;
}

/** SHA-256 over the seal before and the ends this one holds, by line id. */
export function sealHash(seal: SealHead, lines: readonly SealedLine[]): string {
  const hash = createHash('sha256').update(`${seal.prevHash}\n${seal.provinceId} ${seal.n} ${seal.at.toISOString()} ${seal.upTo}\n`);
  for (const line of lines) {
    hash.update(`${line.line_id} ${line.subject_type} ${line.subject_id} ${line.hash}\n`);
  }
  return hash.digest('hex');
}
