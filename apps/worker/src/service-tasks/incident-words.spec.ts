import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROCESS_CAUSES } from '@thidua/runtime';
import { HOPELESS } from '../loops/hopeless';
import { GIVE_UP_REASONS } from './outcomes';

type Words = Readonly<Partial<Record<string, { readonly what?: string; readonly todo?: string }>>>;

const wordsIn = (file: string): Words => {
  const text = readFileSync(join(__dirname, '../../../web/src/i18n', file), 'utf8');
  return (JSON.parse(text) as { incidentCause: Words }).incidentCause;
};
const VI = wordsIn('vi-desk.json');
const EN = wordsIn('en.json');
const CAUSES = [...new Set([...PROCESS_CAUSES, ...GIVE_UP_REASONS, ...HOPELESS])];

describe('every cause an incident may have', () => {
  it('is found in the engine, the runtime and the worker', () => {
    expect(CAUSES).toEqual(expect.arrayContaining(['no-flow-chosen', 'attempts-exhausted', 'facts-missing', 'not-competent']));
    expect(CAUSES.length).toBeGreaterThan(40);
  });

  it.each(CAUSES)('%s says what happened and what to do', (cause) => {
    for (const words of [VI[cause], EN[cause]]) {
      expect(words?.what).toMatch(/^\p{Lu}.{15,}\.$/u);
      expect(words?.todo).toMatch(/^\p{Lu}.{15,}\.$/u);
    }
  });

  it('has no words for a cause that nothing raises', () => {
    expect(Object.keys(VI).filter((cause) => cause !== 'unknown' && !CAUSES.includes(cause))).toEqual([]);
  });
});
