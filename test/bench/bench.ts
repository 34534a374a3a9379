/** One measured thing. `run` does `units` units of work; `verify` proves beforehand that the work is really done, and throws if not. */
export interface BenchCase {
  readonly name: string;
  /** What one unit is, in words. */
  readonly unit: string;
  /** Pages of one unit; then processor time is reported per page too. */
  readonly pages?: number;
  /** Milliseconds each unit took since the last call; then their 95th percentile is reported. */
  takeLatencies?(): readonly number[];
  verify?(): void | Promise<void>;
  run(units: number): void | Promise<void>;
}

/** `limit` is what the hardware allows: every case is measured as a ratio to it (or to its own `limit`) in the same round. */
export interface Bench {
  readonly name: string;
  readonly limit: BenchCase;
  readonly cases: readonly (BenchCase & { readonly limit?: BenchCase })[];
  /** Processor time of servers driven, in microseconds so far; the Node process itself is counted by the runner. */
  serverCpuMicros?(): number;
  setUp?(): Promise<void>;
  tearDown?(): Promise<void>;
}
