import { createServer, type Server } from 'node:http';

/** The worker's only HTTP: /health/live and /health/ready on 127.0.0.1, when a port is given. */
export async function healthServer(
  port: number | null,
  ready: () => Promise<object & { readonly status: string }>,
): Promise<Server | undefined> {
  if (port === null) {
    return undefined;
  }
  const server = createServer((request, response) => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.url === '/health/live') {
      answer(200, { status: 'ok' });
    } else if (request.url === '/health/ready') {
      ready().then(
        (health) => {
          answer(health.status === 'down' ? 503 : 200, health);
        },
        () => {
          answer(503, { status: 'down' });
        },
      );
    } else {
      answer(404, { status: 'unknown' });
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}
