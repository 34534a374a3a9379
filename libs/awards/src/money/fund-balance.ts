/** Sums of a fund's ledger by kind of line, đồng. */
export interface FundSums {
  readonly allotted: number;
  readonly hold: number;
  readonly release: number;
  readonly commit: number;
  readonly pay: number;
  readonly return: number;
}

export interface FundBalance {
  readonly allotted: number;
  /** Reserved by drafts that nobody has signed yet. */
  readonly held: number;
  /** Owed by issued decisions, paid or not, less what came back. */
  readonly committed: number;
  readonly paid: number;
  readonly returned: number;
  /** What may still be given: allotted - held - committed. Negative when the fund is exceeded. */
  readonly left: number;
  readonly over: boolean;
}

/** A fund's balance: what comes back after a revocation is there to be given again (law.md M-09). */
export function fundBalance(sums: FundSums): FundBalance {
  const held = sums.hold - sums.release;
  const committed = sums.commit - sums.return;
  const left = sums.allotted - held - committed;
  return { allotted: sums.allotted, held, committed, paid: sums.pay, returned: sums.return, left, over: left < 0 };
}
