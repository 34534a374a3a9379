import type { TaskContextQuery } from '../../task-context';
import { workContext } from '../work-context';
import { noticeOf } from './unit-papers';

/** The notice opens with the day of the plan, and with what a body usually makes ready. */
const lich: TaskContextQuery = async (deps, task) => {
  const around = await workContext(deps, task);
  const work = await deps.stores.works.byInstance(task.provinceId, task.instanceId);
  const unit = work === undefined ? undefined : await deps.stores.inspections.unit(task.provinceId, work.id);
  if (unit === undefined) {
    return around;
  }
  const { startTime, participants, preparation, contact } = noticeOf(unit);
  return {
    ...around,
    values: {
      ...(unit.inspectOn === null ? {} : { date: unit.inspectOn }),
      place: unit.place,
      startTime: startTime === '' ? '08:00' : startTime,
      participants: participants.length > 0 ? participants.join('\n') : 'Thủ trưởng đơn vị\nNgười theo dõi công tác thi đua, khen thưởng',
      preparation:
        preparation.length > 0
          ? preparation.join('\n')
          : 'Báo cáo kết quả thực hiện phong trào thi đua\nKế hoạch, văn bản triển khai; hồ sơ bình xét, đề nghị khen thưởng',
      ...(contact === '' ? {} : { contact }),
    },
  };
};

/** By form id: what is filled in stands on the page of the work. */
export const INSPECTION_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = {
  'lap-ke-hoach-kiem-tra': workContext,
  'lap-doan-kiem-tra': workContext,
  'lich-kiem-tra': lich,
  'ghi-ket-qua-kiem-tra': workContext,
  'ky-bien-ban-kiem-tra': workContext,
  'lap-ket-luan-kiem-tra': workContext,
  'khac-phuc-kiem-tra': workContext,
  'xac-nhan-khac-phuc': workContext,
};
