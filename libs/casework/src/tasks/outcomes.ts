import type { Outcome } from '@thidua/contract';
import { MOVEMENT_OUTCOMES } from '../movements/outcomes';
import type { TaskRecord } from '../task-record';
import type { DiagramElement } from './load-task';

const SIGN: Outcome = { value: 'sign', label: 'Ký', kind: 'primary', needsReason: false };
const SEND_BACK: Outcome = { value: 'send-back', label: 'Trả lại', kind: 'danger', needsReason: true };
const REFUSE: Outcome = { value: 'refuse', label: 'Không khen thưởng', kind: 'danger', needsReason: true };
const DECLINE: Outcome = { value: 'refuse', label: 'Không đồng ý', kind: 'danger', needsReason: true };
const RECOVERY: readonly Outcome[] = [
  { value: 'complete', label: 'Đã thu hồi xong', kind: 'primary', needsReason: false },
  { value: 'short', label: 'Kết thúc, chưa thu hồi đủ', kind: 'danger', needsReason: true },
];
const INTAKE: readonly Outcome[] = [
  { value: 'accept', label: 'Tiếp nhận', kind: 'primary', needsReason: false },
  { value: 'supplement', label: 'Yêu cầu bổ sung', kind: 'default', needsReason: false },
  { value: 'reject', label: 'Từ chối', kind: 'danger', needsReason: true },
];

/** The ways a task may end. Sending back is offered only where the diagram asks how the signing ended. */
export function outcomesOf(task: Pick<TaskRecord, 'step' | 'formId'>, element: DiagramElement | undefined): readonly Outcome[] {
  const ofMovement = MOVEMENT_OUTCOMES[task.formId ?? ''];
  if (ofMovement !== undefined) {
    return ofMovement;
  }
  if (task.formId === 'tiep-nhan') {
    return INTAKE;
  }
  if (task.formId === 'ky-huy-bo' || task.formId === 'ky-van-ban') {
    return [SIGN, SEND_BACK, DECLINE];
  }
  if (task.formId === 'thu-hoi-hien-vat') {
    return RECOVERY;
  }
  if (task.step === 'sign' || task.step === 'decision') {
    return element?.outputs.some((output) => output.source.reads.includes('outcome')) === true
      ? [SIGN, SEND_BACK, ...(task.formId === 'ky-quyet-dinh' ? [REFUSE] : [])]
      : [SIGN];
  }
  return [];
}
