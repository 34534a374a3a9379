import { formatLocalDate } from '@thidua/kernel';
import { frameOf } from '../frame';
import { planOf, type PaperPlan } from '../plan';
import type { RoundScene } from '../scene';
import { formalName, lowerFirst } from '../words';
import { deciderLines, deciderName } from './deciding';
import { standingFrame } from './standing';

/** Công văn đôn đốc: one letter to all bodies that were asked for an opinion and have let its last day pass. */
export function reminderLetter(scene: RoundScene): readonly PaperPlan[] {
  const { round, org, standing } = scene;
  const today = formatLocalDate(scene.today);
  const late = scene.opinions.filter(
    (one) => one.answeredAt === null && one.withdrawnAt === null && one.dueOn !== null && one.dueOn < today,
  );
  if (late.length === 0) {
    return [];
  }
  const ofOffice = round.level === 'TINH';
  const from = ofOffice ? standing : org;
  const foot = { type: '', recipients: ['Như trên', 'Lưu: VT'] } as const;
  const frame = ofOffice
    ? standingFrame(scene, { ...foot, signature: { lines: ['GIÁM ĐỐC'], name: scene.holder(standing.id, 'director').name } })
    : frameOf({
        ...foot,
        org,
        pack: scene.pack,
        simulated: scene.simulated,
        today: scene.today,
        signature: { lines: ['TM. ỦY BAN NHÂN DÂN', ...deciderLines(scene)], name: deciderName(scene) },
      });
  const data = {
    frame: { ...frame, symbol: `${from.symbol}-TĐKT` },
    subject: 'đôn đốc trả lời văn bản xin ý kiến, xác nhận',
    to: [...new Set(late.map((one) => one.body))],
    opening: `${formalName(from)} đã xin ý kiến, đề nghị xác nhận phục vụ ${lowerFirst(round.title)} (${round.code}). Đến nay đã quá thời hạn nhưng chưa nhận được trả lời các nội dung sau:`,
    items: late.map(({ body, subject, dueOn }, at) => ({
      index: at + 1,
      body,
      content: subject.slice(0, 1).toLocaleUpperCase('vi') + subject.slice(1),
      dueOn,
      late: 'Quá thời hạn',
    })),
    deadline: null,
    consequence: 'Việc không trả lời không được coi là đồng ý; các trường hợp liên quan chưa được xem xét, trình khen thưởng.',
    contact: formalName(standing),
  };
  return [
    planOf('cong-van-don-doc', data, {
      slotOf: [round.id, from.id, today],
      orgId: from.id,
      roundId: round.id,
      title: 'Công văn đôn đốc trả lời ý kiến',
    }),
  ];
}
