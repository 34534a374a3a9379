// @ts-check
// The system the browser tests talk to: on a clone of the run's template database (BROWSER_DATABASE_URL), else on its own PostgreSQL.
import { startStack, temporaryFolder } from '../../tools/stack.mjs';

export default async function setup() {
  const stack = await startStack({
    data: temporaryFolder('browser'),
    temporary: true,
    databaseUrl: process.env['BROWSER_DATABASE_URL'],
    firstPort: 3300,
    // Demo mode: accounts, role picker and the movable clock. NODE_ENV as in production, so that pages are served as there.
    env: { DEMO: '1', NODE_ENV: 'production' },
  });
  process.env['BASE_URL'] = stack.url;
  // For faults that no button makes (hands/by-sql.ts, incident-walk).
  process.env['STACK_DATABASE_URL'] = stack.databaseUrl;
  return stack.stop;
}
