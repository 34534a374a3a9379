import { figureProblems } from '@thidua/awards';
import { mayRunMovement, mayWorkFor, type Actor } from '@thidua/access';
import type { AwardCount, ReportCallSummary, ReportCallView } from '@thidua/contract';
import type { LocalDate } from '@thidua/kernel';
import type { OrgRecord, ReportRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { once } from '../../once';
import { Refused } from '../../refused';
import { modelCounts } from '../models/read-models';
import { movementFor, type MovementAtHand } from '../movement-at-hand';
import { awardCounts } from './award-counts';
import { compiled, isIn } from './compile-call';
import { given } from './fill-report';
import { reportFor } from './report-at-hand';
import { indicatorsOf } from './report-form';
import { compiledViews, countsOf, reportLine, textsView, todayOf } from './report-views';

/** What a person sees of a movement's reports: the calls of its own office, what its body owes, what its body got. */
export const reportCalls: Handler<'reportCalls'> = async (deps, { actor, params }) => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const all = await deps.stores.reports.list(actor.provinceId, { movementId: movement.record.id });
  const names = await namesOf(deps, actor);
  const today = todayOf(deps.clock);
  const mine = new Set(actor.positions.map((position) => position.orgId));
  const reports = all.filter((one) => one.kind === 'report');
  const line = (one: ReportRecord): ReturnType<typeof reportLine> => reportLine(one, today, names);
  return {
    calls: all
      .filter((one) => one.kind === 'report-call' && mine.has(one.orgId))
      .map((call) => summaryOf(call, ofCall(reports, call), today)),
    mine: reports.filter((one) => mine.has(one.orgId)).map(line),
    received: reports.filter((one) => mine.has(one.askedByOrg) && one.callId === null && one.sentAt !== null).map(line),
    may: { call: mayRun(actor, movement) && movement.record.state === 'in-force' },
  };
};

export const reportCall: Handler<'reportCall'> = async (deps, { actor, params }): Promise<ReportCallView> => {
  const { report: call, movement } = await reportFor(deps, actor, params['id'] ?? '', 'report-call');
  const all = await compiled(deps, { record: movement.record, call });
  const names = await namesOf(deps, actor);
  const today = todayOf(deps.clock);
  const upward = await madeOf(deps, actor, call);
  const open = call.state === 'open' && call.workStatus === 'open';
  const runs = mayRunMovement(actor, call.orgId).allowed || mayWorkFor(actor, call.orgId).allowed;
  return {
    ...summaryOf(call, all.reports, today),
    ...{ movementId: call.movementId, movementName: movement.record.content.name.value, orgName: call.orgName },
    ...{ version: call.version, state: call.state },
    reports: all.reports.map((one) => reportLine(one, today, names)),
    figures: compiledViews(all),
    texts: textsView(call.texts),
    said: all.reports.filter(isIn).map(({ workId, orgName, texts }) => ({ reportId: workId, orgName, texts: textsView(texts) })),
    awards: [...(await awardCounts(deps, { movement, orgId: movement.org.id, call }))] satisfies AwardCount[],
    models: await modelCounts(deps, movement.record.provinceId, {
      movementId: call.movementId,
      year: call.occasion === 'annual' ? call.year : null,
    }),
    upward: upward === undefined ? null : reportLine(upward, today, names),
    may: { compile: open && runs, rule: mayRunMovement(actor, call.orgId).allowed },
  };
};

/** Texts of the compiled report, and totals set by hand, each with its reason. */
export const saveCompilation: Handler<'saveCompilation'> = async (deps, { actor, params, body, key }) => {
  const { report: seen, movement } = await reportFor(deps, actor, params['id'] ?? '', 'report-call');
  if (!mayRunMovement(actor, seen.orgId).allowed && !mayWorkFor(actor, seen.orgId).allowed) {
    throw new Refused('forbidden', { workId: seen.workId });
  }
  return once(deps, key, async (tx) => {
    const call = (await deps.stores.reports.lock(tx, actor.provinceId, seen.workId)) ?? seen;
    if (call.state !== 'open' || call.workStatus !== 'open' || call.version !== body.version) {
      throw new Refused('state-conflict', { reason: 'report-changed', workId: call.workId, version: call.version });
    }
    const indicators = await indicatorsOf(deps, movement.record, call.formVersion, tx);
    const figures = Object.fromEntries(Object.entries(body.adjustments).map(([id, one]) => [id, one.figure]));
    const problems = figureProblems(
      indicators.map((one) => ({ ...one, required: false })),
      figures,
    );
    if (problems.length > 0) {
      const fields = problems.map((one) => ({ path: `adjustments.${one.indicator}`, problem: one.fault, kind: 'custom' }));
      throw new Refused('request-invalid', { fields });
    }
    const change = { texts: given(body.texts), adjustments: body.adjustments, savedBy: actor.personId, atMs: deps.clock.nowMs() };
    await deps.stores.reports.save(tx, actor.provinceId, call, change);
    return { version: call.version + 1, problems: [] };
  });
};

function summaryOf(call: ReportRecord, reports: readonly ReportRecord[], today: LocalDate): ReportCallSummary {
  const { workId, code, title, occasion, year, workStatus, dueOn } = call;
  return {
    ...{ id: workId, code, title, year, status: workStatus, dueOn },
    occasion: occasion === 'ad-hoc' ? 'annual' : occasion,
    counts: countsOf(reports, today),
  };
}

function ofCall(reports: readonly ReportRecord[], call: ReportRecord): readonly ReportRecord[] {
  return reports.filter((one) => one.callId === call.workId);
}

/** The report upward that was made of a call, wherever it went. */
async function madeOf({ stores }: CaseworkDeps, { provinceId }: Actor, call: ReportRecord): Promise<ReportRecord | undefined> {
  const { orgId, occasion, year } = call;
  const sent = await stores.reports.list(provinceId, { kind: 'report', orgId, occasion, year });
  return sent.find((one) => one.compiledFrom === call.workId);
}

async function namesOf({ stores }: CaseworkDeps, { provinceId }: Actor): Promise<ReadonlyMap<string, OrgRecord>> {
  return new Map((await stores.people.orgs(provinceId)).map((org) => [org.id, org]));
}

function mayRun(actor: Actor, { standing }: MovementAtHand): boolean {
  return standing.level === 'UNIT' ? mayWorkFor(actor, standing.id).allowed : mayRunMovement(actor, standing.id).allowed;
}
