import { moveFiles, openCasework } from '@thidua/casework';

// A process that does nothing but take files to the disk, one at a time, until it is killed.
async function run(): Promise<void> {
  const { DATABASE_URL: databaseUrl = '', FILES_DIR: filesDir = '', FAULT: fault } = process.env;
  const [name = '', hit = '1'] = fault?.split(':') ?? [];
  const armed = fault === undefined ? null : { name, hit: Number(hit) };
  const casework = await openCasework({
    databaseUrl,
    databasePool: 4,
    demo: true,
    clock: 'real',
    filesStore: 'disk',
    filesDir,
    fault: armed,
  });
  process.send?.('ready');
  for (;;) {
    const moved = await moveFiles(casework.deps, 1, () => undefined);
    if (moved === 0) {
      process.send?.('idle');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

void run();
