/**
 * What JavaScript itself allows: hand-written token loops over integer arrays with a history array, no ids, no events,
 * no state. The limit cases of the engine bench (performance.md 1.4).
 */
const TASK = 0;
const FORK = 1;
const JOIN = 2;
const END = 3;
const USER = 4;
const GATEWAY = 5;

/** Written to, so that the work cannot be optimised away. */
const sink = { calls: 0, entries: 0 };
const noOp = (): void => {
  sink.calls += 1;
};

export function rawSequence10(units: number): void {
  const kind = [TASK, TASK, TASK, TASK, TASK, TASK, TASK, TASK, TASK, TASK, TASK, END];
  const next = kind.map((_, at) => [at + 1]);
  for (let i = 0; i < units; i += 1) {
    loop(kind, next, 0);
  }
}

export function rawParallel8(units: number): void {
  const kind = [FORK, ...Array.from({ length: 8 }, () => TASK), JOIN, END];
  const next = [[1, 2, 3, 4, 5, 6, 7, 8], ...Array.from({ length: 8 }, () => [9]), [10], []];
  for (let i = 0; i < units; i += 1) {
    loop(kind, next, 8);
  }
}

/** One unit is one completed user task, four of them in an instance. */
export function rawApproval4(units: number): void {
  const kind = [USER, GATEWAY, USER, GATEWAY, USER, GATEWAY, USER, GATEWAY, END];
  for (let i = 0; i < units; i += 4) {
    const history: number[] = [];
    const command = { returned: false };
    let at = 0;
    while (kind[at] !== END) {
      history.push(at);
      at = kind[at] === GATEWAY && command.returned ? Math.max(0, at - 3) : at + 1;
    }
    sink.entries += history.length;
  }
}

function loop(kind: readonly number[], next: readonly (readonly number[])[], joins: number): void {
  const history: number[] = [];
  const queue = [0];
  let arrived = 0;
  for (let head = 0; head < queue.length; head += 1) {
    const at = queue[head] ?? 0;
    if (kind[at] === JOIN) {
      arrived += 1;
      if (arrived < joins) {
        continue;
      }
    }
    history.push(at);
    if (kind[at] === TASK) {
      noOp();
    }
    if (kind[at] !== END) {
      for (const to of next[at] ?? []) {
        queue.push(to);
      }
    }
  }
  sink.entries += history.length;
}
