import { figureText } from '@thidua/awards';
import type { CompiledFigureView, ReportLine, ReportTexts } from '@thidua/contract';
import { dayOf, formatLocalDate, isoOf, type LocalDate } from '@thidua/kernel';
import type { OrgRecord, ReportRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { CompiledCall } from './compile-call';
import { sentOn, timingOf } from './punctuality';
import { indicatorView } from './report-form';

const SECTIONS = ['leadership', 'results', 'limits', 'causes', 'lessons', 'tasks', 'proposals'] as const;

export function reportLine(report: ReportRecord, today: LocalDate, names: ReadonlyMap<string, OrgRecord>): ReportLine {
  const { workId, code, orgId, orgName, askedByOrg, occasion, year, state, dueOn, ownFile, compiledFrom } = report;
  const sent = sentOn(report);
  return {
    ...{ id: workId, code, orgId, orgName, year, state, dueOn, ownFile, compiledFrom },
    askedByName: names.get(askedByOrg)?.name ?? '',
    occasion: occasion === 'ad-hoc' ? 'annual' : occasion,
    sentOn: sent === null ? null : formatLocalDate(sent),
    punctuality: punctualityView(report, today),
  };
}

function punctualityView(report: ReportRecord, today: LocalDate): ReportLine['punctuality'] {
  const timing = timingOf(report, today);
  const { ruling } = report;
  return {
    state: timing?.state ?? 'no-day',
    onTime: timing?.onTime ?? null,
    daysLate: timing?.daysLate ?? 0,
    ruling:
      ruling === null || ruling.onTime === null ? null : { onTime: ruling.onTime, reason: ruling.reason, at: isoOf(ruling.at.getTime()) },
  };
}

/** How a call stands: whom it asked, who sent, who was late or is missing. */
export function countsOf(
  reports: readonly ReportRecord[],
  today: LocalDate,
): { asked: number; sent: number; accepted: number; late: number; missing: number } {
  const state = (wanted: string): number => reports.filter((report) => timingOf(report, today)?.state === wanted).length;
  return {
    asked: reports.length,
    sent: reports.filter((report) => report.sentAt !== null).length,
    accepted: reports.filter((report) => report.state === 'accepted').length,
    late: state('late'),
    missing: state('missing'),
  };
}

export function compiledViews({ lines, reports }: CompiledCall): CompiledFigureView[] {
  const names = new Map(reports.map((report) => [report.workId, report.orgName]));
  return lines.map(({ indicator, sum, adjusted, sources }) => ({
    indicator: indicatorView(indicator),
    sum,
    text: figureText(adjusted?.figure ?? sum, indicator.unit),
    adjusted,
    sources: sources.map(({ reportId, figure }) => ({
      reportId,
      orgName: names.get(reportId) ?? '',
      text: figureText(figure, indicator.unit),
    })),
  }));
}

export function textsView(texts: ReportRecord['texts']): ReportTexts {
  return Object.fromEntries(SECTIONS.flatMap((section) => (texts[section] === undefined ? [] : [[section, texts[section]]])));
}

export function todayOf(clock: Pick<CaseworkDeps['clock'], 'nowMs'>): LocalDate {
  return dayOf(clock.nowMs());
}
