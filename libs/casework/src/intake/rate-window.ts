/** At most so many events in a moving window, per process; what is over is told how long to wait. */
export class RateWindow {
  private times: number[] = [];

  constructor(
    private readonly most: number,
    private readonly windowMs: number,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** Counts one more. Seconds to wait when there have been too many; 0 = go on. */
  count(): number {
    const now = this.nowMs();
    this.times = this.times.filter((at) => now - at < this.windowMs);
    const [first] = this.times;
    if (first !== undefined && this.times.length >= this.most) {
      return Math.ceil((first + this.windowMs - now) / 1000);
    }
    this.times.push(now);
    return 0;
  }
}
