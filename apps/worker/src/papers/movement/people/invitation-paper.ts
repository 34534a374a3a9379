import { conferenceFacts } from '@thidua/casework';
import type { Invitation } from '@thidua/documents';
import type { GuestRecord } from '@thidua/store';
import { GiveUp } from '../../../service-tasks/outcomes';
import type { SceneRoom } from '../../load-scene';
import { planOf, type PaperPlan } from '../../plan';
import { formalName } from '../../words';
import { issuerSignature, keptWith } from '../life-cycle/movement-words';
import { movementFrame, type MovementScene } from '../movement-scene';

/** Giấy mời of a conference, one number for all who are asked. */
export async function invitationPaper({ deps }: SceneRoom, scene: MovementScene): Promise<readonly PaperPlan[]> {
  const { work, org } = scene;
  const guests = await deps.stores.guests.ofWork(scene.provinceId, work.id);
  const { event } = conferenceFacts(work);
  return [planOf('giay-moi', invitation(scene, guests), { slotOf: [work.id, org.id], orgId: org.id, title: `Giấy mời: ${event}` })];
}

export function invitation(scene: MovementScene, guests: readonly GuestRecord[]): Invitation {
  const { work, org } = scene;
  const { event, date, startTime, place, chair, notes } = conferenceFacts(work);
  if (date === null || startTime === null) {
    throw new GiveUp('facts-missing', 'Hội nghị chưa có ngày, giờ.');
  }
  return {
    frame: movementFrame(scene, { type: 'GM', signature: issuerSignature(scene), recipients: ['Như trên', keptWith(scene)] }),
    subject: `Dự ${event.slice(0, 1).toLocaleUpperCase('vi')}${event.slice(1)}`,
    host: formalName(org),
    guests: guests.map(guestWords),
    event,
    ...{ chair, date, startTime, place },
    notes: notes.map((line) => line.replace(/[.;\s]+$/u, '')),
  };
}

/** 'Bà Nguyễn Thị Ánh Tuyết, Giáo viên'; of a body its head comes or sends somebody. */
export function guestWords({ kind, name, title }: Pick<GuestRecord, 'kind' | 'name' | 'title'>): string {
  return kind === 'recipient' ? `Đại diện lãnh đạo ${name}` : [name, title].filter((part) => part !== '').join(', ');
}
