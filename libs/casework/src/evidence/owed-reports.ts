import type { OwedReport } from '@thidua/awards';
import type { LocalDate } from '@thidua/kernel';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { punctuality, type ReportDue } from '../movements/reports/punctuality';

const OCCASION = { annual: 'hàng năm', interim: 'sơ kết', final: 'tổng kết' } as const;

/** Reports that the nominated body owed in the movement, or the body that proposes it; null where the plan's rules ask for none. */
export async function owedReports(
  deps: CaseworkDeps,
  provinceId: string,
  { orgId, movementId }: { readonly orgId: string | undefined; readonly movementId: string | null },
  tx?: Tx,
): Promise<readonly OwedReport[] | null> {
  const standing = movementId === null ? undefined : deps.law.standing(provinceId, movementId);
  const asked = standing?.read.rules.some((rule) => rule.needs === 'reports-on-time') ?? false;
  if (!asked || orgId === undefined || movementId === null) {
    return null;
  }
  const due = await punctuality(deps, provinceId, { orgId, movementId, ...(tx === undefined ? {} : { tx }) });
  return due.map(owed);
}

function owed({ reportId, occasion, year, due, sent, onTime, reason }: ReportDue): OwedReport {
  const came = sent === null ? 'chưa gửi' : `gửi ${shown(sent)}`;
  const ruled = reason === null ? '' : `; ${reason}`;
  return { kind: 'report', id: reportId, text: `Báo cáo ${OCCASION[occasion]} ${year} (hạn ${shown(due)}, ${came}${ruled})`, year, onTime };
}

function shown({ year, month, day }: LocalDate): string {
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
}
