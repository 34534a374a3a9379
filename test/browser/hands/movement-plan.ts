import type { PlanDraftView } from '@thidua/contract';
import type { Session } from '../../../apps/cli/src/session';

/** What differs between the plan of a province and that of its commune. */
export interface PlanOf {
  readonly body: string;
  readonly place: string;
  readonly opening: string;
  /** Whose giấy khen is given every year. */
  readonly yearly: string;
  readonly office: string;
  readonly recipients: string;
  readonly signedFor: string;
}

export const MOVEMENT = 'Cả tỉnh chung tay vì môi trường xanh';

export const OF_PROVINCE: PlanOf = {
  body: 'UBND TỈNH THÁI NGUYÊN',
  place: 'tỉnh Thái Nguyên',
  opening: 'Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:',
  yearly: 'Bằng khen của Chủ tịch UBND tỉnh',
  office: 'Sở Nội vụ',
  recipients: 'Các sở, ngành, UBND xã, phường',
  signedFor: 'CHỦ TỊCH',
};

export const OF_COMMUNE: PlanOf = {
  body: 'UBND PHƯỜNG VẠN XUÂN',
  place: 'phường Vạn Xuân',
  opening:
    `Thực hiện Phong trào thi đua “${MOVEMENT}” do Chủ tịch Ủy ban nhân dân tỉnh Thái Nguyên phát động, ` +
    'Ủy ban nhân dân phường Vạn Xuân ban hành Kế hoạch như sau:',
  yearly: 'Giấy khen của Chủ tịch UBND phường',
  office: 'Phòng Văn hóa - Xã hội',
  recipients: 'Các cơ quan, đơn vị, trường học, tổ dân phố',
  signedFor: 'CHỦ TỊCH',
};

/** A plan as an office writes it, without number and day: those come with the signature. */
export function planText({ body, place, opening, yearly, office, recipients, signedFor }: PlanOf): string {
  return [
    body,
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập – Tự do – Hạnh phúc',
    'KẾ HOẠCH',
    `triển khai thực hiện Phong trào thi đua “${MOVEMENT}” giai đoạn 2026-2030 của ${place}`,
    opening,
    'A. MỤC TIÊU',
    '1) Mỗi cơ quan, đơn vị có ít nhất một công trình xanh mỗi năm.',
    'B. THỜI GIAN VÀ CÁC GIAI ĐOẠN',
    'Phong trào được thực hiện từ ngày 01/01/2026 đến ngày 31/12/2030 và chia làm hai giai đoạn:',
    '1) Giai đoạn thứ nhất, từ ngày 01/01/2026 đến ngày 31/12/2026: phát động, triển khai, sơ kết vào năm 2026.',
    '2) Giai đoạn thứ hai, từ ngày 01/01/2027 đến ngày 31/12/2030: tiếp tục triển khai và tổng kết vào năm 2030.',
    'C. TIÊU CHUẨN BÌNH XÉT THEO TỪNG ĐỐI TƯỢNG',
    '1) Các cơ quan, đơn vị, trường học: trồng và chăm sóc ít nhất 100 cây xanh mỗi năm; phân loại rác tại nguồn.',
    '2) Cá nhân, hộ gia đình: thu gom, phân loại rác, giữ sạch nơi ở.',
    'D. KHEN THƯỞNG',
    '1) Các hình thức theo từng dịp như sau:',
    'Dịp khen thưởng | Hình thức',
    `Hằng năm | ${yearly}`,
    'Sơ kết | Bằng khen của Chủ tịch UBND tỉnh',
    'Tổng kết | Bằng khen của Thủ tướng Chính phủ; Bằng khen của Chủ tịch UBND tỉnh',
    'E. TRÁCH NHIỆM THỰC HIỆN',
    `1) ${office} là cơ quan thường trực của Phong trào, theo dõi, đôn đốc.`,
    `2) ${recipients} ban hành kế hoạch của đơn vị trong tháng 9/2026 và gửi báo cáo kết quả về Ủy ban nhân dân ${place} ` +
      `(qua ${office}) trước ngày 15/12 hằng năm; báo cáo sơ kết trước ngày 15/11/2026; báo cáo tổng kết trước ngày 31/10/2030.`,
    'TM. ỦY BAN NHÂN DÂN',
    signedFor,
    'Nơi nhận:',
    '- Như mục E;',
    '- Lưu: VT.',
  ].join('\n');
}

/** Everything of a draft settled at once, as the walk of drafts does it by hand: what it says is confirmed, what it does not say is absent. */
export async function settleDraft(person: Session, draftId: string): Promise<void> {
  const draft = await person.call<PlanDraftView>('planDraft', { params: { id: draftId } });
  let { version } = draft;
  for (const state of ['confirmed', 'absent'] as const) {
    const fieldIds = draft.fields
      .filter((field) => field.state === 'proposed' && (field.value === null) === (state === 'absent'))
      .map((field) => field.id);
    if (fieldIds.length > 0) {
      ({ version } = await person.call<{ version: number }>('settlePlanFields', {
        params: { id: draftId },
        body: { version, fieldIds, state },
      }));
    }
  }
}
