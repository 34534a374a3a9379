import { askedOf, type Audience, type Indicator } from '@thidua/awards';
import type { OrgRecord, ReportRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { MovementRecord } from '@thidua/store';
import { indicatorsOf } from './report-form';

const AUDIENCE_OF: Readonly<Record<OrgRecord['orgKind'], Audience>> = {
  agency: 'agency',
  school: 'agency',
  village: 'agency',
  front: 'front',
  party: 'front',
  association: 'front',
  enterprise: 'enterprise',
  cooperative: 'enterprise',
};

/** The lines of its form that a body is asked: a unit those of its audience, a commune or an office above it all. */
export async function linesAsked(
  deps: Pick<CaseworkDeps, 'stores'>,
  record: MovementRecord,
  report: Pick<ReportRecord, 'orgId' | 'formVersion'>,
  tx?: Tx,
): Promise<readonly Indicator[]> {
  const indicators = await indicatorsOf(deps, record, report.formVersion, tx);
  const org = await deps.stores.people.org(record.provinceId, report.orgId, tx);
  return askedOf(indicators, org === undefined || org.level !== 'UNIT' ? null : AUDIENCE_OF[org.orgKind]);
}
