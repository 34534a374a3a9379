import { collective, individual } from '../../people/nominees';
import { centralSubmission, signAndNumberRound } from '../../steps/round';
import { orgOf } from '../../steps/unit';
import { sendAndRecord } from '../central';
import { expectThat, type DemoCase } from '../case';
import { finish } from '../finish';
import { climb } from './climb';

/** (n) What the Prime Minister and the State President decide (AU-08, AU-09), after opinions, public notice and the party committee. */
export const stateAwardsCase: DemoCase = {
  letter: 'n',
  title: 'Thủ tướng Chính phủ, Chủ tịch nước quyết định: Chiến sĩ thi đua toàn quốc, Cờ thi đua, Bằng khen, Huân chương',
  async play(stage) {
    const { cast } = stage;
    const school = await orgOf(cast, 'gp.thcs');
    const rows = [
      individual(
        'Lê Thị Mai Hương',
        'Hiệu trưởng',
        'CSTDTQ',
        'Hai lần liên tiếp Chiến sĩ thi đua cấp thành phố; sáng kiến có phạm vi toàn quốc.',
      ),
      individual(
        'Trịnh Quốc Bảo',
        'Tổ trưởng Tổ Khoa học tự nhiên',
        'BK_TTG',
        'Năm năm liền hoàn thành tốt nhiệm vụ, ba lần Chiến sĩ thi đua cơ sở.',
      ),
      individual(
        'Đoàn Văn Hậu',
        'Nguyên Hiệu trưởng',
        'HCLD3',
        'Đã được tặng Bằng khen của Thủ tướng; năm năm tiếp theo hoàn thành tốt nhiệm vụ.',
      ),
      individual(
        'Phan Thị Kim Liên',
        'Giáo viên Hóa học',
        'HCLD2',
        'Đã được tặng Huân chương Lao động hạng Ba; hai năm hoàn thành xuất sắc.',
      ),
      individual(
        'Tạ Quang Vinh',
        'Giáo viên Vật lý',
        'HCLD1',
        'Đã được tặng Huân chương Lao động hạng Nhì; huấn luyện học sinh đạt giải quốc tế.',
      ),
      {
        ...collective('Trường Trung học cơ sở Gia Phúc', 'COCP', 'Tiêu biểu nhất trong các đơn vị dẫn đầu cụm, khối thi đua năm 2025.'),
        subjectOrgId: school,
      },
    ];
    const { dossierId, roundId } = await climb(stage, 'Đề nghị khen thưởng cấp Nhà nước năm 2025', rows);
    await signAndNumberRound(cast, roundId, centralSubmission('hp'));
    await sendAndRecord(stage, roundId);
    const clerk = await cast.as('gp.thcs.nguoilap');
    const { line, dossier } = await finish(stage, clerk, dossierId, 'đơn vị → xã → tỉnh → Bộ Nội vụ → Thủ tướng, Chủ tịch nước');
    expectThat(
      dossier.rows.every((row) => row.state === 'awarded'),
      'sáu trường hợp cấp Nhà nước đã ghi nhận quyết định',
    );
    return [line];
  },
};
