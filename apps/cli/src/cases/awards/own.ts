import { collective, individual } from '../../people/nominees';
import type { Bench } from '../../steps/round';
import { councilVotes, signAndNumberRound } from '../../steps/round';
import { awaitTask, complete, fillRows } from '../../steps/tasks';
import { launchOwn } from '../../steps/unit';
import { expectThat, type DemoCase, type Stage } from '../case';
import { finish, roundOf } from '../finish';
import type { CaseLine } from '../../report';
import type { NomineeInput } from '@thidua/contract';

interface Own {
  readonly unit: string;
  readonly title: string;
  readonly rows: readonly NomineeInput[];
  /** Where law wants a ballot. */
  readonly council?: Bench;
  /** An enterprise's giấy khen may be given by the chair of its board. */
  readonly boardChair?: true;
}

const SCHOOL: Own = {
  unit: 'gp.thcs',
  title: 'Xét danh hiệu, giấy khen năm học của Trường',
  rows: [
    individual('Nguyễn Thị Hồng', 'Giáo viên Toán', 'LDTT', 'Hoàn thành tốt nhiệm vụ giảng dạy, chủ nhiệm lớp 9A.'),
    individual('Phạm Văn Lực', 'Giáo viên Thể dục', 'GK_UNIT', 'Huấn luyện đội tuyển điền kinh đạt giải Nhì cấp thành phố.'),
    collective('Tổ Khoa học tự nhiên', 'TTLDTT', 'Dẫn đầu phong trào đổi mới phương pháp dạy học của Trường.'),
  ],
};

const DEPARTMENT: Own = {
  unit: 'hp.syt',
  title: 'Xét danh hiệu Chiến sĩ thi đua cơ sở năm 2025',
  rows: [individual('Trần Thị Kim Anh', 'Chuyên viên', 'CSTDCS', 'Xây dựng phần mềm quản lý hành nghề, được công nhận sáng kiến.')],
  council: {
    appraiser: 'hp.syt.nguoilap',
    secretary: 'hp.syt.thuky',
    members: ['thutruong', 'phogiamdoc', 'thuky', ...[1, 2, 3, 4, 5, 6].map((n) => `uyvien${n}`)].map((name) => `hp.syt.${name}`),
    chair: 'hp.syt.thutruong',
  },
};

const FIRM: Own = {
  unit: 'gp.ck',
  title: 'Xét tặng Giấy khen của Công ty',
  rows: [individual('Vũ Đình Hàn', 'Thợ hàn bậc 6', 'GK_DN', 'Cải tiến đồ gá hàn, giảm 20% thời gian gia công.')],
  boardChair: true,
};

/** (k) What heads with legal personality decide themselves (AU-01 to AU-03). */
export const ownCase: DemoCase = {
  letter: 'k',
  title: 'Đơn vị tự quyết định: Lao động tiên tiến, Tập thể lao động tiên tiến, Chiến sĩ thi đua cơ sở, Giấy khen',
  async play(stage) {
    const lines: CaseLine[] = [];
    for (const own of [SCHOOL, DEPARTMENT, FIRM]) {
      stage.say(own.title);
      lines.push(await decideAtHome(stage, own));
    }
    return lines;
  },
};

async function decideAtHome(stage: Stage, own: Own): Promise<CaseLine> {
  const { cast } = stage;
  const { unit, title, rows } = own;
  const { dossierId } = await launchOwn(cast, { unit, title, occasion: 'annual', year: 2025, rows });
  const clerk = await cast.as(`${unit}.nguoilap`);
  const roundId = await roundOf(clerk, dossierId, 0);
  const task = await awaitTask(clerk, 'Kiểm tra hồ sơ, điều kiện, tiêu chuẩn', { roundId });
  const met = fillRows(task, () => ({ verdict: 'met', note: 'Đúng đối tượng, đủ tiêu chuẩn.' }));
  await complete(clerk, task, { rows: met, ...(own.boardChair === true ? { decider: 'board-chair' } : {}) });
  if (own.council !== undefined) {
    await councilVotes(cast, own.council, roundId, {});
  }
  await signAndNumberRound(cast, roundId, {
    signer: own.boardChair === true ? `${unit}.hoidong` : `${unit}.thutruong`,
    signTask: own.boardChair === true ? 'Chủ tịch Hội đồng ký quyết định tặng giấy khen' : 'Ký quyết định khen thưởng',
    clerk: `${unit}.vanthu`,
    numberTask: 'Cấp số quyết định',
  });
  const { line, dossier } = await finish(stage, clerk, dossierId, 'đơn vị tự quyết định');
  expectThat(
    dossier.rows.every((row) => row.state === 'awarded'),
    `${title}: mọi trường hợp được khen`,
  );
  return line;
}
