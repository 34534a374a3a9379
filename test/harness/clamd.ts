import type { VirusScanner } from '@thidua/casework';
import { clamav } from '../../libs/documents/src/attachments/clamav';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Our own client of it. */
export function scannerAt(url: string, limitMs: number): VirusScanner {
  return clamav({ url, limitMs });
}

export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** A clamd that speaks INSTREAM and PING as clamd(8) describes, and knows one virus. */
export interface ClamdPeer {
  readonly url: string;
  /** Files it was given. */
  readonly seen: readonly Buffer[];
  /** Hears and says nothing. */
  silent: boolean;
  close(): Promise<void>;
}

export async function openClamd(): Promise<ClamdPeer> {
  const seen: Buffer[] = [];
  const sockets = new Set<Socket>();
  const peer = { silent: false };
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    let heard = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk: Buffer) => {
      heard = Buffer.concat([heard, chunk]);
      const answer = peer.silent ? undefined : answerTo(heard, seen);
      if (answer !== undefined) {
        socket.end(`${answer}\0`);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(peer, {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) {
          socket.destroy();
        }
        server.close(() => {
          resolve();
        });
      }),
  });
}

/** Undefined while the command is not whole. */
function answerTo(heard: Buffer, seen: Buffer[]): string | undefined {
  if (heard.toString('latin1', 0, 6) === 'zPING\0') {
    return 'PONG';
  }
  const start = 'zINSTREAM\0';
  if (heard.toString('latin1', 0, start.length) !== start) {
    return heard.includes(0) ? 'UNKNOWN COMMAND' : undefined;
  }
  const chunks: Buffer[] = [];
  for (let at = start.length; at + 4 <= heard.length;) {
    const length = heard.readUInt32BE(at);
    if (length === 0) {
      const file = Buffer.concat(chunks);
      seen.push(file);
      return file.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
    }
    if (at + 4 + length > heard.length) {
      return undefined;
    }
    chunks.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
