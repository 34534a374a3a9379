import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModel } from '../../../libs/feel/src/dmn/read-decisions';
import { runTckCase } from './run-tck-case';
import { readTckCases } from './tck-cases';

export interface DmnCaseResult {
  /** `folder/test file#case`. */
  readonly id: string;
  readonly level: number;
  readonly ok: boolean;
  readonly expected: string;
  readonly actual: string;
}

export interface DmnSuiteResult {
  readonly cases: readonly DmnCaseResult[];
  /** Models that deploying would refuse, with the reasons: a case may pass in a file whose other parts are refused. */
  readonly refused: readonly { readonly model: string; readonly problems: readonly string[] }[];
}

interface Folder {
  readonly folder: string;
  readonly level: number;
  readonly models: readonly string[];
  readonly tests: readonly { readonly file: string; readonly model: string }[];
}

/** Plays a folder of the DMN TCK as it is published (`index.json`, `.dmn`, test files). */
export function runDmnSuite(suite: string, nowMs = Date.now()): Promise<DmnSuiteResult> {
  const refused: { model: string; problems: readonly string[] }[] = [];
  const folders = JSON.parse(readFileSync(join(suite, 'index.json'), 'utf8')) as readonly Folder[];
  const cases = folders.flatMap((folder) => folder.tests.flatMap((test) => runFile(suite, folder, test, { nowMs, refused })));
  return Promise.resolve({ cases, refused });
}

interface Running {
  readonly nowMs: number;
  readonly refused: { model: string; problems: readonly string[] }[];
}

function runFile(
  suite: string,
  { folder, level, models }: Folder,
  test: Folder['tests'][number],
  running: Running,
): readonly DmnCaseResult[] {
  const text = (file: string): string => readFileSync(join(suite, folder, file), 'utf8');
  const others = models.filter((file) => file !== test.model).map(text);
  const read = readModel(text(test.model), others);
  const problems = read.ok ? read.value.problems : read.error;
  if (problems.length > 0) {
    const reasons = problems.map(({ code, elementId, message }) => `${code} ${elementId ?? ''}: ${message}`);
    running.refused.push({ model: `${folder}/${test.model}`, problems: reasons });
  }
  return readTckCases(text(test.file)).map((one) => {
    const id = `${folder}/${test.file}#${one.id}`;
    if (!read.ok) {
      return { id, level, ok: false, expected: 'a model that can be read', actual: problems.map(({ message }) => message).join('; ') };
    }
    const outcomes = runTckCase(read.value.model, one, running.nowMs);
    const told = outcomes.every(({ ok }) => ok) ? outcomes : outcomes.filter(({ ok }) => !ok);
    const lines = (pick: 'expected' | 'actual'): string => told.map((outcome) => `${outcome.name}: ${outcome[pick]}`).join('\n');
    return { id, level, ok: outcomes.every(({ ok }) => ok), expected: lines('expected'), actual: lines('actual') };
  });
}
