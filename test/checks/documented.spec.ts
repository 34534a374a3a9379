import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/administrators.md'), 'utf8');
const CHECKS = [13, 14, 36, 37, 38, 39, 40, 41, 42, 45];

interface Proof {
  readonly what: string;
  readonly file: string;
  readonly test: string;
}

/** The rows of the page's tables: the last two cells are file and test. */
const PROOFS: readonly Proof[] = PAGE.split('\n')
  .filter((line) => line.startsWith('|') && line.includes('.spec.ts'))
  .map((line) => {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { what: cells.slice(0, -2).join(' '), file: cells.at(-2) ?? '', test: cells.at(-1) ?? '' };
  });

describe('what is proved where', () => {
  it('names every check of an administrator', () => {
    expect(CHECKS.filter((check) => !PROOFS.some(({ what }) => what.startsWith(`${check} `)))).toEqual([]);
  });

  it.each(PROOFS)('$what: $test', ({ file, test }) => {
    expect([file, existsSync(join(ROOT, file))]).toEqual([file, true]);
    const source = readFileSync(join(ROOT, file), 'utf8');
    const named = [...source.matchAll(/\b(?:it|test)(?:\.each[^(]*\([\s\S]*?\])?\)?\(\s*(['"`])(.*?)\1/g)].map(([, , name]) => name);
    expect(named).toContain(test);
  });
});
