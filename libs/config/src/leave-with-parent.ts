/** How a process leaves that is to be started again because the installation begins anew: no crash. */
export const BEGINS_ANEW = 75;

/** The launcher holds our channel; when it is gone, so are we, so that nothing runs on unowned (decision 1). */
export function leaveWithParent(close: () => Promise<void>): void {
  if (process.send === undefined) {
    return;
  }
  process.on('disconnect', () => {
    void close().finally(() => process.exit(0));
  });
}
