import type { DossierView, RoundView } from '@thidua/contract';
import { GIA_PHUC, MINH_TAN } from '../people/cast';
import { collective, individual } from '../people/nominees';
import {
  appraiseAndVote,
  communeBench,
  communeDecision,
  communeSubmission,
  departmentSubmission,
  provinceBench,
  signAndNumberRound,
} from '../steps/round';
import { launchAndSubmit, receive, type UnitPlan } from '../steps/unit';
import { until } from '../until';
import { expectThat, type DemoCase, type Stage } from './case';
import { finish, roundOf } from './finish';

const AWARD = 'BK_TINH';
const HELD = 'Phạm Thị Ngọc Diệp';
const FAILED = 'Lê Quang Vinh';

const plan = (unit: string, title: string, rows: UnitPlan['rows'], legalPerson = true): UnitPlan => ({
  unit,
  title: `Đề nghị khen thưởng ${title}`,
  occasion: 'annual',
  year: 2025,
  rows,
  legalPerson,
});

const PLANS: readonly UnitPlan[] = [
  plan('gp.thcs', 'năm học của Trường Trung học cơ sở Gia Phúc', [
    individual('Nguyễn Thị Thanh Tâm', 'Phó Hiệu trưởng', AWARD, 'Xây dựng kho học liệu số dùng chung cho toàn trường.'),
    individual(HELD, 'Giáo viên Ngữ văn', AWARD, 'Bồi dưỡng đội tuyển học sinh giỏi đạt 5 giải cấp thành phố.'),
  ]),
  plan('gp.mn', 'năm học của Trường Mầm non Hoa Sen', [
    collective('Tổ Mẫu giáo 5 tuổi', AWARD, 'Triển khai mô hình trường học xanh, an toàn.'),
  ]),
  plan('gp.htx', 'phong trào sản xuất giỏi của Hợp tác xã', [
    individual('Đỗ Văn Hưng', 'Tổ trưởng tổ sản xuất', AWARD, 'Chuyển đổi 12 ha sang rau an toàn truy xuất bằng mã QR.'),
    individual(FAILED, 'Thành viên Hợp tác xã', AWARD, 'Vận hành hệ thống tưới tự động cho 3 ha.'),
  ]),
  plan('mt.th', 'năm học của Trường Tiểu học Minh Tân', [
    collective('Tổ chuyên môn khối 4, 5', AWARD, 'Dạy học phân hóa có ứng dụng công nghệ thông tin.'),
    individual('Trần Thu Phương', 'Hiệu trưởng', AWARD, 'Lãnh đạo nhà trường đạt chuẩn quốc gia mức độ 2.'),
  ]),
  plan('mt.yt', 'công tác chăm sóc sức khỏe Nhân dân', [
    individual('Bùi Đình Khoa', 'Trưởng trạm', AWARD, 'Quản lý hồ sơ sức khỏe điện tử cho 98% dân số.'),
    collective('Trạm Y tế xã Minh Tân', AWARD, 'Tiêm chủng đầy đủ đạt 99,2%, không để dịch bệnh lan rộng.'),
  ]),
];

/** (a) Two communes, five units, nine rows: one held, one vote not reached, one provincial decision with seven names. */
export const provincialCase: DemoCase = {
  letter: 'a',
  title: 'Bằng khen cấp tỉnh: 2 xã, 5 đơn vị, 9 trường hợp',
  async play(stage) {
    const { cast } = stage;
    const ids: string[] = [];
    for (const unit of PLANS) {
      stage.say(`đơn vị ${unit.unit} họp bình xét, ký và nộp hồ sơ`);
      const { dossierId } = await launchAndSubmit(cast, unit);
      await receive(cast, unit.unit.slice(0, 2), dossierId, 'accept');
      ids.push(dossierId);
    }
    await holdOne(stage, ids[0] ?? '');
    for (const commune of [GIA_PHUC, MINH_TAN]) {
      stage.say(`Hội đồng ${commune.prefix} họp, bỏ phiếu, trình cấp tỉnh`);
      const clerk = await cast.as(`${commune.prefix}.chuyenvien`);
      const roundId = await roundOf(clerk, ids[commune === GIA_PHUC ? 0 : 3] ?? '', 0);
      await appraiseAndVote(cast, communeBench(cast, commune), roundId, {});
      await signAndNumberRound(cast, roundId, communeSubmission(commune.prefix));
    }
    const roundId = await provincialRoundOf(stage, ids, 7 + 1);
    stage.say('Sở Nội vụ thẩm định, tổng hợp; Hội đồng họp; Chủ tịch UBND thành phố ký');
    await provinceDecides(stage, roundId, { failing: [FAILED] });
    await release(stage, ids[0] ?? '');
    const finished = [];
    for (const [index, id] of ids.entries()) {
      finished.push(
        await finish(stage, await cast.as(`${PLANS[index]?.unit ?? ''}.nguoilap`), id, 'đơn vị → xã → Sở Nội vụ → Chủ tịch UBND thành phố'),
      );
    }
    check(finished.map((one) => one.dossier));
    return finished.map((one) => one.line);
  },
};

/** Appraisal, council where the pack wants one, the department's submission, the chair's decision. */
export async function provinceDecides(stage: Stage, roundId: string, votes: { failing?: readonly string[] }): Promise<void> {
  await appraiseAndVote(
    stage.cast,
    provinceBench(stage.cast, 'hp'),
    roundId,
    votes.failing === undefined ? {} : { failing: votes.failing, notMet: [] },
  );
  await signAndNumberRound(stage.cast, roundId, departmentSubmission('hp'));
  await signAndNumberRound(stage.cast, roundId, communeDecision('hp'));
}

/** The provincial round, once it has collected the rows of every commune. */
async function provincialRoundOf(stage: Stage, ids: readonly string[], rows: number): Promise<string> {
  const appraiser = await stage.cast.as('hp.snv.chuyenvien');
  const roundId = await roundOf(appraiser, ids[1] ?? '', 1);
  await until('Sở Nội vụ nhận đủ tờ trình của các xã', async () => {
    const round = await appraiser.call<RoundView>('round', { params: { id: roundId } });
    return round.rowCount >= rows ? round : undefined;
  });
  return roundId;
}

async function holdOne(stage: Stage, dossierId: string): Promise<void> {
  const appraiser = await stage.cast.as('gp.chuyenvien');
  const view = await appraiser.call<DossierView>('dossier', { params: { id: dossierId } });
  const row = view.rows.find((candidate) => candidate.name === HELD);
  expectThat(row !== undefined, `có dòng ${HELD}`);
  await appraiser.call('holdRow', {
    params: { id: row?.id ?? '' },
    body: { version: row?.version, kind: 'complaint', ground: 'Có đơn kiến nghị đang được xem xét (R-04).' },
  });
}

/** Stands for the scan of the signed conclusion: one empty page. */
const CLOSING_PAPER = new TextEncoder().encode(
  [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
    '',
  ].join('\n'),
);

/** The complaint turns out to be right: the row leaves the dossier with its reason. */
async function release(stage: Stage, dossierId: string): Promise<void> {
  const appraiser = await stage.cast.as('gp.chuyenvien');
  const view = await appraiser.call<DossierView>('dossier', { params: { id: dossierId } });
  const row = view.rows.find((candidate) => candidate.name === HELD);
  const body = {
    version: row?.version,
    conclusion: 'Kết luận số 05/KL-UBND: có vi phạm, chưa đủ điều kiện xét khen thưởng.',
    violation: true,
    paper: { number: '05/KL-UBND', date: '2026-03-02', body: 'Ủy ban nhân dân xã Gia Phúc' },
  };
  const file = { name: 'ket-luan.pdf', bytes: CLOSING_PAPER, mime: 'application/pdf' };
  await appraiser.call('uploadClosingPaper', { params: { id: row?.id ?? '' }, file });
  await appraiser.call('releaseRow', { params: { id: row?.id ?? '' }, body });
}

function check(dossiers: readonly DossierView[]): void {
  const rows = dossiers.flatMap((dossier) => dossier.rows);
  const awarded = rows.filter((row) => row.state === 'awarded');
  expectThat(rows.length === 9, 'chín trường hợp');
  expectThat(awarded.length === 7, `bảy người trong quyết định, thấy ${awarded.length}`);
  expectThat(new Set(awarded.map((row) => row.decision?.id)).size === 1, 'một quyết định duy nhất');
  expectThat(rows.find((row) => row.name === FAILED)?.state === 'not-recommended', `${FAILED} không đủ phiếu`);
  expectThat(rows.find((row) => row.name === HELD)?.state === 'rejected', `${HELD} bị loại sau kết luận`);
  expectThat(
    dossiers.every((dossier) => dossier.papers.filter((paper) => paper.kind === 'thong-bao-ket-qua').length === 1),
    'mỗi hồ sơ một thông báo kết quả',
  );
}
