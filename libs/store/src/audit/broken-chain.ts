import type { ChainFault } from './chain-reader';

export interface ChainRef {
  readonly provinceId: string;
  readonly subjectType: string;
  readonly subjectId: string;
}

/** The first fault of a chain. Of a chain that is gone altogether, and of the seals, no line is left to name. */
export interface BrokenChain extends ChainRef {
  readonly fault: ChainFault;
  readonly lineId: string | null;
  readonly at: Date | null;
}

export interface ChainScope {
  readonly provinceId?: string;
  readonly subjectIds?: readonly string[];
  /** False: a backup from before ends were kept has only the lines themselves. */
  readonly ends?: boolean;
  /** Told after every page; lines so far. */
  readonly onLines?: (lines: number) => void;
}
