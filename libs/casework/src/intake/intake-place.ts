import { formatLocalDate, type LocalDate } from '@thidua/kernel';
import type { OrgRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';

/** Where a body's proposals go (L2022 art. 83.1: who manages the people proposes; the level above receives). */
export interface IntakePlace {
  readonly submitter: OrgRecord;
  /** The nearest government above: commune, district or province; of a commune for its residents, the commune itself. */
  readonly receiver: OrgRecord;
  /** The office that takes it in: Sở Nội vụ for the province, else the receiver. */
  readonly desk: OrgRecord;
  readonly province: OrgRecord | undefined;
  readonly department: OrgRecord | undefined;
  /** Levels of government from the receiver up: only they decide or forward. */
  readonly levels: ReadonlySet<string>;
}

const GOVERNMENTS: readonly OrgRecord['kind'][] = ['commune', 'district', 'province'];

/** Who receives what a body of the province submits on a day. @throws Refused not-found, no-receiver */
export async function intakePlace(
  deps: Pick<CaseworkDeps, 'stores'>,
  { provinceId, orgId, day }: { readonly provinceId: string; readonly orgId: string; readonly day: LocalDate },
  tx?: Tx,
): Promise<IntakePlace> {
  const { people } = deps.stores;
  const on = formatLocalDate(day);
  const submitter = await people.orgAsOf(provinceId, orgId, on, tx);
  if (submitter === undefined) {
    throw new Refused('not-found', { what: 'organisation', orgId });
  }
  if (!inForce(submitter, on)) {
    throw new Refused('no-receiver', { orgId, org: submitter.name, reason: 'submitter-ended', validTo: submitter.validTo });
  }
  const { province, department } = await people.seats(provinceId, tx);
  const above = await chainOf(deps, submitter, on, tx);
  const receiver = above.find((org) => GOVERNMENTS.includes(org.kind));
  const desk = receiver?.kind === 'province' ? department : receiver;
  if (receiver === undefined || desk === undefined) {
    throw new Refused('no-receiver', { orgId, org: submitter.name, reason: 'nobody-above' });
  }
  const from = above.slice(above.indexOf(receiver));
  const levels = new Set([...from.map((org) => org.level as string), ...(province === undefined ? [] : ['TINH']), 'TTG', 'CTN']);
  return { submitter, receiver, desk, province, department, levels };
}

/** A commune's own people propose to it; everyone else's road leads up. In the place of a body that has ended stands who took over from it. */
async function chainOf({ stores }: Pick<CaseworkDeps, 'stores'>, start: OrgRecord, on: string, tx?: Tx): Promise<readonly OrgRecord[]> {
  const chain: OrgRecord[] = GOVERNMENTS.includes(start.kind) ? [start] : [];
  const seen = new Set([start.id]);
  for (let id = aboveOf(start); id !== null && !seen.has(id);) {
    seen.add(id);
    const org = await stores.people.orgAsOf(start.provinceId, id, on, tx);
    if (org === undefined) {
      break;
    }
    if (inForce(org, on)) {
      chain.push(org);
      id = aboveOf(org);
    } else {
      const heir = (await stores.organisations.successorsOf(start.provinceId, org.id, tx)).find((one) => one.onDate <= on);
      id = heir?.successorId ?? aboveOf(org);
    }
  }
  return chain;
}

/** Whoever manages people and payroll proposes; without one, the parent. */
function aboveOf(org: OrgRecord): string | null {
  return org.managingOrgId ?? org.parentId;
}

function inForce({ validFrom, validTo }: OrgRecord, on: string): boolean {
  return validFrom <= on && (validTo === null || validTo >= on);
}
