import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedPack } from '../../../../test/harness/shipped-law';
import type { PackRow } from './pack';
import { packRows } from './rows';

/** The reference stands beside the repository, not in it. */
const LAW = join(__dirname, '../../../../../shared/domain/law.md');
const whenThere = existsSync(LAW) ? describe : describe.skip;

const NOT_A_ROW: Readonly<Record<string, string>> = {
  'T-28': 'one city’s own title, outside the catalogue; a pack of that city would hold it',
};

/** Rows whose mark differs from the reference's, and why. */
const MARKED_OTHERWISE: Readonly<Record<string, string>> = {
  'V-09': 'the decree asks for minutes only; the majority in the row is a default of the house',
  'E-24-a': 'article 42.4 was read for the first class; only the counts were not',
  'E-24-b': 'as E-24-a',
  'E-24-c': 'as E-24-a',
  'E-17-e': 'the household’s standard is not in the reference',
};

interface LawLine {
  readonly id: string;
  readonly confirmed: string;
}

const main = shippedPack('vn-2025-nd152');
const local = shippedPack('local-bac-ninh-2025-12-15');

whenThere('every row of the law reference', () => {
  const lines = readLines();

  it('is found by the reading of its tables', () => {
    const of = (kind: string): number => lines.filter(({ id }) => id.startsWith(`${kind}-`)).length;
    expect({ AW: of('AW'), AU: of('AU'), V: of('V'), E: of('E'), R: of('R'), D: of('D'), T: of('T'), M: of('M') }).toEqual({
      AW: 19,
      AU: 9,
      V: 15,
      E: 26,
      R: 24,
      D: 10,
      T: 28,
      M: 9,
    });
  });

  it.each(lines.map(({ id }) => [id]))('%s stands in the pack of 2025, or is none for a reason', (id) => {
    expect(rowsOf(id).length > 0 || id in NOT_A_ROW).toBe(true);
  });

  it.each(lines.filter(({ confirmed }) => confirmed === 'yes' || confirmed === 'yes (quoted)').map(({ id }) => [id]))(
    '%s is confirmed, as the reference says',
    (id) => {
      expect(rowsOf(id).filter((row) => !row.confirmed && !(row.id in MARKED_OTHERWISE))).toEqual([]);
    },
  );

  it.each(lines.filter(({ confirmed }) => confirmed === 'no').map(({ id }) => [id]))('%s is sample data, as the reference says', (id) => {
    expect(rowsOf(id).filter((row) => row.confirmed && !(row.id in MARKED_OTHERWISE))).toEqual([]);
  });

  it.each(lines.filter(({ id, confirmed }) => confirmed.startsWith('yes (local)') && !(id in NOT_A_ROW)).map(({ id }) => [id]))(
    '%s is sample data for the country and confirmed where the province wrote it',
    (id) => {
      expect(rowsOf(id).filter((row) => row.confirmed)).toEqual([]);
      const there = packRows(local).filter((row) => baseId(row.id) === id);
      expect(there.length).toBeGreaterThan(0);
      expect(there.every((row) => row.confirmed && row.citation.includes('86/2025/QĐ-UBND'))).toBe(true);
    },
  );
});

function rowsOf(id: string): readonly PackRow[] {
  return packRows(main).filter((row) => baseId(row.id) === id || row.id === id);
}

/** 'E-14-d' → 'E-14', 'T-09b' → 'T-09', 'M-01-LDTT' → 'M-01', 'D-03b' stays: it is a row of its own. */
function baseId(id: string): string {
  return id.startsWith('AW-') || id === 'D-03b' ? id : (/^[A-Z]+-\d+/.exec(id)?.[0] ?? id);
}

function readLines(): readonly LawLine[] {
  const text = existsSync(LAW) ? readFileSync(LAW, 'utf8') : '';
  const reading = text.split('\n').reduce<{ readonly head: readonly string[]; readonly lines: readonly LawLine[] }>(
    ({ head, lines }, line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      if (cells[1] === 'id') {
        return { head: cells, lines };
      }
      const ids = /^\|/.test(line) ? (cells[1] ?? '').split(/[,/] ?/).map((id) => id.trim()) : [];
      const known = ids.filter((id) => /^(AW-[A-Z0-9_]+|(AU|V|E|R|D|T|M)-\d+b?)$/.test(id));
      return { head, lines: [...lines, ...known.map((id) => ({ id, confirmed: cells[head.indexOf('confirmed')] ?? '' }))] };
    },
    { head: [], lines: [] },
  );
  return reading.lines;
}
