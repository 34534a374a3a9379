import { packInForce } from '@thidua/awards';
import type { Frame } from '@thidua/documents';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { OrgFacts } from '@thidua/store';
import { frameOf } from '../papers/frame';
import { GiveUp } from '../service-tasks/outcomes';
import type { TaskRoom } from '../service-tasks/service-task';

/** A body as it is today. @throws GiveUp when there is none any more */
export async function officeOf(room: TaskRoom, provinceId: string, orgId: string): Promise<OrgFacts> {
  const org = await room.facts.org(provinceId, orgId, formatLocalDate(dayOf(room.deps.clock.nowMs())));
  if (org === undefined) {
    throw new GiveUp('facts-missing', 'Không còn cơ quan này.');
  }
  return org;
}

/** Head and foot of a print without a number of its own; whoever prints it signs it by hand. */
export function officeFrame({ deps }: TaskRoom, provinceId: string, org: OrgFacts, signer: string): Frame {
  const today = dayOf(deps.clock.nowMs());
  const inForce = packInForce(deps.law.effective(provinceId), today, provinceId);
  if (!inForce.ok) {
    throw new GiveUp(inForce.error.code, inForce.error.message);
  }
  const signature = { lines: [signer], name: '' };
  return frameOf({ org, pack: inForce.value, simulated: deps.simulatedClock, today, type: '', signature, date: formatLocalDate(today) });
}
