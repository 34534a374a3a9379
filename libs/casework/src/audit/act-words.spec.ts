import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACT_WORDS } from './act-words';
import { factsInWords } from './fact-words';

const ROOT = join(__dirname, '..', '..', '..');
const WHERE = [join(ROOT, 'casework', 'src'), join(ROOT, 'runtime', 'src')];
/** Asked of people or of papers, not written into the trail. */
const NO_ACTS: readonly string[] = ['correct-form', 'correct-content', 'records-clerk'];

function acts(): ReadonlySet<string> {
  const sources = WHERE.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  // `action: 'a'` and `action: x ? 'a' : 'b'`; names of acts have a hyphen.
  const told = sources.flatMap((source) =>
    [...source.matchAll(/\baction(?::| =)\s*('[a-z-]+'|[^,;\n]*\?[^,;\n]*)/g)].map((match) => match[1] ?? ''),
  );
  return new Set(told.flatMap((text) => [...text.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map((match) => match[1] ?? '')));
}

describe('words of the trail', () => {
  it('tell every act that the code writes', () => {
    const found = [...acts()].filter((act) => !NO_ACTS.includes(act));
    expect(found.length).toBeGreaterThan(180);
    expect(found.filter((act) => !(act in ACT_WORDS))).toEqual([]);
  });

  it('are words, not codes', () => {
    expect(Object.values(ACT_WORDS).filter((words) => !/^\p{Lu}[^-_]*$/u.test(words))).toEqual([]);
  });

  it('tell facts from before to after, days as days, and leave out ids and hashes', () => {
    const facts = {
      to: '8',
      from: '10',
      personId: '018f0000-0000-7000-8000-00000000dead',
      sha256: 'a'.repeat(64),
      code: '018f0000-0000-7000-8000-00000000dead',
    };
    expect(factsInWords('x', facts)).toEqual([
      { name: 'Trước', value: '10' },
      { name: 'Sau', value: '8' },
    ]);
    expect(factsInWords('x', { from: '2026-03-02', reason: 'Nghỉ', accepted: true })).toEqual([
      { name: 'Từ ngày', value: '02/03/2026' },
      { name: 'Lý do', value: 'Nghỉ' },
      { name: 'Chấp nhận', value: 'có' },
    ]);
  });

  it('tell nothing beside a ballot or a sealed opinion', () => {
    for (const act of ['ballot-cast', 'opinion-written']) {
      expect(factsInWords(act, { kind: 'for', outcome: 'agree', reason: 'x', name: 'y' })).toEqual([]);
    }
  });
});
