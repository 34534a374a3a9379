import type { InstanceStart } from '@thidua/store';
import type { InstanceHead, Order } from './step-draft';
import type { StepAnswer } from './step-input';

export interface StartWork {
  readonly head: InstanceHead;
  readonly row: InstanceStart;
  /** The graph it is bound to: the definition, or `<definition id>#<process id>` for a further process of its file. */
  readonly boundId: string;
}

/** One caller's command on its way through the batcher. */
export interface Work {
  readonly provinceId: string;
  readonly instanceId: string;
  readonly order: Order;
  /** Present on a start: the instance that begins. */
  readonly start?: StartWork;
  readonly settle: (answer: StepAnswer) => void;
  readonly fail: (error: unknown) => void;
  attempts: number;
  /** Decided and written alone, so that its answer is its own. */
  alone: boolean;
  /** Refused on a cached state: to be decided on one that is read anew. */
  doubted: boolean;
}

/** The commands of one instance, in the order they came; at most one flight works on it. */
export interface Lane {
  readonly instanceId: string;
  readonly provinceId: string;
  works: Work[];
}
