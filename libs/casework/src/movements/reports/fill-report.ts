import { figureProblems } from '@thidua/awards';
import { mayRunMovement, mayWorkFor } from '@thidua/access';
import type { ReportView } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { Handler } from '../../handler';
import { once } from '../../once';
import { paperSummary } from '../../papers/paper-summary';
import { isOwnFile } from '../../files/own-part';
import { Refused } from '../../refused';
import { demandFiller, isWithBody, reportFor } from './report-at-hand';
import { linesAsked } from './asked-lines';
import { indicatorView } from './report-form';
import { reportLine, textsView, todayOf } from './report-views';

export const movementReport: Handler<'movementReport'> = async (deps, { actor, params }): Promise<ReportView> => {
  const { report, movement } = await reportFor(deps, actor, params['id'] ?? '');
  const { provinceId } = actor;
  const [indicators, papers, orgs, sources] = await Promise.all([
    linesAsked(deps, movement.record, report),
    deps.stores.papers.ofWork(provinceId, report.workId),
    deps.stores.people.orgs(provinceId),
    report.compiledFrom === null ? [] : deps.stores.reports.list(provinceId, { callId: report.compiledFrom, kind: 'report' }),
  ]);
  const compiledPapers = report.compiledFrom === null ? [] : await deps.stores.papers.ofWork(provinceId, report.compiledFrom);
  const names = new Map(orgs.map((org) => [org.id, org]));
  const today = todayOf(deps.clock);
  const file = papers.findLast(isOwnFile);
  return {
    ...reportLine(report, today, names),
    ...{ movementId: report.movementId, movementName: movement.record.content.name.value, callId: report.callId },
    indicators: indicators.map(indicatorView),
    figures: { ...report.figures },
    texts: textsView(report.texts),
    mendReason: report.mendReason,
    file: file === undefined ? null : paperSummary(file),
    papers: [...papers, ...compiledPapers].filter((paper) => paper.state !== 'canceled').map(paperSummary),
    sources: sources.map((one) => reportLine(one, today, names)),
    version: report.version,
    savedAt: report.savedAt === null ? null : isoOf(report.savedAt.getTime()),
    problems: [...figureProblems(indicators, report.figures)],
    may: {
      fill: isWithBody(report) && mayWorkFor(actor, report.orgId).allowed,
      rule: mayRunMovement(actor, report.askedByOrg).allowed && report.dueOn !== null,
    },
  };
};

/** What is filled in so far; it may be half of it, what is wrong is told and kept from sending only. */
export const saveReport: Handler<'saveReport'> = async (deps, { actor, params, body, key }) => {
  const { report: seen, movement } = await reportFor(deps, actor, params['id'] ?? '');
  demandFiller(actor, seen);
  return once(deps, key, async (tx) => {
    const report = (await deps.stores.reports.lock(tx, actor.provinceId, seen.workId)) ?? seen;
    demandFiller(actor, report);
    const indicators = await linesAsked(deps, movement.record, report, tx);
    const problems = figureProblems(indicators, body.figures);
    const wrong = problems.filter((one) => one.fault === 'unknown-indicator' || one.fault === 'wrong-type');
    if (wrong.length > 0) {
      const fields = wrong.map((one) => ({ path: `figures.${one.indicator}`, problem: one.fault, kind: 'custom' }));
      throw new Refused('request-invalid', { fields });
    }
    const { figures, ownFile } = body;
    const change = { figures, texts: given(body.texts), ownFile, savedBy: actor.personId, atMs: deps.clock.nowMs() };
    if (report.version !== body.version || !(await deps.stores.reports.save(tx, actor.provinceId, report, change))) {
      throw new Refused('state-conflict', { reason: 'report-changed', workId: report.workId, version: report.version });
    }
    return { version: report.version + 1, problems: [...problems] };
  });
};

/** Sections that say something. */
export function given(texts: ReportView['texts']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(texts).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''),
  );
}
