import type { CaseworkDeps } from '../deps';
import { RateWindow } from '../intake/rate-window';
import { Refused } from '../refused';

const MISSES_A_MINUTE = 60;
const FILES_A_MINUTE = 60;
const A_MINUTE_MS = 60_000;

interface Paces {
  /** Codes of nothing. */
  readonly misses: RateWindow;
  /** Files to be looked at, each of which costs us work. */
  readonly files: RateWindow;
}

// One set per open casework.
const known = new WeakMap<object, Paces>();

export function pacesOf(stores: CaseworkDeps['stores']): Paces {
  const paces = known.get(stores) ?? {
    misses: new RateWindow(MISSES_A_MINUTE, A_MINUTE_MS),
    files: new RateWindow(FILES_A_MINUTE, A_MINUTE_MS),
  };
  known.set(stores, paces);
  return paces;
}

/** @throws Refused too-many-attempts */
export function demandPace(window: RateWindow): void {
  const waitSeconds = window.count();
  if (waitSeconds > 0) {
    throw new Refused('too-many-attempts', { waitSeconds });
  }
}
