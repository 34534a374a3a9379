import { dayOf, formatLocalDate } from '@thidua/kernel';
import { frameOf } from '../frame';
import { planOf, type PaperPlan } from '../plan';
import type { DossierScene } from '../scene';
import { deskOf } from './desk';

export interface Delay {
  /** The day the receipt promised. */
  readonly promised: string;
  readonly newDueOn: string;
  readonly reason: string;
}

/** Phiếu xin lỗi và hẹn lại ngày trả kết quả of a dossier whose promised day has passed. */
export function apologySlip(scene: DossierScene, { promised, newDueOn, reason }: Delay): PaperPlan {
  const { dossier, unit, receiver } = scene;
  const desk = deskOf(scene);
  const data = {
    frame: frameOf({
      org: receiver,
      pack: scene.pack,
      simulated: scene.simulated,
      today: scene.today,
      type: '',
      signature: { lines: ['NGƯỜI TIẾP NHẬN'], name: desk.officer },
      recipients: ['Như trên', 'Lưu: VT'],
      date: formatLocalDate(scene.today),
    }),
    dossierCode: dossier.code,
    to: unit.name,
    receivedBy: desk.name,
    content: `“${dossier.title}”`,
    receivedDate: formatLocalDate(dossier.receivedMs === null ? scene.today : dayOf(dossier.receivedMs)),
    dueDate: promised,
    reason: /[.!?]$/u.test(reason) ? reason : `${reason}.`,
    newDueDate: newDueOn,
    resultPlace: `${desk.org.name} và trên hệ thống`,
    contact: desk.officer === '' ? desk.name : `${desk.officer}, ${desk.name}`,
  };
  return planOf('phieu-xin-loi', data, {
    slotOf: [dossier.id, desk.org.id],
    orgId: desk.org.id,
    dossierId: dossier.id,
    title: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
  });
}
