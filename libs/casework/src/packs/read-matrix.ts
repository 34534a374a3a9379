import type { AwardRow, Pack } from '@thidua/awards';
import type { Actor } from '@thidua/access';
import type { AuthorityMatrix, MatrixCell, MatrixLine, PackRowView } from '@thidua/contract';
import { dayOf, formatLocalDate, parseLocalDate, type LocalDate } from '@thidua/kernel';
import type { CaseworkDeps, SheetOut } from '../deps';
import type { Handler } from '../handler';
import { tiersOf } from '../law/tiers-of';
import { Refused } from '../refused';
import { matrixLines } from './matrix-lines';
import { packAtHand } from './pack-at-hand';
import { rowViews } from './read-packs';

const LEVEL_NAMES: Readonly<Record<string, string>> = {
  UNIT: 'Đơn vị',
  XA: 'Cấp xã',
  HUYEN: 'Cấp huyện',
  TINH: 'Cấp tỉnh',
  TTG: 'Thủ tướng Chính phủ',
  CTN: 'Chủ tịch nước',
};

/** Who decides which award on a day, through which council, by which share of votes and in what time. */
export const authorityMatrix: Handler<'authorityMatrix'> = async (deps, { actor, params, query }): Promise<AuthorityMatrix> => {
  const { pack, day, lines } = await matrixOf(deps, actor, params['pack'] ?? '', query.day);
  const keys = new Set(lines.flatMap((line) => cellsOf(line).map((cell) => cell.rowKey)));
  const rows = await rowViews(deps, actor, pack, keys);
  return { packId: pack.id, title: pack.title, day: formatLocalDate(day), lines: [...lines], rows: [...rows] };
};

/** The same as a workbook of one sheet. */
export const authorityMatrixSheet: Handler<'authorityMatrixSheet'> = async (deps, { actor, params, query }) => {
  const { pack, day, lines } = await matrixOf(deps, actor, params['pack'] ?? '', query.day);
  const keys = new Set(lines.flatMap((line) => cellsOf(line).map((cell) => cell.rowKey)));
  const rows = new Map((await rowViews(deps, actor, pack, keys)).map((row) => [row.key, row]));
  return {
    bytes: await deps.sheets.write([matrixSheet(lines, rows)]),
    fileName: `ma-tran-tham-quyen-${pack.id}-${formatLocalDate(day)}.xlsx`,
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };
};

/** @throws Refused not-found, request-invalid */
async function matrixOf(
  deps: CaseworkDeps,
  actor: Actor,
  packId: string,
  asked: string | undefined,
): Promise<{ readonly pack: Pack; readonly day: LocalDate; readonly lines: readonly MatrixLine[] }> {
  const { pack } = await packAtHand(deps, actor.provinceId, packId);
  const day = asked === undefined ? dayOf(deps.clock.nowMs()) : parseLocalDate(asked);
  if (day === undefined) {
    throw new Refused('request-invalid', { fields: [{ path: 'day', problem: 'not-a-day', kind: 'custom' }] });
  }
  const orgId = actor.positions[0]?.orgId;
  const tiers = orgId === undefined ? [] : await tiersOf(deps, actor.provinceId, orgId);
  return { pack, day, lines: matrixLines(pack, day, (row) => nameHere(row, tiers)) };
}

/** As the reader's places write it; every name where no place of the reader's tells them apart. */
function nameHere({ names }: AwardRow, tiers: readonly string[]): string {
  const here = names.filter((name) => name.area === 'any' || tiers.includes(name.area));
  return (here.length === 0 ? names : here).map((name) => name.full).join('; ');
}

function cellsOf({ signer, councils, thresholds, limits }: MatrixLine): readonly MatrixCell[] {
  return [...(signer === null ? [] : [signer]), ...councils, ...thresholds, ...limits];
}

const COLUMNS = [
  { title: 'Mã khen thưởng', width: 16 },
  { title: 'Danh hiệu, hình thức khen thưởng', width: 40 },
  { title: 'Cấp quyết định', width: 18 },
  { title: 'Người quyết định', width: 34 },
  { title: 'Hội đồng', width: 40 },
  { title: 'Ngưỡng biểu quyết, dự họp', width: 52 },
  { title: 'Thời hạn', width: 60 },
  { title: 'Căn cứ', width: 52 },
  { title: 'Hiệu lực từ', width: 12 },
  { title: 'Hiệu lực đến', width: 12 },
  { title: 'Dòng chưa xác nhận', width: 24 },
].map((column) => ({ ...column, type: 'text' as const }));

function matrixSheet(lines: readonly MatrixLine[], rows: ReadonlyMap<string, PackRowView>): SheetOut {
  return {
    name: 'Ma trận thẩm quyền',
    columns: COLUMNS,
    rows: lines.map((line) => [
      line.award,
      line.awardName,
      line.level === null ? '' : (LEVEL_NAMES[line.level] ?? line.level),
      line.signer === null ? 'Không ai được quyết định theo gói này' : `${line.signer.text} (${line.signer.rowId})`,
      ...[line.councils, line.thresholds, line.limits].map((cells) => cells.map(cellText).join('\n')),
      [...new Set(cellsOf(line).map((cell) => `${cell.rowId}: ${rows.get(cell.rowKey)?.citation ?? ''}`))].join('\n'),
      ...[line.effectiveFrom, line.effectiveTo].map((day) => (day === null ? '' : day.split('-').reverse().join('/'))),
      cellsOf(line)
        .filter((cell) => rows.get(cell.rowKey)?.confirmed === false)
        .map((cell) => cell.rowId)
        .join(', '),
    ]),
  };
}

function cellText({ levels, text, rowId }: MatrixCell): string {
  const at = levels.map((level) => LEVEL_NAMES[level] ?? level).join(', ');
  return `${at === '' ? '' : `${at}: `}${text} (${rowId})`;
}
