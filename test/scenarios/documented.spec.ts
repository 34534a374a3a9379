import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryHost } from '../conformance/memory/memory-host';
import { playScenario } from './play-scenario';
import { readScenario } from './read-scenario';
import { checkSchema, scenarioSchema, WHEN_KINDS, whenKeys } from './scenario';
import { readWorkflowSet } from './workflow-set';

const TEXT = readFileSync(join(__dirname, '../../docs/scenarios.md'), 'utf8');

/** Words in the first column of the table with that heading. */
function firstColumn(heading: string): readonly string[] {
  const [, table = ''] = TEXT.split(`| ${heading} `);
  const [rows = ''] = table.split('\n\n');
  return [...rows.matchAll(/^\| `([\w.]+)`/gm)].map(([, word = '']) => word);
}

describe('docs/scenarios.md', () => {
  it('lists every key of a scenario and no other', () => {
    const given = Object.keys(scenarioSchema.shape.given.shape).map((key) => `given.${key}`);
    const keys = Object.keys(scenarioSchema.shape).flatMap((key) => (key === 'given' ? given : [key]));
    expect([...firstColumn('Key')].sort()).toEqual(keys.sort());
  });

  it('lists every step and no other, with all its keys', () => {
    expect([...firstColumn('Step')].sort()).toEqual([...WHEN_KINDS].sort());
    const missing = WHEN_KINDS.flatMap((kind) => {
      const [row = ''] = new RegExp(`^\\| \`${kind}\`.*$`, 'm').exec(TEXT) ?? [];
      return whenKeys(kind).filter((key) => !row.includes(`\`${key}\``));
    });
    expect(missing).toEqual([]);
  });

  it('lists every check and no other', () => {
    expect([...firstColumn('Check')].sort()).toEqual(Object.keys(checkSchema.shape).sort());
  });

  it('shows an example that holds', async () => {
    const [, example = ''] = /```yaml\n(.*?)```/s.exec(TEXT) ?? [];
    const set = await readWorkflowSet();
    const read = readScenario(example, set);
    expect(read).toMatchObject({ ok: true });
    expect(read.ok && (await playScenario(read.value, set, new MemoryHost({}, set.place))).faults).toEqual([]);
  });
});
