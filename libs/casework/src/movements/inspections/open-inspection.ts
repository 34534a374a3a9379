import type { Handler } from '../../handler';
import { once } from '../../once';
import { Refused } from '../../refused';
import { demandRunner, movementFor } from '../movement-at-hand';
import { openWork } from '../open-work';
import { proposedChecklist } from './checklist-of';

/** The year's inspection of a movement begins: its checklist is the last one's, or what the plan gives. One at a time for a year. */
export const openInspection: Handler<'openInspection'> = async (deps, { actor, params, body, key }) => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const position = demandRunner(actor, movement);
  const { provinceId } = actor;
  const { record, org } = movement;
  const { year, dueOn } = body;
  return once(deps, key, async (tx) => {
    const locked = await deps.stores.movements.lock(tx, provinceId, record.id);
    if (locked?.state !== 'in-force') {
      throw new Refused('state-conflict', { movementId: record.id, reason: 'movement-closed' });
    }
    const open = await deps.stores.works.list(provinceId, { movementId: record.id, kinds: ['inspection'], statuses: ['open'], year }, tx);
    if (open.length > 0) {
      throw new Refused('state-conflict', { movementId: record.id, reason: 'inspection-open', workId: open[0]?.id ?? '' });
    }
    const last = await deps.stores.inspections.lastItems(provinceId, record.id, tx);
    const opened = await openWork(deps, tx, {
      ...{ provinceId, movementId: record.id, kind: 'inspection', orgId: org.id, askedByOrgId: org.id, dueOn, year },
      title: `Kiểm tra phong trào thi đua “${record.content.name.value}” năm ${String(year)}`,
      process: 'kiem-tra-phong-trao',
      actor: { actor, acting: { position } },
    });
    await deps.stores.inspections.insert(tx, provinceId, {
      id: opened.id,
      ...{ periodFrom: null, periodTo: null, bodies: [] },
      items: last.length > 0 ? last : proposedChecklist(record.content),
    });
    return { workId: opened.id, code: opened.code };
  });
};
