import { openCasework, reconcileFiles } from '@thidua/casework';
import { loadSettings } from '@thidua/config';

/** `npm run files [-- --clear]`: rows and places of files compared both ways (I16). Ends with 1 when a row's file is gone. */
async function check(): Promise<number> {
  const settings = loadSettings();
  const casework = await openCasework(settings);
  try {
    const { rows, files, differences, cleared } = await reconcileFiles(casework.deps, { clear: process.argv.includes('--clear') });
    for (const { what, location, provinceId, sha256 } of differences) {
      say(`${what === 'missing' ? 'mất tệp / missing' : 'tệp thừa / stray'}: ${location} ${provinceId}/${sha256}`);
    }
    say(`${rows} dòng / rows, ${files} tệp / files, ${differences.length} khác nhau / differences, ${cleared} đã xóa / cleared`);
    return differences.some(({ what }) => what === 'missing') ? 1 : 0;
  } finally {
    await casework.close();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

check().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
