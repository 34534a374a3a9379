import type { CaseworkDeps } from '../deps';

const LOOK_EVERY_MS = 1500;

/**
 * Calls `onAnew` once when the installation begins anew (its example data was cleared): caches, clock and demo of this process are then of
 * another installation. A failed look is no answer; the next one comes.
 */
export function watchInstallation({ stores }: Pick<CaseworkDeps, 'stores'>, onAnew: () => void): void {
  let first: number | undefined;
  const look = async (): Promise<void> => {
    const epoch = (await stores.installation.find())?.epoch ?? 0;
    first ??= epoch;
    if (epoch !== first) {
      clearInterval(timer);
      onAnew();
    }
  };
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS);
  timer.unref();
}
