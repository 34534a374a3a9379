import { limitFor } from '@thidua/awards';
import type { OpinionRecord, RowFacts } from '@thidua/store';
import { frameOf } from '../frame';
import { groundsOf } from '../grounds';
import { nomineeRows } from '../nominees';
import { planOf, type PaperPlan } from '../plan';
import type { RoundScene } from '../scene';
import { formalName, lowerFirst } from '../words';
import { deciderLines, deciderName } from './deciding';
import { placesOf, standingFrame } from './standing';

/** Thông báo công khai: who is proposed for what, until when people may say what (T-01, T-18). */
export function publicNotice(scene: RoundScene): readonly PaperPlan[] {
  const { round, org, standing, notice } = scene;
  if (notice === undefined) {
    return [];
  }
  const limit = limitFor(scene.pack, notice.ruleId)?.amount;
  const rule = [...scene.pack.procedures, ...scene.pack.limits].find((row) => row.id === notice.ruleId);
  const data = {
    frame: standingFrame(scene, {
      type: 'TB',
      signature: { lines: ['CƠ QUAN THƯỜNG TRỰC HỘI ĐỒNG'], name: scene.holder(standing.id, 'appraiser').name },
      recipients: ['Các cơ quan, đơn vị có trường hợp được đề nghị', 'Cơ quan báo chí, cổng thông tin điện tử (để đăng tải)', 'Lưu: VT'],
      rests: [notice.ruleId],
      date: notice.publishedOn,
    }),
    subject: 'Về việc công khai danh sách đề nghị khen thưởng để lấy ý kiến',
    publisher: formalName(org),
    grounds: [...groundsOf(scene), ...(rule === undefined || rule.citation === '' ? [] : [`Căn cứ ${rule.citation} (${rule.id})`])],
    rows: nomineeRows(
      scene,
      placesOf(scene),
      scene.rows.filter((row) => notice.rowIds.includes(row.id)),
    ),
    publishedOn: notice.publishedOn,
    untilOn: notice.untilOn,
    lasts: limit === undefined ? '10 ngày làm việc' : `${String(limit.value)} ${limit.unit === 'working-day' ? 'ngày làm việc' : 'ngày'}`,
    channels: notice.channels,
    comments: [`Trực tuyến: trang công khai của hệ thống, mã ${notice.token}`, `Bằng văn bản, điện thoại: ${formalName(standing)}`],
  };
  return [
    planOf('thong-bao-cong-khai', data, {
      slotOf: [round.id, standing.id, notice.id],
      orgId: standing.id,
      roundId: round.id,
      title: 'Thông báo công khai danh sách đề nghị khen thưởng',
    }),
  ];
}

/** A letter per body asked: all its open questions of one subject, with whom they are about. */
export function opinionLetters(scene: RoundScene, kind: 'cong-van-xin-y-kien' | 'cong-van-xac-nhan'): readonly PaperPlan[] {
  const confirming = kind === 'cong-van-xac-nhan';
  const open = scene.opinions.filter(
    (one) => one.answeredAt === null && one.withdrawnAt === null && (!confirming || one.kind === 'confirmation'),
  );
  const keys = [...new Set(open.map(keyOf))];
  return keys.flatMap((key) => {
    const asked = open.filter((one) => keyOf(one) === key);
    const [first] = asked;
    // One that has left, or was signed, is not written again.
    const done = scene.papers.some((paper) => paper.slot.endsWith(`:${first?.id ?? ''}`) && paper.state !== 'drafted');
    return first === undefined || done ? [] : [letter(scene, { kind, first, rows: rowsOf(scene, asked) })];
  });
}

function keyOf({ kind, body, subject, dueOn }: OpinionRecord): string {
  return [kind, body, subject, dueOn ?? ''].join('|');
}

function rowsOf(scene: RoundScene, asked: readonly OpinionRecord[]): readonly RowFacts[] {
  const whole = asked.some((one) => one.rowId === null);
  return scene.rows.filter((row) => row.state !== 'withdrawn' && (whole || asked.some((one) => one.rowId === row.id)));
}

interface LetterOrder {
  readonly kind: 'cong-van-xin-y-kien' | 'cong-van-xac-nhan';
  readonly first: OpinionRecord;
  readonly rows: readonly RowFacts[];
}

function letter(scene: RoundScene, { kind, first, rows }: LetterOrder): PaperPlan {
  const { round, org, standing } = scene;
  const ofOffice = round.level === 'TINH';
  const from = ofOffice ? standing : org;
  const frame = ofOffice
    ? standingFrame(scene, { ...letterFoot(scene), signature: { lines: ['GIÁM ĐỐC'], name: scene.holder(standing.id, 'director').name } })
    : frameOf({
        ...letterFoot(scene),
        org,
        pack: scene.pack,
        simulated: scene.simulated,
        today: scene.today,
        signature: { lines: ['TM. ỦY BAN NHÂN DÂN', ...deciderLines(scene)], name: deciderName(scene) },
      });
  const data = {
    frame: { ...frame, symbol: `${from.symbol}-TĐKT` },
    subject: first.subject === '' ? 'xin ý kiến về việc đề nghị khen thưởng' : lowerFirst(first.subject),
    to: [first.body],
    opening: `${formalName(from)} đang xem xét hồ sơ đề nghị khen thưởng của ${round.title.toLocaleLowerCase('vi').startsWith('đợt') ? lowerFirst(round.title) : round.title} (${first.ruleId}). ${formalName(from)} đề nghị quý cơ quan cho ý kiến về các trường hợp tại danh sách kèm theo:`,
    rows: nomineeRows(scene, placesOf(scene), rows),
    questions: QUESTIONS[first.kind],
    dueOn: first.dueOn,
    silence: first.dueOn === null ? '' : 'Việc không trả lời không được coi là đồng ý.',
    contact: formalName(standing),
  };
  return planOf(kind, data, {
    slotOf: [round.id, from.id, first.id],
    orgId: from.id,
    roundId: round.id,
    title: `${kind === 'cong-van-xac-nhan' ? 'Công văn đề nghị xác nhận' : 'Công văn xin ý kiến'}: ${first.body}`,
  });
}

function letterFoot({ pack, opinions }: RoundScene): {
  readonly type: '';
  readonly recipients: readonly string[];
  readonly rests: readonly string[];
} {
  const known = new Set([...pack.procedures, ...pack.limits].map((row) => row.id));
  return {
    type: '',
    recipients: ['Như trên', 'Lưu: VT'],
    rests: [...new Set(opinions.map((one) => one.ruleId))].filter((id) => known.has(id)),
  };
}

const QUESTIONS: Readonly<Record<OpinionRecord['kind'], readonly string[]>> = {
  agency: [
    'Việc chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước thuộc lĩnh vực quý cơ quan quản lý',
    'Nghĩa vụ với ngân sách nhà nước, bảo hiểm xã hội, môi trường, an toàn lao động, phòng cháy, chữa cháy (nếu thuộc phạm vi quản lý)',
    'Đơn thư, vụ việc đang xem xét, giải quyết (nếu có)',
  ],
  party: ['Ý kiến của cấp ủy có thẩm quyền về việc đề nghị khen thưởng người thuộc diện quản lý'],
  ministry: ['Ý kiến của bộ, ngành quản lý lĩnh vực về thành tích và hình thức đề nghị khen thưởng'],
  confirmation: [
    'Nhân thân, nơi công tác hoặc cư trú của người được đề nghị',
    'Thành tích và việc chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước',
    'Kỷ luật, khiếu nại, tố cáo đang xem xét (nếu có)',
  ],
};
