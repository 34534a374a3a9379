/** Business time. Every written or compared business time comes from here; only leases use the database's own clock. */
export interface Clock {
  /** Epoch milliseconds. */
  nowMs(): number;
}

/** A clock that follows the database in the background; whoever makes it stops it. */
export interface RunningClock extends Clock {
  /** Reads the database now. */
  refresh(): Promise<void>;
  stop(): void;
}
