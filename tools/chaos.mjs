// @ts-check
// `npm run chaos -- --papers N` or `--numbers N`: test/chaos/run.ts on a PostgreSQL of its own.
import { playOnDatabase } from './play-on-database.mjs';

await playOnDatabase({ name: 'chaos', firstPort: 3500 });
