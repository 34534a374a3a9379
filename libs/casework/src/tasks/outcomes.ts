import type { Outcome } from '@thidua/contract';
import { MOVEMENT_OUTCOMES } from '../movements/outcomes';
import { ASSENT_FORM } from '../processes/house-forms';
import type { TaskRecord } from '../task-record';
import type { DiagramElement } from './load-task';

const SIGN: Outcome = { value: 'sign', label: 'Ký', kind: 'primary', needsReason: false };
const SEND_BACK: Outcome = { value: 'send-back', label: 'Trả lại', kind: 'danger', needsReason: true };
const REFUSE: Outcome = { value: 'refuse', label: 'Không khen thưởng', kind: 'danger', needsReason: true };
const DECLINE: Outcome = { value: 'refuse', label: 'Không đồng ý', kind: 'danger', needsReason: true };
const AGREE: Outcome = { value: 'agree', label: 'Đồng ý', kind: 'primary', needsReason: false };
const DISAGREE: Outcome = { value: 'send-back', label: 'Không đồng ý, trả lại', kind: 'danger', needsReason: true };
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
  if (task.formId === ASSENT_FORM) {
    return asks(element) ? [AGREE, DISAGREE] : [AGREE];
  }
  if (task.step === 'sign' || task.step === 'decision') {
    return asks(element) ? [SIGN, SEND_BACK, ...(task.formId === 'ky-quyet-dinh' ? [REFUSE] : [])] : [SIGN];
  }
  return [];
}

/** Whether the diagram reads how the task ended. */
function asks(element: DiagramElement | undefined): boolean {
  return element?.outputs.some((output) => output.source.reads.includes('outcome')) === true;
}

/** What the buttons of a form are called where the diagram asks which was pressed; of signing forms likewise. */
export function outcomesOfForm(formId: string): readonly Outcome[] {
  if (formId === ASSENT_FORM) {
    return [AGREE, DISAGREE];
  }
  const plain = outcomesOf({ step: null, formId }, undefined);
  return plain.length > 0 || !SIGNING_FORMS.includes(formId) ? plain : [SIGN, SEND_BACK, ...(formId === 'ky-quyet-dinh' ? [REFUSE] : [])];
}

const SIGNING_FORMS: readonly string[] = ['ky', 'ky-quyet-dinh'];
