// @ts-check
// One-shot service `migrate`: brings the schema up to date before api and worker start.
import { createRequire } from 'node:module';

const { migrate } = createRequire(import.meta.url)('../dist/libs/store/src/migrate.js');
await migrate(process.env['DATABASE_URL']);
