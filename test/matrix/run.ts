import { Session } from '../../apps/cli/src/session';
import { openApi } from '../harness/api';
import { askCells } from './ask-cells';
import { allCells } from './cells';
import { tryDatabase } from './try-database';
import { ASKER, buildWorld } from './world';

/** `npm run matrix`: every cell through the HTTP API of a server of its own; the last line is one JSON object. */
async function main(): Promise<number> {
  const started = performance.now();
  const api = await openApi();
  try {
    await buildWorld(api.databaseUrl);
    const session = await Session.signIn(api.base, ASKER, api.password);
    const { cells, allowed, refused, wrong } = await askCells(session, allCells());
    const inDatabase = await tryDatabase(api.databaseUrl, allCells());
    for (const line of [...wrong, ...inDatabase].slice(0, 50)) {
      process.stdout.write(`${line}\n`);
    }
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    process.stdout.write(
      `${JSON.stringify({ matrix: 'authority', cells, allowed, refused, wrong: wrong.length, database: inDatabase.length, seconds })}\n`,
    );
    return wrong.length + inDatabase.length === 0 && cells >= 5000 ? 0 : 1;
  } finally {
    await api.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
