/** How a process leaves that is to be started again because the installation begins anew: no crash. tools/supervise.mjs knows it. */
const BEGINS_ANEW = 75;
const PATIENCE_MS = 4000;

/** Leaves so that the launcher starts us again. A request that waits for rows that are gone must not keep us. */
export function leaveToBeginAnew(close: () => Promise<void>): void {
  setTimeout(() => process.exit(BEGINS_ANEW), PATIENCE_MS).unref();
  void close().finally(() => process.exit(BEGINS_ANEW));
}

/** The launcher holds our channel; when it is gone, so are we, so that nothing runs on unowned (decision 1). */
export function leaveWithParent(close: () => Promise<void>): void {
  if (process.send === undefined) {
    return;
  }
  process.on('disconnect', () => {
    void close().finally(() => process.exit(0));
  });
}
