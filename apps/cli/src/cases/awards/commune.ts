import { GIA_PHUC } from '../../people/cast';
import { collective, household, individual } from '../../people/nominees';
import { followProcedure } from '../../steps/procedure';
import { appraise, closeIntake, communeBench, communeDecision, councilVotes, signAndNumberRound } from '../../steps/round';
import { launchAndSubmit, receive } from '../../steps/unit';
import { expectThat, type DemoCase } from '../case';
import { finish, roundOf } from '../finish';

const OFFICE = { appraiser: 'gp.chuyenvien', signer: 'gp.chutich', clerk: 'gp.vanthu' };

/** (l) What the commune chair decides for a thôn, cultural titles after their public listing (AU-04, AU-05, T-18). */
export const communeCase: DemoCase = {
  letter: 'l',
  title: 'Chủ tịch UBND xã quyết định: danh hiệu, Gia đình văn hóa, Thôn văn hóa, Giấy khen',
  async play(stage) {
    const { cast } = stage;
    const { dossierId } = await launchAndSubmit(cast, {
      unit: 'gp.thon',
      title: 'Đề nghị khen thưởng năm 2025 của thôn Đồng Hào',
      occasion: 'annual',
      year: 2025,
      legalPerson: false,
      rows: [
        individual('Đặng Thị Thảo', 'Chi hội trưởng Phụ nữ', 'LDTT', 'Vận động 40 hộ tham gia mô hình vườn mẫu.'),
        individual('Bùi Văn Chung', 'Bí thư Chi đoàn', 'CSTDCS', 'Sáng kiến tuyến đường thanh niên tự quản.'),
        collective('Chi hội Nông dân thôn Đồng Hào', 'TTLDTT', 'Xây dựng tổ hợp tác sản xuất rau an toàn.'),
        collective('Thôn Đồng Hào', 'THONVH', 'Ba năm liền không có tội phạm, tệ nạn; 98% hộ đạt chuẩn.'),
        household('Hộ ông Lê Văn Bình', 'Thôn Đồng Hào', 'GDVH', 'Gia đình hòa thuận, con cháu chăm ngoan, hiến 200 m² đất làm đường.'),
        household('Hộ bà Trần Thị Sáu', 'Thôn Đồng Hào', 'GK_XA', 'Giúp năm hộ thoát nghèo bằng cho mượn giống, vốn.'),
      ],
    });
    await receive(cast, 'gp', dossierId, 'accept');
    const bench = communeBench(cast, GIA_PHUC);
    const roundId = await roundOf(await cast.as(bench.appraiser), dossierId, 0);
    await closeIntake(cast, bench, roundId);
    await followProcedure(cast, OFFICE, roundId);
    await appraise(cast, bench, roundId, {});
    await councilVotes(cast, bench, roundId, {});
    await signAndNumberRound(cast, roundId, communeDecision('gp'));
    const { line, dossier } = await finish(stage, await cast.as('gp.thon.nguoilap'), dossierId, 'thôn → Chủ tịch UBND xã');
    expectThat(
      dossier.rows.every((row) => row.state === 'awarded'),
      'sáu trường hợp của thôn được khen',
    );
    return [line];
  },
};
