import { figureText, shareOf, type CompiledFigure, type Figure } from '@thidua/awards';
import { formatLocalDate } from '@thidua/kernel';
import type { ReportRecord } from '@thidua/store';
import type { CaseworkDeps, Cell, SheetColumn, SheetOut } from '../../deps';
import { movementAtHand } from '../movement-at-hand';
import { awardCounts } from './award-counts';
import { compiled } from './compile-call';
import { sentOn, timingOf } from './punctuality';
import { todayOf } from './report-views';

const OUTCOMES = { open: 'Chưa gửi', missing: 'Chưa gửi, quá hạn', 'on-time': 'Đúng hạn', late: 'Gửi muộn' } as const;

/** A call's figures as a workbook: totals, what each body reported, awards, who came in when. */
export async function figureSheets(
  deps: CaseworkDeps,
  provinceId: string,
  callId: string,
): Promise<{ readonly call: ReportRecord; readonly sheets: readonly SheetOut[] }> {
  const call = await deps.stores.reports.byId(provinceId, callId);
  const movement = call === undefined ? undefined : await movementAtHand(deps, provinceId, call.movementId);
  if (call === undefined || movement === undefined) {
    throw new Error(`call ${callId} is not there`);
  }
  const all = await compiled(deps, { record: movement.record, call });
  const awards = await awardCounts(deps, { movement, orgId: movement.org.id, call });
  const counting = all.reports.filter((report) => all.included.includes(report.workId));
  return {
    call,
    sheets: [
      totals(all.lines),
      byBody(all.lines, counting),
      {
        name: 'Khen thưởng',
        columns: [
          text('Hình thức khen thưởng', 50),
          text('Tình trạng', 14),
          ...['Tập thể', 'Cá nhân', 'Hộ gia đình', 'Nữ', 'Công nhân, nông dân'].map(count),
        ],
        rows: awards.map((one) => [
          one.name,
          one.state === 'awarded' ? 'Đã khen' : 'Đề nghị',
          ...[one.collectives, one.persons, one.households, one.women, one.workers],
        ]),
      },
      {
        name: 'Tình hình gửi báo cáo',
        columns: [
          text('Đơn vị', 44),
          text('Hạn báo cáo', 14),
          text('Ngày gửi', 14),
          text('Kết quả', 20),
          text('Ghi nhận của cơ quan thường trực', 50),
        ],
        rows: all.reports.map((report) => sendingRow(deps, report)),
      },
    ],
  };
}

function totals(lines: readonly CompiledFigure[]): SheetOut {
  const rows = lines.map(({ indicator, sum, adjusted, sources }): readonly Cell[] => {
    const figure = adjusted?.figure ?? sum;
    return [indicator.name, indicator.unit, indicator.target ?? '', ...cellsOf(figure), sources.length, adjusted?.reason ?? ''];
  });
  const columns = [
    ...[text('Chỉ tiêu', 60), text('Đơn vị tính', 12), text('Mức phấn đấu', 16)],
    ...[
      count('Thực hiện'),
      count('Trên tổng số'),
      count('Tỷ lệ (%)'),
      text('Nội dung', 40),
      count('Số đơn vị báo cáo'),
      text('Lý do điều chỉnh', 40),
    ],
  ];
  return { name: 'Tổng hợp', columns, rows };
}

/** One row for each body and indicator: the sources of every total. */
function byBody(lines: readonly CompiledFigure[], reports: readonly ReportRecord[]): SheetOut {
  const names = new Map(reports.map((report) => [report.workId, report.orgName]));
  const rows = lines.flatMap(({ indicator, sources }) =>
    sources.map(({ reportId, figure }): readonly Cell[] => [
      indicator.name,
      names.get(reportId) ?? '',
      ...cellsOf(figure),
      figureText(figure, indicator.unit),
    ]),
  );
  const columns = [
    text('Chỉ tiêu', 60),
    text('Đơn vị', 44),
    count('Thực hiện'),
    count('Trên tổng số'),
    count('Tỷ lệ (%)'),
    text('Nội dung', 40),
    text('Như báo cáo', 24),
  ];
  return { name: 'Theo đơn vị', columns, rows };
}

/** value · whole · share · text. */
function cellsOf(figure: Figure | null): readonly Cell[] {
  if (figure === null) {
    return [null, null, null, ''];
  }
  if ('text' in figure) {
    return [null, null, null, figure.text];
  }
  return 'value' in figure ? [figure.value, null, null, ''] : [figure.part, figure.whole, shareOf(figure), ''];
}

function sendingRow(deps: CaseworkDeps, report: ReportRecord): readonly Cell[] {
  const timing = timingOf(report, todayOf(deps.clock));
  const sent = sentOn(report);
  const state = timing === null ? (sent === null ? 'Chưa gửi' : 'Đã gửi') : OUTCOMES[timing.state];
  const { ruling } = report;
  const said =
    ruling?.onTime === undefined || ruling.onTime === null ? '' : `${ruling.onTime ? 'Đúng hạn' : 'Không đúng hạn'}: ${ruling.reason}`;
  return [report.orgName, report.dueOn ?? '', sent === null ? '' : formatLocalDate(sent), state, said];
}

function text(title: string, width: number): SheetColumn {
  return { title, width, type: 'text' };
}

function count(title: string): SheetColumn {
  return { title, width: 14, type: 'number' };
}
