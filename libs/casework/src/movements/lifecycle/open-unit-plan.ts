import type { MovementRecord, RecipientRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { openWork } from '../open-work';

const END_OF_DAY = 'T17:00:00+07:00';

/** The instant a day is over for work that is due on it; null without a day. */
export function dueInstant(day: string | null): string | null {
  return day === null ? null : `${day}${END_OF_DAY}`;
}

/** A body gets its part: to make a plan of its own, or to say what it will do together. */
export async function openUnitPlan(
  deps: CaseworkDeps,
  tx: Tx,
  { record, also = [] }: { readonly record: MovementRecord; readonly also?: readonly string[] },
  recipient: Pick<RecipientRecord, 'orgId' | 'asked' | 'dueOn'>,
): Promise<string> {
  const { provinceId, id: movementId, orgId: askedByOrgId, content } = record;
  const duty = recipient.asked === 'duty';
  const opened = await openWork(deps, tx, {
    ...{ provinceId, movementId, kind: 'unit-plan', orgId: recipient.orgId, askedByOrgId: askedByOrgId ?? recipient.orgId },
    title: `${duty ? 'Xây dựng kế hoạch của đơn vị' : 'Đề nghị phối hợp'}: ${content.name.value}`,
    dueOn: recipient.dueOn,
    facts: { asked: recipient.asked },
    process: 'ke-hoach-don-vi',
    variables: { asked: recipient.asked, dueAt: dueInstant(recipient.dueOn) },
  });
  for (const id of [movementId, ...also]) {
    await deps.stores.recipients.setWork(tx, provinceId, { movementId: id, orgId: recipient.orgId, workId: opened.id });
  }
  return opened.id;
}
