import { hashAfter, type KeptLine } from './audit-line';

/**
 * What is wrong with a chain:
 * `content` the words of the line are not those that were written; `link` the hash before it was changed; `missing` a line is gone between it
 * and the one before (or the one before was put in another's place); `inserted` nobody but a forger wrote it; `tail` lines after it are gone
 * (of a chain that is gone altogether no line is left to name); `sealed` a line that was sealed is gone or another; `seal` the chain of seals
 * itself is not whole.
 */
export type ChainFault = 'content' | 'link' | 'missing' | 'inserted' | 'tail' | 'sealed' | 'seal';

export interface LineFault {
  readonly fault: ChainFault;
  readonly lineId: string;
  readonly at: Date;
}

/** Follows the lines of one chain in their order and keeps the first fault. */
export class ChainReader {
  fault: LineFault | undefined;
  private last: KeptLine | undefined;
  /** The line after each hash: where a forged line was put in, the next honest one still names the hash before it. */
  private readonly after = new Map<string, KeptLine>();

  read(line: KeptLine): void {
    if (this.fault === undefined) {
      const prevHash = this.last?.hash ?? '';
      const fault = this.faultOf(line, prevHash);
      this.after.set(prevHash, line);
      const at = fault === 'inserted' ? (this.after.get(line.prev_hash) ?? line) : line;
      this.fault = fault === undefined ? undefined : { fault, lineId: at.id, at: at.at };
    }
    this.last = line;
  }

  private faultOf(line: KeptLine, prevHash: string): ChainFault | undefined {
    if (line.prev_hash === prevHash) {
      return line.hash === hashAfter(prevHash, line) && !line.finer ? undefined : 'content';
    }
    if (line.hash === hashAfter(prevHash, line)) {
      return 'link';
    }
    if (line.hash !== hashAfter(line.prev_hash, line)) {
      return 'content';
    }
    return this.after.has(line.prev_hash) ? 'inserted' : 'missing';
  }
}
