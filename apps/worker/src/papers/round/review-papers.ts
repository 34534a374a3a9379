import { formatLocalDate } from '@thidua/kernel';
import type { RowFacts } from '@thidua/store';
import { dated, frameOf, NO_SIGNATURE } from '../frame';
import { occasionWords } from '../grounds';
import { inOrder, nomineeRows, textOf } from '../nominees';
import { planOf, type PaperPlan } from '../plan';
import type { RoundScene } from '../scene';
import { countWords, formalName } from '../words';
import { placesOf, standingFrame } from './standing';

const VERDICTS = { met: 'Đủ điều kiện, tiêu chuẩn', 'not-met': 'Chưa đủ điều kiện, tiêu chuẩn', 'missing-data': 'Thiếu dữ liệu' } as const;

/** Phiếu thẩm định of the whole round: right subject, conditions, standards, file and procedure. */
export function appraisalSlip(scene: RoundScene): readonly PaperPlan[] {
  const { round, standing } = scene;
  const rows = scene.rows.filter((row) => row.state !== 'withdrawn');
  const data = {
    frame: standingFrame(scene, {
      type: '',
      signature: { lines: ['NGƯỜI THẨM ĐỊNH'], name: scene.holder(standing.id, 'appraiser').name },
      date: formatLocalDate(scene.today),
    }),
    dossierCode: round.code,
    submitter: [...new Set(rows.map((row) => row.unitName))].join(', '),
    receivedDate: formatLocalDate(scene.today),
    subject: `Đề nghị khen thưởng ${occasionWords(scene)}`,
    rows: nomineeRows(scene, placesOf(scene), rows, { note: verdictOf }),
    checks: [
      { content: 'Đúng đối tượng, hình thức khen thưởng', basis: 'Luật Thi đua, khen thưởng', ...verdict(rows) },
      { content: 'Điều kiện, tiêu chuẩn', basis: 'Luật Thi đua, khen thưởng; quy chế của địa phương', ...verdict(rows) },
      { content: 'Thành phần, thủ tục hồ sơ', basis: 'Khoản 2 Điều 84 Luật Thi đua, khen thưởng', verdict: 'met' as const, note: '' },
      {
        content: 'Không thuộc trường hợp tạm dừng xét (R-04)',
        basis: 'Khoản 4 Điều 4 Nghị định số 152/2025/NĐ-CP',
        verdict: 'met' as const,
        note: '',
      },
    ],
    consulted: [],
    conclusion: textOf(scene.appraisal['opinion'], `Có ${countWords(met(rows)) || 'không trường hợp nào'} đủ điều kiện, tiêu chuẩn.`),
    proposal: round.level === 'XA' ? 'Trình Hội đồng Thi đua - Khen thưởng xem xét.' : 'Trình cấp có thẩm quyền xem xét, quyết định.',
    appraiser: scene.holder(standing.id, 'appraiser'),
  };
  return [
    planOf('phieu-tham-dinh', data, { slotOf: [round.id, standing.id], orgId: standing.id, roundId: round.id, title: 'Phiếu thẩm định' }),
  ];
}

/** Bảng tổng hợp of every hồ sơ of the round, landscape. */
export function consolidation(scene: RoundScene): readonly PaperPlan[] {
  const { round, standing } = scene;
  const codes = [...new Set(scene.rows.map((row) => row.dossierCode))].toSorted();
  const data = {
    frame: standingFrame(scene, {
      type: '',
      signature: { lines: ['NGƯỜI TỔNG HỢP'], name: scene.holder(standing.id, 'appraiser').name },
      date: formatLocalDate(scene.today),
    }),
    subject: `${round.title} (${round.code})`,
    submissions: codes.map((code) => {
      const rows = inOrder(scene.rows.filter((row) => row.dossierCode === code));
      return {
        submitter: rows[0]?.unitName ?? '',
        dossierCode: code,
        reference: `Hồ sơ ${code}`,
        rows: nomineeRows(scene, placesOf(scene), rows).map((line, at) => ({ ...line, appraisal: appraisalWords(rows[at]) })),
      };
    }),
  };
  return [
    planOf('bang-tong-hop', data, {
      slotOf: [round.id, standing.id],
      orgId: standing.id,
      roundId: round.id,
      title: 'Bảng tổng hợp thẩm định',
    }),
  ];
}

/** The list that goes with the round's submission. */
export function roundList(
  scene: RoundScene,
  order: { readonly rows: readonly RowFacts[]; readonly orgId: string; readonly to: string; readonly subject: string },
): readonly PaperPlan[] {
  const org = [scene.org, scene.standing, scene.province].find((candidate) => candidate.id === order.orgId) ?? scene.org;
  const submission = scene.papers.find((paper) => paper.kind === 'to-trinh' && paper.orgId === org.id && paper.slot.endsWith(order.to));
  const [number = null, ...symbol] = submission?.numberText?.split('/') ?? [];
  const data = {
    frame: frameOf({
      org,
      pack: scene.pack,
      simulated: scene.simulated,
      today: scene.today,
      type: '',
      signature: NO_SIGNATURE,
      ...dated(submission?.numberDate),
    }),
    subject: order.subject,
    attachedTo: {
      name: 'Tờ trình',
      number,
      symbol: symbol.join('/') || `TTr-${org.symbol}`,
      date: submission?.numberDate ?? null,
      body: formalName(org),
    },
    rows: nomineeRows(scene, placesOf(scene), order.rows),
  };
  return [
    planOf('danh-sach', data, {
      slotOf: [scene.round.id, org.id, ...(order.to === '' ? [] : [order.to])],
      orgId: org.id,
      roundId: scene.round.id,
      title: 'Danh sách kèm theo tờ trình',
    }),
  ];
}

export function met(rows: readonly RowFacts[]): readonly RowFacts[] {
  return rows.filter((row) => row.appraisal === 'met' && row.state === 'open');
}

function verdict(rows: readonly RowFacts[]): { readonly verdict: 'met' | 'not-met'; readonly note: string } {
  const failing = rows.filter((row) => row.appraisal === 'not-met' || row.appraisal === 'missing-data');
  return failing.length === 0
    ? { verdict: 'met', note: '' }
    : { verdict: 'not-met', note: `Chưa đạt: ${failing.map((row) => row.name).join(', ')}` };
}

function verdictOf(row: RowFacts): string | undefined {
  return row.state === 'held' ? 'Tạm dừng xét' : row.appraisal === null ? undefined : VERDICTS[row.appraisal as keyof typeof VERDICTS]; // the column's check constraint
}

function appraisalWords(row: RowFacts | undefined): string {
  return row === undefined
    ? ''
    : [verdictOf(row) ?? 'Chưa thẩm định', row.appraisalNote].filter((part) => part !== null && part !== '').join('. ');
}
