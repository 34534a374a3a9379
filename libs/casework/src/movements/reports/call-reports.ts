import { reportDay, type ReportOccasion } from '@thidua/awards';
import type { ReportOffer } from '@thidua/contract';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { once } from '../../once';
import { Refused } from '../../refused';
import { demandRunner, movementFor, type MovementAtHand } from '../movement-at-hand';
import { openWork } from '../open-work';
import { candidatesOf } from './report-candidates';
import { keptForm } from './report-form';
import { endOfDay, reportTitle } from './report-title';
import { upwardOf } from './upward';

export const reportOffer: Handler<'reportOffer'> = async (deps, { actor, params, query }): Promise<ReportOffer> => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  demandRunner(actor, movement);
  const { provinceId } = actor;
  const { occasion, year } = query;
  const about = { movementId: movement.record.id, occasion, year };
  const [candidates, sent, target] = [
    await candidatesOf(deps, movement),
    await deps.stores.reports.list(provinceId, { ...about, kind: 'report' }),
    await upwardOf(deps, movement),
  ];
  const day = reportDay(movement.record.content, occasion, year);
  const above = target === null ? null : reportDay(target.movement.content, occasion, year);
  const call = await openCallOf(deps, movement, { occasion, year });
  return {
    planDay:
      day === null ? null : { day: day.day, source: { quote: day.source.quote, from: day.source.line.from, to: day.source.line.to } },
    recipients: candidates.map(({ org, asked, chosen }) => ({
      orgId: org.id,
      name: org.name,
      asked,
      chosen,
      reportId: sent.find((report) => report.orgId === org.id)?.workId ?? null,
    })),
    upward:
      target === null ? null : { name: target.org.name, dueOn: target.movement.id === movement.record.id ? null : (above?.day ?? null) },
    openCall: call ?? null,
  };
};

/** Yêu cầu báo cáo: one call for an occasion of a year; every body named gets its own work. */
export const callReports: Handler<'callReports'> = async (deps, { actor, params, body, key }) => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const position = demandRunner(actor, movement);
  const { provinceId } = actor;
  const { record, standing } = movement;
  const { occasion, year, dueOn } = body;
  const known = new Map((await candidatesOf(deps, movement)).map((one) => [one.org.id, one.asked]));
  const strangers = body.recipients.filter((id) => !known.has(id));
  if (strangers.length > 0) {
    throw new Refused('request-invalid', { fields: [{ path: 'recipients', problem: 'not below this body', kind: 'custom' }] });
  }
  if (dueOn < formatLocalDate(dayOf(deps.clock.nowMs()))) {
    throw new Refused('request-invalid', { fields: [{ path: 'dueOn', problem: 'in the past', kind: 'custom' }] });
  }
  return once(deps, key, async (tx) => {
    const locked = await deps.stores.movements.lock(tx, provinceId, record.id);
    if (locked?.state !== 'in-force') {
      throw new Refused('state-conflict', { movementId: record.id, reason: 'movement-closed' });
    }
    const call = await openCallOf(deps, movement, { occasion, year }, tx);
    if (call !== undefined) {
      throw new Refused('reports-called', { callId: call });
    }
    const form = await keptForm(deps, tx, record);
    const recipients = [...new Set(body.recipients)].map((orgId) => ({ orgId, asked: known.get(orgId) ?? 'duty' }));
    const opened = await openWork(deps, tx, {
      ...{ provinceId, movementId: record.id, kind: 'report-call', orgId: standing.id, askedByOrgId: standing.id },
      ...{ title: `Đợt ${lowerFirst(reportTitle(record, occasion, year))}`, dueOn, occasion, year },
      facts: { recipients, ...(body.note === undefined ? {} : { note: body.note }) },
      process: 'dot-bao-cao',
      variables: { dueAt: endOfDay(dueOn) },
      actor: { actor, acting: { position } },
    });
    await deps.stores.reports.insert(tx, provinceId, { workId: opened.id, formVersion: form.version });
    return { id: opened.id, code: opened.code };
  });
};

/** Whichever call there is for the occasion, over or not: bodies are asked once. */
async function openCallOf(
  { stores }: CaseworkDeps,
  { record, standing }: MovementAtHand,
  about: { readonly occasion: ReportOccasion; readonly year: number },
  tx?: Tx,
): Promise<string | undefined> {
  const calls = await stores.reports.list(
    record.provinceId,
    { movementId: record.id, kind: 'report-call', orgId: standing.id, ...about },
    tx,
  );
  return calls[0]?.workId;
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
