import { limitFor } from '@thidua/awards';
import type { RefusedRow } from '@thidua/documents';
import { formatLocalDate } from '@thidua/kernel';
import type { RowFacts } from '@thidua/store';
import { splitNumber } from '../dossier/unit-papers';
import { inOrder } from '../nominees';
import { planOf, type PaperPlan } from '../plan';
import type { RoundScene } from '../scene';
import { fullAward, placeWords } from '../words';
import { ruleOf } from './deciding';
import { placesOf, standingFrame } from './standing';

type Refusal = 'appraisal' | 'vote' | 'decider' | 'centre';

/** Thông báo không khen thưởng: to each unit, a reason and a rule per row; a row that was told of once is not told of again. */
export function refusalNotices(scene: RoundScene): readonly PaperPlan[] {
  const { round, standing } = scene;
  const refused = inOrder(scene.rows).flatMap((row) => {
    const why = refusalOf(scene, row);
    return why === undefined ? [] : [{ row, why }];
  });
  const keys = [...new Set(refused.map(({ row, why }) => `${row.dossierId}:${why}`))];
  return keys.flatMap((key) => {
    const rows = refused.filter(({ row, why }) => `${row.dossierId}:${why}` === key);
    const [first] = rows;
    const told = scene.papers.some((paper) => paper.kind === 'thong-bao-tu-choi' && paper.slot.endsWith(key) && paper.state !== 'drafted');
    if (first === undefined || told) {
      return [];
    }
    const data = {
      frame: standingFrame(scene, {
        type: 'TB',
        signature: { lines: ['NGƯỜI THÔNG BÁO'], name: scene.holder(standing.id, 'appraiser').name },
        recipients: ['Như trên', 'Lưu: VT'],
        rests: rows.map(({ row, why }) => ruleIdOf(scene, row, why)),
        date: formatLocalDate(scene.today),
      }),
      subject: 'Về các trường hợp không đủ điều kiện khen thưởng',
      to: [first.row.unitName],
      dossierCode: first.row.dossierCode,
      submission: submissionOf(scene, first.row),
      rows: rows.map(({ row, why }, at) => refusedRow(scene, row, { why, index: at + 1 })),
      notes: [
        'Đơn vị có thể đề nghị lại ở đợt xét sau khi đủ điều kiện, tiêu chuẩn; hình thức khen thưởng thấp hơn phải được đề nghị bằng hồ sơ mới.',
      ],
    };
    return [
      planOf('thong-bao-tu-choi', data, {
        slotOf: [round.id, standing.id, key],
        orgId: standing.id,
        roundId: round.id,
        title: `Thông báo không khen thưởng: ${first.row.unitName}`,
      }),
    ];
  });
}

function refusalOf(scene: RoundScene, { outcome, state, stage }: RowFacts): Refusal | undefined {
  if (outcome === 'not-met') {
    return 'appraisal';
  }
  if (outcome === 'not-recommended') {
    return 'vote';
  }
  return outcome === 'refused' && state === 'refused' ? (stage === 'TW' ? 'centre' : 'decider') : undefined;
}

function refusedRow(scene: RoundScene, row: RowFacts, { why, index }: { readonly why: Refusal; readonly index: number }): RefusedRow {
  return {
    index,
    name: row.name,
    title: placeWords(row),
    award: fullAward(scene.pack, row.award, placesOf(scene)),
    reason: row.reason ?? reasonOf(scene, row, why),
    rule: ruleWords(scene, ruleIdOf(scene, row, why)),
  };
}

/** What the rows of the round say where the row itself has no words. */
function reasonOf(scene: RoundScene, row: RowFacts, why: Refusal): string {
  const item = scene.session?.items.find((one) => one.rowId === row.id);
  switch (why) {
    case 'appraisal':
      return row.appraisalNote ?? 'Chưa đủ điều kiện, tiêu chuẩn theo kết quả thẩm định.';
    case 'vote':
      return item === undefined
        ? 'Không đủ số phiếu đồng ý của Hội đồng Thi đua - Khen thưởng.'
        : `Được ${item.yes}/${scene.session?.total ?? 0} phiếu đồng ý, yêu cầu ít nhất ${item.needed} phiếu trên tổng số thành viên Hội đồng.`;
    case 'decider':
      return 'Người có thẩm quyền không quyết định khen thưởng.';
    case 'centre':
      return 'Cấp trung ương không khen thưởng.';
  }
}

function ruleIdOf(scene: RoundScene, row: RowFacts, why: Refusal): string {
  switch (why) {
    case 'vote':
      return scene.session?.items.find((item) => item.rowId === row.id)?.ruleId ?? 'V-10';
    case 'appraisal':
      return scene.pack.criteria.find((criterion) => criterion.award === row.award)?.id ?? '';
    case 'decider':
      return ruleOf(scene, row.award) ?? '';
    case 'centre':
      return limitFor(scene.pack, 'T-08') === undefined ? '' : 'T-08';
  }
}

/** 'V-07: Điều 33.5 Nghị định 152/2025/NĐ-CP'. */
function ruleWords(scene: RoundScene, id: string): string {
  const { ballots, criteria, authorities, limits } = scene.pack;
  const row = [...ballots, ...criteria, ...authorities, ...limits].find((one) => one.id === id);
  return row === undefined || row.citation === '' ? id : `${id}: ${row.citation}`;
}

function submissionOf(
  scene: RoundScene,
  row: RowFacts,
): { name: string; number: string | null; symbol: string; date: string | null; body: string } | null {
  const paper = scene.submissions.get(row.dossierId);
  return paper?.numberText === undefined || paper.numberText === null
    ? null
    : { name: 'Tờ trình', ...splitNumber(paper.numberText, 'TTr'), date: paper.numberDate, body: row.unitName };
}
