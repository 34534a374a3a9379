/** Every place where `npm run crash` may end the process, in the order of one approval. */
export const FAULT_POINTS = [
  'start.after-insert',
  'step.before-commit',
  'step.after-commit',
  'step.in-transaction',
  'relay.after-take',
  'relay.after-ring',
  'job.after-lease',
  'paper.after-render',
  'paper.after-record',
  'sign.after-decision-row',
  'number.after-take',
  'ballot.after-count',
  'message.after-correlate',
  'timer.after-claim',
  'definition.after-insert',
  'answer.after-commit',
] as const;

/** Passed only where files move out of the database; the test of the mover walks them. */
export type FilePoint = 'file.after-put' | 'file.after-move';

export type FaultPoint = (typeof FAULT_POINTS)[number] | FilePoint;

let armed: { name: string; left: number } | undefined;
let count: ((name: FaultPoint) => void) | undefined;

/** Tests only (config refuses FAULT elsewhere): the process ends itself with SIGKILL at the `hit`-th time `fp(name)` is reached. */
export function armFault(fault: { readonly name: string; readonly hit: number } | null): void {
  armed = fault === null ? undefined : { name: fault.name, left: fault.hit };
}

/** Tests only: told of every fault point that is passed. */
export function countFaultPoints(listener: ((name: FaultPoint) => void) | undefined): void {
  count = listener;
}

export function fp(name: FaultPoint): void {
  count?.(name);
  if (armed?.name !== name) {
    return;
  }
  armed.left -= 1;
  if (armed.left === 0) {
    process.kill(process.pid, 'SIGKILL');
  }
}
