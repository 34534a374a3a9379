/** How long to wait before the next pass, from what this one found. */
export interface Pace {
  readonly busyMs: number;
  readonly idleMs: number;
}

export interface PacedLoop {
  /** Ends the wait: there is work. */
  nudge(): void;
  /** After the pass that is under way. */
  stop(): Promise<void>;
}

/**
 * Calls `pass` for ever: at once again at the busy pace while it finds work, slowing down to the idle pace when it finds none.
 * A pass that fails is told to `onError` and tried again at the idle pace: nothing here may end the worker.
 */
export function pacedLoop(pass: () => Promise<number>, pace: Pace, onError: (error: unknown) => void): PacedLoop {
  let stopping = false;
  let wake: () => void = () => undefined;
  let pause = pace.busyMs;

  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      // Several workers that began together shall not come to the same rows together for ever.
      const timer = setTimeout(resolve, pause * (0.8 + Math.random() * 0.4));
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    while (!isStopping()) {
      try {
        const found = await pass();
        pause = found > 0 ? pace.busyMs : Math.min(pace.idleMs, pause * 2);
      } catch (error) {
        onError(error);
        pause = pace.idleMs;
      }
      if (!isStopping()) {
        await rest();
      }
    }
  };
  // Read through a function: the compiler does not see that `stop` changes it while a pass is awaited.
  const isStopping = (): boolean => stopping;
  const ended = run();

  return {
    nudge: () => {
      wake();
    },
    stop: async () => {
      stopping = true;
      wake();
      await ended;
    },
  };
}
