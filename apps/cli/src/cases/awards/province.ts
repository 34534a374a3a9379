import { collective, individual } from '../../people/nominees';
import { communeDecision, departmentSubmission, signAndNumberRound } from '../../steps/round';
import { communePosts, orgOf } from '../../steps/unit';
import { expectThat, type DemoCase, type Stage } from '../case';
import type { CaseLine } from '../../report';
import type { NomineeInput } from '@thidua/contract';
import { finish } from '../finish';
import { climb } from './climb';

/** (m) What the province's chair decides (AU-07); the flag goes to the leader of its cluster. */
export const provinceAwardsCase: DemoCase = {
  letter: 'm',
  title: 'Chủ tịch UBND thành phố quyết định: Chiến sĩ thi đua, Tập thể lao động xuất sắc, Cờ thi đua, Bằng khen',
  async play(stage) {
    const { cast } = stage;
    const school = await orgOf(cast, 'gp.thcs');
    const rows = [
      individual(
        'Nguyễn Thị Thanh Tâm',
        'Phó Hiệu trưởng',
        'CSTDT',
        'Ba năm liền Chiến sĩ thi đua cơ sở; sáng kiến áp dụng toàn thành phố.',
      ),
      individual('Hoàng Minh Đức', 'Giáo viên Tin học', 'BK_TINH', 'Đoạt giải Nhất hội thi giáo viên dạy giỏi cấp thành phố.'),
      collective('Tổ Ngữ văn', 'TTLDXS', 'Hoàn thành xuất sắc nhiệm vụ, 80% giáo viên là Lao động tiên tiến.'),
      {
        ...collective('Trường Trung học cơ sở Gia Phúc', 'COTINH', 'Dẫn đầu Khối thi đua các trường học năm 2025.'),
        subjectOrgId: school,
      },
    ];
    const lines = [await decide(stage, 'Đề nghị khen thưởng cấp thành phố năm 2025', rows)];
    stage.say('UBND xã tự đề nghị danh hiệu của xã');
    lines.push(
      await decide(stage, 'Đề nghị tặng danh hiệu Xã tiêu biểu năm 2025', COMMUNE_ROWS, { unit: 'gp', posts: communePosts('gp') }),
    );
    return lines;
  },
};

const COMMUNE_ROWS = [collective('Xã Gia Phúc', 'XATB', 'Dẫn đầu phong trào thi đua của các xã, phường năm 2025.')];

async function decide(
  stage: Stage,
  title: string,
  rows: readonly NomineeInput[],
  proposer?: Parameters<typeof climb>[3],
): Promise<CaseLine> {
  const { cast } = stage;
  const { dossierId, roundId } = await climb(stage, title, rows, proposer);
  await signAndNumberRound(cast, roundId, departmentSubmission('hp'));
  await signAndNumberRound(cast, roundId, communeDecision('hp'));
  const clerk = await cast.as(proposer?.posts?.clerk ?? 'gp.thcs.nguoilap');
  const { line, dossier } = await finish(stage, clerk, dossierId, 'đơn vị → xã → Sở Nội vụ → Chủ tịch UBND thành phố');
  expectThat(
    dossier.rows.every((row) => row.state === 'awarded'),
    `${title}: mọi trường hợp được khen`,
  );
  return line;
}
