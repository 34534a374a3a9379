import type { PayLine } from '@thidua/casework';
import { formatLocalDate } from '@thidua/kernel';
import { splitNumber } from '../dossier/unit-papers';
import { frameOf } from '../frame';
import { inOrder } from '../nominees';
import { planOf, type PaperPlan } from '../plan';
import type { RoundScene } from '../scene';
import { placeWords } from '../words';
import { awardHere, deciderLines, deciderName, deciderOf, fundOf } from './deciding';
import { decidedHere } from './decision-papers';

/** Rows of law the amounts rest on, whatever the award. */
const RULES: readonly string[] = ['M-01', 'M-03', 'M-05', 'M-06'];

const NOTES: Readonly<Record<PayLine['reason'], string>> = {
  paid: '',
  'higher-title-same-period': 'Chỉ chi danh hiệu có mức thưởng cao nhất (M-05)',
  'form-same-achievement': 'Cùng thời gian, cùng thành tích với hình thức đã chi (M-05)',
  'paid-beside-settled': 'Đối chiếu khoản đã chi trước đó (M-05)',
  'no-coefficient': '',
};

/** Bảng chi tiền thưởng per decision: each amount with its formula (M-01 to M-06). */
export function payLists(scene: RoundScene): readonly PaperPlan[] {
  const { round, org, standing, pack } = scene;
  return [...decidedHere(scene)].flatMap(([award, rows]) => {
    const lines = inOrder(rows).flatMap((row) => {
      const line = scene.payLines.find((one) => one.rowId === row.id);
      return line === undefined || line.reason === 'no-coefficient' ? [] : [{ row, line }];
    });
    if (lines.length === 0) {
      return [];
    }
    const name = awardHere(scene, award);
    const decision = scene.papers.find((paper) => paper.kind === 'quyet-dinh' && paper.decisionId === lines[0]?.row.decisionId);
    const data = {
      frame: frameOf({
        org,
        pack,
        simulated: scene.simulated,
        today: scene.today,
        type: '',
        signature: { lines: deciderLines(scene), name: deciderName(scene) },
        rests: [...RULES, ...lines.flatMap(({ line }) => line.ruleId ?? [])],
        date: formatLocalDate(scene.today),
      }),
      subject: `Tặng ${name}`,
      attachedTo:
        decision === undefined
          ? null
          : {
              name: 'Quyết định',
              ...splitNumber(decision.numberText, `QĐ-${org.symbol}`),
              date: decision.numberDate,
              body: deciderOf(scene),
            },
      fund: fundOf(scene),
      rows: lines.map(({ row, line }, at) => ({
        index: at + 1,
        name: row.name,
        kind: row.kind,
        title: placeWords(row),
        award: name,
        formula: line.formula,
        amount: line.amount,
        note: [NOTES[line.reason], row.posthumous ? 'Gia đình nhận' : ''].filter((part) => part !== '').join('; '),
      })),
      maker: { lines: ['NGƯỜI LẬP'], name: scene.holder(standing.id, 'appraiser').name || scene.holder(org.id, 'clerk').name },
    };
    return [
      planOf('bang-chi-thuong', data, {
        slotOf: [round.id, org.id, award],
        orgId: org.id,
        roundId: round.id,
        title: `Bảng chi tiền thưởng: ${name}`,
      }),
    ];
  });
}
