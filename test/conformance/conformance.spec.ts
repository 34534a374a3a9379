import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryHost } from './memory/memory-host';
import { failureLines, isFailure } from './report';
import { runCase } from './run-case';
import { NotASuite, readSuites, type BpmnSuite } from './suite';

const SHARED = join(__dirname, '..', '..', '..', 'shared', 'conformance');
const OWN = join(__dirname, 'own');

function bpmnSuite(folder: string): BpmnSuite {
  const suite = readSuites([folder]).find((one) => one.kind === 'bpmn');
  if (suite === undefined) {
    throw new Error(`${folder} holds no cases`);
  }
  return suite;
}

/** Every failing undisputed case with what was expected and seen. */
async function failuresOf(suite: BpmnSuite): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const one of suite.cases) {
    const result = await runCase(suite.folder, one, (inline) => Promise.resolve(new MemoryHost(inline)));
    if (isFailure(result, false)) {
      lines.push(...failureLines(suite.name, result));
    }
  }
  return lines;
}

describe('own cases in the neutral format, in memory', () => {
  const suite = bpmnSuite(OWN);

  it.each(suite.cases.map((one) => [one.id, one] as const))('%s', async (_id, one) => {
    const result = await runCase(suite.folder, one, (inline) => Promise.resolve(new MemoryHost(inline)));
    expect(result.passed ? [] : failureLines(suite.name, result)).toEqual([]);
  });

  it('fails a case whose step finds nothing to act on', async () => {
    const [first] = suite.cases;
    const wrong = { id: 'wrong', deploy: first?.deploy ?? [], steps: [{ complete: { element: 'Check' } }], expect: {} };
    const result = await runCase(suite.folder, wrong, (inline) => Promise.resolve(new MemoryHost(inline)));
    expect(result).toMatchObject({ passed: false, why: 'nothing to act on: {"complete":{"element":"Check"}}' });
  });
});

describe('suites of others, in memory', () => {
  for (const name of ['betsy', 'token-simulation', 'betsy-constraints']) {
    const folder = join(SHARED, name);
    if (existsSync(folder)) {
      it(`${name}: every undisputed case holds`, async () => {
        expect(await failuresOf(bpmnSuite(folder))).toEqual([]);
      }, 60_000);
    } else {
      it.skip(`${name} (skipped: no ../shared/conformance/${name} beside the checkout)`, () => undefined);
    }
  }
});

describe('arguments', () => {
  it('names the folder that is no suite', () => {
    expect(() => readSuites([__dirname])).toThrow(new NotASuite(`${__dirname}: neither cases.json nor index.json is in it`));
  });

  it('passes over plain files', () => {
    expect(readSuites([OWN, __filename]).map(({ name }) => name)).toEqual(['own']);
  });
});
