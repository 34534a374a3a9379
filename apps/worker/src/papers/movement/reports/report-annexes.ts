import type { AwardLine } from '@thidua/casework';
import { figureText, punctualityOf, type Figures, type Indicator } from '@thidua/awards';
import type { ReportAnnex } from '@thidua/documents';
import { dayOf, formatLocalDate, parseLocalDate, type LocalDate } from '@thidua/kernel';
import type { ReportRecord } from '@thidua/store';
import { counted, shortDay } from './report-words';

type Unlabelled = Omit<ReportAnnex, 'label'>;

/** 'Phụ lục', or 'Phụ lục I' and so on; tables without rows are left out. */
export function labelled(annexes: readonly Unlabelled[]): readonly ReportAnnex[] {
  const full = annexes.filter((annex) => annex.rows.length > 0);
  return full.map((annex, at) => ({ ...annex, label: full.length === 1 ? 'Phụ lục' : `Phụ lục ${NUMERALS[at] ?? String(at + 1)}` }));
}

const NUMERALS = ['I', 'II', 'III', 'IV', 'V'];

/** Numbers and shares; texts stand in the report itself. */
export function figureAnnex(indicators: readonly Indicator[], figures: Figures, period: string): Unlabelled {
  const lines = indicators.filter((one) => one.type !== 'text' && figures[one.id] !== undefined);
  return {
    title: `Kết quả thực hiện các chỉ tiêu ${period}`,
    columns: ['Chỉ tiêu', 'Mức phấn đấu', 'Thực hiện'],
    rows: numbered(lines.map((one) => [one.name, one.target ?? '', figureText(figures[one.id], one.unit)])),
  };
}

export function awardAnnex(awards: readonly AwardLine[], period: string): Unlabelled {
  return {
    title: `Kết quả khen thưởng trong phong trào thi đua ${period}`,
    columns: ['Hình thức khen thưởng', 'Tập thể', 'Cá nhân', 'Hộ gia đình', 'Nữ', 'Công nhân, nông dân'],
    rows: numbered(
      awards.map((one) => [
        one.state === 'awarded' ? one.name : `${one.name} (đề nghị)`,
        ...[one.collectives, one.persons, one.households, one.women, one.workers].map(counted),
      ]),
    ),
  };
}

/** Who reported when: the table that evidence of punctuality rests on. */
export function punctualityAnnex(reports: readonly ReportRecord[], today: LocalDate): Unlabelled {
  return {
    title: 'Tình hình gửi báo cáo của các đơn vị',
    columns: ['Đơn vị', 'Hạn báo cáo', 'Ngày gửi', 'Kết quả'],
    rows: numbered(reports.map((one) => [one.orgName, shortDay(one.dueOn), shortDay(sentDay(one)), outcome(one, today)])),
  };
}

function outcome(report: ReportRecord, today: LocalDate): string {
  const due = parseLocalDate(report.dueOn ?? '');
  if (due === undefined) {
    return report.sentAt === null ? 'Chưa gửi' : 'Đã gửi';
  }
  const sent = report.sentAt === null ? null : dayOf(report.sentAt.getTime());
  const { state, daysLate } = punctualityOf({ due, sent, override: null }, today);
  const words = { open: 'Chưa gửi', missing: 'Chưa gửi', 'on-time': 'Đúng hạn', late: `Muộn ${counted(daysLate)} ngày` }[state];
  const ruled = report.ruling?.onTime;
  return ruled === undefined || ruled === null
    ? words
    : `${words}; ghi nhận ${ruled ? 'đúng hạn' : 'không đúng hạn'}: ${report.ruling?.reason ?? ''}`;
}

function sentDay({ sentAt }: ReportRecord): string | null {
  return sentAt === null ? null : formatLocalDate(dayOf(sentAt.getTime()));
}

function numbered(rows: readonly (readonly string[])[]): Unlabelled['rows'] {
  return rows.map((cells, at) => ({ index: at + 1, cells }));
}
