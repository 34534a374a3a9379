// @ts-check
// One line per step with its seconds; on a terminal the line of the running step is redrawn.
const tty = process.stdout.isTTY === true;
const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** A step printer: `step(label, work)` runs the work and prints `label … 1.2 s`; work may return a note for the line. */
export function stepPrinter(total) {
  let count = 0;
  return async (label, work) => {
    count += 1;
    const head = `[${count}/${total}] ${label}`;
    const from = performance.now();
    const redraw = () => process.stdout.write(`\r\x1b[K${head} … ${seconds(from)}`);
    const timer = tty ? setInterval(redraw, 200) : undefined;
    if (tty) redraw();
    else process.stdout.write(`${head} …\n`);
    try {
      const { note, value } = (await work()) ?? {};
      process.stdout.write(`${tty ? '\r\x1b[K' : ''}${head}: ${note === undefined ? '' : `${note}, `}${seconds(from)}\n`);
      return value;
    } catch (error) {
      process.stdout.write(`${tty ? '\r\x1b[K' : ''}${head}: HỎNG / FAILED, ${seconds(from)}\n`);
      throw error;
    } finally {
      clearInterval(timer);
    }
  };
}

/** A bar that is redrawn on a terminal and printed once per change elsewhere. */
export function progressBar() {
  let last = '';
  let closed = false;
  return ({ done, total, label }) => {
    const width = 24;
    const filled = total === 0 ? width : Math.round((width * Math.min(done, total)) / total);
    const line = `${label} [${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${done}/${total}`;
    if (line === last || closed) return;
    last = line;
    closed = done >= total;
    process.stdout.write(tty ? `\r\x1b[K${line}${closed ? '\n' : ''}` : `${line}\n`);
  };
}
