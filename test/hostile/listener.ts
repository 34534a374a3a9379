import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on the loopback that notes who comes: nobody should. */
export interface Listener {
  readonly at: string;
  readonly visits: readonly string[];
  close(): Promise<void>;
}

export async function listen(): Promise<Listener> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' }).end('<p>XUYENTHUNG</p>');
  });
  server.on('upgrade', (request, socket) => {
    visits.push(`ws ${request.url ?? ''}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a listening TCP server has a port
  return {
    at: `http://127.0.0.1:${port}`,
    visits,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
