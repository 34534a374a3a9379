import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Lane } from './system';

/** A folder of its own and a free port; the unpacked browser is shared with the other suites. */
export async function freeLane(): Promise<Lane> {
  const cache = join(resolve(__dirname, '..', '..'), 'node_modules', '.cache', 'thidua');
  return { data: mkdtempSync(join(tmpdir(), 'thidua-faults-')), cache, port: await freePort() };
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        done(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}
