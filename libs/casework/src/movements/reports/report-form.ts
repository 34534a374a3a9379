import { defaultIndicators, type Indicator } from '@thidua/awards';
import type { IndicatorView, ReportFormView } from '@thidua/contract';
import type { MovementRecord, ReportForm, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { once } from '../../once';
import { Refused } from '../../refused';
import { note } from '../../note';
import { demandRunner, movementFor } from '../movement-at-hand';
import { mayRunMovement } from '@thidua/access';

/** The form in force; before anybody touched it, the one above it, so that figures add up, or what the plan itself gives. */
export async function formOf({ stores }: Pick<CaseworkDeps, 'stores'>, record: MovementRecord, tx?: Tx): Promise<ReportForm> {
  const { provinceId, id, parentId } = record;
  const kept = await stores.reports.form(provinceId, id, null, tx);
  if (kept !== undefined) {
    return kept;
  }
  const above = parentId === null ? undefined : await stores.movements.byId(provinceId, parentId, tx);
  const indicators = above === undefined ? defaultIndicators(record.content) : (await formOf({ stores }, above, tx)).indicators;
  return { version: 1, indicators };
}

/** The same, written down: reports name the version they were made by. */
export async function keptForm(deps: Pick<CaseworkDeps, 'stores' | 'clock'>, tx: Tx, record: MovementRecord): Promise<ReportForm> {
  const form = await formOf(deps, record, tx);
  if ((await deps.stores.reports.form(record.provinceId, record.id, form.version, tx)) === undefined) {
    await deps.stores.reports.saveForm(tx, record.provinceId, record.id, { ...form, changedBy: null, atMs: deps.clock.nowMs() });
  }
  return form;
}

/** The lines a report was made by; of a movement whose form nobody has kept, the present ones. */
export async function indicatorsOf(
  deps: Pick<CaseworkDeps, 'stores'>,
  record: MovementRecord,
  version: number,
  tx?: Tx,
): Promise<readonly Indicator[]> {
  const kept = await deps.stores.reports.form(record.provinceId, record.id, version, tx);
  return (kept ?? (await formOf(deps, record, tx))).indicators;
}

export function indicatorView({ source, audiences, ...rest }: Indicator): IndicatorView {
  return {
    ...rest,
    audiences: [...audiences],
    source: source === null ? null : { quote: source.quote, from: source.line.from, to: source.line.to },
  };
}

export const reportForm: Handler<'reportForm'> = async (deps, { actor, params }): Promise<ReportFormView> => {
  const { record, standing } = await movementFor(deps, actor, params['id'] ?? '');
  return viewOf(await formOf(deps, record), {
    fixed: await isFixed(deps, record),
    edit: mayRunMovement(actor, standing.id).allowed && record.state === 'in-force',
  });
};

/** Lines of the form change until somebody has reported by them; once that call is over, a change makes the next version. */
export const saveReportForm: Handler<'saveReportForm'> = async (deps, { actor, params, body, key }) => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const position = demandRunner(actor, movement);
  const { provinceId, id } = movement.record;
  const names = new Set(body.indicators.map((one) => one.id));
  if (names.size !== body.indicators.length) {
    throw new Refused('request-invalid', { fields: [{ path: 'indicators', problem: 'twice', kind: 'custom' }] });
  }
  return once(deps, key, async (tx) => {
    const record = (await deps.stores.movements.lock(tx, provinceId, id)) ?? movement.record;
    const before = await formOf(deps, record, tx);
    if (record.state !== 'in-force' || before.version !== body.version) {
      throw new Refused('state-conflict', { movementId: id, version: before.version });
    }
    if (await isFixed(deps, record, tx)) {
      throw new Refused('report-form-fixed', { movementId: id, version: before.version });
    }
    const used = await deps.stores.reports.isFormUsed(provinceId, id, before.version, tx);
    const sources = new Map(before.indicators.map((one) => [one.id, one.source]));
    const form: ReportForm = {
      version: used ? before.version + 1 : before.version,
      indicators: body.indicators.map((one) => ({ ...one, source: sources.get(one.id) ?? null })),
    };
    await deps.stores.reports.saveForm(tx, provinceId, id, { ...form, changedBy: actor.personId, atMs: deps.clock.nowMs() });
    const facts = { movementId: id, version: form.version, indicators: form.indicators.length };
    await note(deps, tx, actor, { on: 'movement', id: record.orgId ?? position.orgId, position, action: 'report-form-changed', facts });
    return viewOf(form, { fixed: false, edit: true });
  });
};

/** Somebody has reported by the newest version, and that call still runs. */
async function isFixed({ stores }: Pick<CaseworkDeps, 'stores'>, record: MovementRecord, tx?: Tx): Promise<boolean> {
  const reports = await stores.reports.list(record.provinceId, { movementId: record.id }, tx);
  const form = await stores.reports.form(record.provinceId, record.id, null, tx);
  const running = new Set(reports.filter((one) => one.kind === 'report-call' && one.workStatus !== 'done').map((one) => one.workId));
  return reports.some(
    (one) => one.kind === 'report' && one.sentAt !== null && one.formVersion === form?.version && running.has(one.callId ?? ''),
  );
}

function viewOf(form: ReportForm, { fixed, edit }: { readonly fixed: boolean; readonly edit: boolean }): ReportFormView {
  return { version: form.version, indicators: form.indicators.map(indicatorView), fixed, may: { edit: edit && !fixed } };
}
