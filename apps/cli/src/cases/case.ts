import type { Cast } from '../people/cast';
import type { CaseLine } from '../report';

/** What a case may use: the people, where papers go, and the launcher's hand for faults. */
export interface Stage {
  readonly cast: Cast;
  readonly out: string;
  readonly say: (text: string) => void;
  /** Folder of the plans as they were written; of the plans' stories alone. */
  readonly texts?: string;
  /** Kills the worker at a fault point at its next hit; answers when it is dead and a fresh one runs. Absent when we did not start the system. */
  readonly killWorkerAt?: (point: string, meanwhile: () => Promise<void>) => Promise<void>;
}

export interface DemoCase {
  readonly letter: string;
  readonly title: string;
  play(stage: Stage): Promise<readonly CaseLine[]>;
}

/** An expectation of a case: its failure fails the demo with what was seen. */
export function expectThat(holds: boolean, what: string): void {
  if (!holds) {
    throw new Error(`không như mong đợi: ${what}`);
  }
}
