// @ts-check
// Health check of the image: the process in this container answers that it is ready.
const response = await fetch(`http://127.0.0.1:${process.env['WORKER_PORT'] ?? process.env['PORT'] ?? '3000'}/health/ready`, {
  signal: AbortSignal.timeout(4000),
});
process.exitCode = response.ok ? 0 : 1;
