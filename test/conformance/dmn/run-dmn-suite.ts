import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DmnProblem } from '../../../libs/feel/src/dmn/dmn-problem';
import { readModel } from '../../../libs/feel/src/dmn/read-decisions';
import { runTckCase, type TckOutcome } from './run-tck-case';
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
  readonly tests: readonly { readonly file: string; readonly model: string; readonly cases: readonly { readonly id: string }[] }[];
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
  const name = `${folder}/${test.file}`;
  const failed = (id: string, expected: string, actual: string): DmnCaseResult => ({
    id: `${name}#${id}`,
    level,
    ok: false,
    expected,
    actual,
  });
  const cases = readTckCases(text(test.file));
  if (!cases.ok) {
    return test.cases.map(({ id }) => failed(id, 'a test file that can be read', cases.error.message));
  }
  const others = models.filter((file) => file !== test.model).map(text);
  const read = readModel(text(test.model), others);
  note(`${folder}/${test.model}`, read.ok ? read.value.problems : read.error, running);
  return cases.value.map((one) => {
    if (!read.ok) {
      return failed(one.id, 'a model that can be read', read.error.map(({ message }) => message).join('; '));
    }
    try {
      return { id: `${name}#${one.id}`, level, ...judged(runTckCase(read.value.model, one.read(), running.nowMs)) };
    } catch (error) {
      return failed(one.id, 'an answer', error instanceof Error ? error.message : String(error));
    }
  });
}

function note(model: string, problems: readonly DmnProblem[], { refused }: Running): void {
  if (problems.length > 0) {
    refused.push({ model, problems: problems.map(({ code, elementId, message }) => `${code} ${elementId ?? ''}: ${message}`) });
  }
}

/** A case is right when all its results are; of one that is not, the wrong results are told. */
function judged(outcomes: readonly TckOutcome[]): Pick<DmnCaseResult, 'ok' | 'expected' | 'actual'> {
  const ok = outcomes.every((outcome) => outcome.ok);
  const told = outcomes.filter((outcome) => ok || !outcome.ok);
  const lines = (pick: 'expected' | 'actual'): string => told.map((outcome) => `${outcome.name}: ${outcome[pick]}`).join('\n');
  return { ok, expected: lines('expected'), actual: lines('actual') };
}
