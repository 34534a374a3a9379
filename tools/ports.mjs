// @ts-check
// Free TCP ports on this machine.
import { createServer } from 'node:net';

/** @returns {Promise<boolean>} whether `port` can be listened on at `host` now */
function isFree(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/** A port the system gives out. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** `first`, or the next port above it that nobody holds. The wildcard is tried too: another program may listen on every address. */
export async function nextFreePort(first, host = '127.0.0.1') {
  for (let port = first; port < Math.min(first + 100, 65536); port += 1) {
    if ((await isFree(port, host)) && (await isFree(port, '0.0.0.0'))) return port;
  }
  throw new Error(`Không còn cổng trống từ ${first} / no free port from ${first} on`);
}
