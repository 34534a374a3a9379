import { carriedFigures, compileFigures, type CompiledFigure, type Figures } from '@thidua/awards';
import type { MovementRecord, ReportRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { indicatorsOf } from './report-form';

export interface CompiledCall {
  readonly lines: readonly CompiledFigure[];
  /** What goes upward. */
  readonly figures: Figures;
  /** Every report of the call; those that count are `included`. */
  readonly reports: readonly ReportRecord[];
  readonly included: readonly string[];
}

/** Figures of a call: as they come in while it is open; of the reports it was made of once it is compiled. */
export async function compiled(
  deps: Pick<CaseworkDeps, 'stores'>,
  { record, call }: { readonly record: MovementRecord; readonly call: ReportRecord },
  tx?: Tx,
): Promise<CompiledCall> {
  const reports = await deps.stores.reports.list(record.provinceId, { callId: call.workId, kind: 'report' }, tx);
  const counting = call.state === 'open' ? reports.filter(isIn) : reports.filter((report) => call.included.includes(report.workId));
  const indicators = await indicatorsOf(deps, record, call.formVersion, tx);
  const sources = counting.map(({ workId, figures }) => ({ reportId: workId, figures }));
  const lines = compileFigures(indicators, sources, call.adjustments);
  return { lines, figures: carriedFigures(lines), reports, included: counting.map((report) => report.workId) };
}

/** Sent, and not asked to be mended. */
export function isIn({ state }: ReportRecord): boolean {
  return state === 'sent' || state === 'accepted';
}
