import { rewardFor } from '@thidua/awards';
import { formatLocalDate } from '@thidua/kernel';
import { splitNumber } from '../dossier/unit-papers';
import { frameOf } from '../frame';
import { inOrder } from '../nominees';
import { planOf, type PaperPlan } from '../plan';
import type { RoundScene } from '../scene';
import { placeWords } from '../words';
import { awardHere, deciderLines, deciderName, deciderOf, fundOf } from './deciding';
import { decidedHere } from './decision-papers';

/** Bảng chi tiền thưởng per decision: each amount with its formula (M-01 to M-06). */
export function payLists(scene: RoundScene): readonly PaperPlan[] {
  const { round, org, standing, pack } = scene;
  return [...decidedHere(scene)].flatMap(([award, rows]) => {
    const lines = inOrder(rows).flatMap((row) => {
      const reward = rewardFor(pack, { award, nomineeKind: row.kind, decisionDate: scene.today });
      return reward.ok ? [{ row, reward: reward.value }] : [];
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
        type: '',
        signature: { lines: deciderLines(scene), name: deciderName(scene) },
        rests: lines.map(({ reward }) => reward.coefficientRowId),
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
      rows: lines.map(({ row, reward }, at) => ({
        index: at + 1,
        name: row.name,
        kind: row.kind,
        title: placeWords(row),
        award: name,
        formula: reward.formula,
        amount: reward.amount,
        note: row.posthumous ? 'Gia đình nhận' : '',
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
