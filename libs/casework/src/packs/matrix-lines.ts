import {
  ballotRuleFor,
  councilBodyFor,
  LEVELS,
  positionName,
  rowKey,
  rowsOn,
  type AuthorityRow,
  type AwardRow,
  type Level,
  type LimitRow,
  type Pack,
  type PackList,
  type PackRow,
} from '@thidua/awards';
import type { MatrixCell, MatrixLine } from '@thidua/contract';
import { formatLocalDate, type LocalDate } from '@thidua/kernel';
import { ballotTerms, councilText, limitTerms } from './row-text';

/** One line per award and post that decides it on a day, in the order of the catalogue; an award nobody decides has a line without a signer. */
export function matrixLines(pack: Pack, day: LocalDate, nameOf: (row: AwardRow) => string): readonly MatrixLine[] {
  const authorities = rowsOn(pack.authorities, day).toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  return rowsOn(pack.awards, day)
    .toSorted((a, b) => pack.awards.indexOf(a) - pack.awards.indexOf(b))
    .flatMap((award) => {
      const deciding = authorities.filter((row) => row.awards.includes(award.award));
      const line = { award: award.award, awardName: nameOf(award) };
      return deciding.length === 0
        ? [{ ...line, ...NOBODY, key: award.award, citation: award.citation }]
        : deciding.map((row) => ({ ...line, ...lineOf(pack, day, { award: award.award, row, deciding }) }));
    });
}

const NOBODY = { level: null, signer: null, councils: [], thresholds: [], limits: [], effectiveFrom: null, effectiveTo: null };

interface Deciding {
  readonly award: string;
  readonly row: AuthorityRow;
  /** Every row that lets somebody decide the award. */
  readonly deciding: readonly AuthorityRow[];
}

function lineOf(pack: Pack, day: LocalDate, { award, row, deciding }: Deciding): Omit<MatrixLine, 'award' | 'awardName'> {
  const path = pathTo(row.level, deciding);
  const name = positionName(row);
  return {
    key: `${rowKey({ list: 'authorities', row })}#${award}`,
    level: row.level,
    signer: cellOf('authorities', row, [row.level], `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`),
    councils: byRow(path, (level) => councilBodyFor(pack, award, level, day)).map(([council, levels]) =>
      cellOf('councils', council, levels, councilText(council)),
    ),
    thresholds: [
      ...byRow(path, (level) => ballotRuleFor(pack, award, level, day)).map(([ballot, levels]) =>
        cellOf('ballots', ballot, levels, ballotTerms(ballot)),
      ),
      ...byRow(path, (level) => rowsOn(pack.quorums, day).find((one) => one.awards.includes(award) && one.levels.includes(level))).map(
        ([quorum, levels]) => cellOf('quorums', quorum, levels, quorum.text),
      ),
    ],
    limits: limitsOf(pack, day, award)
      .filter((limit) => limit.level === null || path.includes(limit.level))
      .map((limit) => cellOf('limits', limit, limit.level === null ? [] : [limit.level], `${limit.text}: ${limitTerms(limit)}`)),
    citation: row.citation,
    effectiveFrom: formatLocalDate(row.effectiveFrom),
    effectiveTo: row.effectiveTo === null ? null : formatLocalDate(row.effectiveTo),
  };
}

/** The deciding level and those below that hand it on; a lower level that decides the award itself has a line of its own. */
function pathTo(level: Level, deciding: readonly AuthorityRow[]): readonly Level[] {
  const own = deciding.map((row) => row.level);
  return LEVELS.filter((one) => one === level || (LEVELS.indexOf(one) < LEVELS.indexOf(level) && !own.includes(one)));
}

function byRow<R extends PackRow>(
  path: readonly Level[],
  find: (level: Level) => R | undefined,
): readonly (readonly [R, readonly Level[]])[] {
  const found = new Map<R, Level[]>();
  for (const level of path) {
    const row = find(level);
    if (row !== undefined) {
      found.set(row, [...(found.get(row) ?? []), level]);
    }
  }
  return [...found];
}

function limitsOf(pack: Pack, day: LocalDate, award: string): readonly LimitRow[] {
  const order = (row: LimitRow): number => (row.level === null ? LEVELS.length : LEVELS.indexOf(row.level));
  return rowsOn(pack.limits, day)
    .filter((row) => row.awards.includes(award))
    .toSorted((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1));
}

function cellOf(list: PackList, row: PackRow, levels: readonly Level[], text: string): MatrixCell {
  return { rowKey: rowKey({ list, row }), rowId: row.id, levels: [...levels], text };
}
