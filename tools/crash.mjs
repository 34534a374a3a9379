// @ts-check
// `npm run crash`: kills api and worker at every fault point (test/crash/run.ts), on a PostgreSQL of its own.
// --only TEXT plays the placements whose label holds it, --until STEP stops the story there, --lanes N works side by side.
import { playOnDatabase } from './play-on-database.mjs';

await playOnDatabase({ name: 'crash', firstPort: 3400 });
