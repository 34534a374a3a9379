import { relative, resolve } from 'node:path';
import { connect } from '@thidua/store';
import { cloneDatabase } from '../harness/database';
import { runScenario } from './run-scenario';
import { readScenarioFiles, WORKFLOWS, type ScenarioFile } from './scenario-files';
import { uncoveredFlows } from './uncovered-flows';
import { readWorkflowSet } from './workflow-set';

const USAGE = `cách dùng: npm run scenarios [-- ĐƯỜNG_DẪN...]
  không có đường dẫn: mọi kịch bản; có: các kịch bản dưới thư mục hoặc tệp ấy, ví dụ workflows/ho-so`;

async function main(): Promise<void> {
  const set = await readWorkflowSet();
  const files = chosen(readScenarioFiles(set), process.argv.slice(2));
  const { url, drop } = await cloneDatabase();
  const database = await connect({ url, poolSize: 4 });
  const taken = new Set<string>();
  let failed = 0;
  try {
    for (const [index, file] of files.entries()) {
      const { name, faults, flows } = await resultOf(file, { database, tenant: `scenario-${index + 1}` });
      flows.forEach((flow) => taken.add(flow));
      failed += faults.length > 0 ? 1 : 0;
      say(`${faults.length === 0 ? '✓ đạt      ' : '✗ không đạt'}  ${file.path}  ${name}`);
      faults.forEach((fault) => {
        say(`      ${fault}`);
      });
    }
  } finally {
    await database.close();
    await drop();
  }
  tellUncovered(files, taken);
  process.exitCode = failed === 0 ? 0 : 1;
  say(`\n${files.length - failed} passed, ${failed} failed`);

  async function resultOf(file: ScenarioFile, place: Parameters<typeof runScenario>[2]): Promise<Told> {
    if (!file.read.ok) {
      return { name: '', faults: file.read.error.map(({ field, sentence }) => `${field}${field && ': '}${sentence}`), flows: [] };
    }
    return { name: file.read.value.name.vi, ...(await runScenario(file.read.value, set, place)) };
  }
}

interface Told {
  readonly name: string;
  readonly faults: readonly string[];
  readonly flows: readonly string[];
}

/** @throws Error for a path under which there is no scenario */
function chosen(files: readonly ScenarioFile[], paths: readonly string[]): readonly ScenarioFile[] {
  const wanted = paths.map((path) => ({ path, below: relative(WORKFLOWS, resolve(path)) }));
  const isBelow = ({ path }: ScenarioFile, below: string): boolean => below === '' || path === below || path.startsWith(`${below}/`);
  const nothing = wanted.filter(({ below }) => !files.some((file) => isBelow(file, below)));
  if (nothing.length > 0) {
    throw new WrongPath(`không có kịch bản nào dưới ${nothing.map(({ path }) => path).join(', ')}\n${USAGE}`);
  }
  return wanted.length === 0 ? files : files.filter((file) => wanted.some(({ below }) => isBelow(file, below)));
}

class WrongPath extends Error {}

function tellUncovered(files: readonly ScenarioFile[], taken: ReadonlySet<string>): void {
  const workflows = [...new Set(files.map(({ workflow }) => workflow))];
  say('\nLuồng chưa có kịch bản nào đi qua:');
  for (const workflow of workflows) {
    const left = uncoveredFlows([workflow], taken);
    say(`  ${workflow.folder}: ${left.length === 0 ? `không có (${workflow.graph.flows.length} luồng)` : ''}`);
    left.forEach((flow) => {
      say(`    ${flow}`);
    });
  }
}

function say(line: string): void {
  process.stdout.write(`${line.trimEnd()}\n`);
}

main().catch((reason: unknown) => {
  const text = reason instanceof WrongPath ? reason.message : reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
});
