import { formatLocalDate } from '@thidua/kernel';
import type { RowFacts } from '@thidua/store';
import { frameOf } from '../frame';
import { planOf, type PaperPlan } from '../plan';
import type { DossierScene } from '../scene';
import { fullAward, placeWords } from '../words';
import { headLines, paragraphs, slashDate } from './unit-papers';

/** Tóm tắt thành tích by the proposing body, one page each, instead of a report (R-14; L2022 85). */
export function achievementSummaries(scene: DossierScene): readonly PaperPlan[] {
  const { dossier, unit } = scene;
  return scene.rows
    .filter((row) => row.state !== 'withdrawn')
    .map((row) =>
      planOf(
        'tom-tat-thanh-tich',
        {
          frame: frameOf({
            org: unit,
            pack: scene.pack,
            simulated: scene.simulated,
            today: scene.today,
            type: '',
            signature: { lines: headLines(scene), name: scene.holder(unit.id, 'head').name },
            date: formatLocalDate(scene.today),
          }),
          award: fullAward(scene.pack, row.award, scene),
          ground: groundOf(scene),
          nominee: {
            kind: row.kind,
            name: row.name,
            facts: [
              { label: row.kind === 'individual' ? 'Họ và tên' : 'Tên', value: row.name },
              { label: row.kind === 'individual' ? 'Chức vụ, nơi công tác, cư trú' : 'Địa chỉ', value: placeWords(row) || unit.name },
            ],
          },
          period: periodOf(scene, row),
          criterion: criterionOf(scene, row),
          achievements: [row.achievement, ...paragraphs(scene.report['measures'])].slice(0, 5),
          pastAwards: [],
        },
        {
          slotOf: [dossier.id, unit.id, row.id],
          orgId: unit.id,
          dossierId: dossier.id,
          rowId: row.id,
          title: `Tóm tắt thành tích: ${row.name}`,
        },
      ),
    );
}

/** The ground of the simplified procedure as the dossier names it: a row of the pack, or a text. */
function groundOf({ dossier, pack }: DossierScene): string {
  const row = pack.rules.find((one) => one.id === dossier.procedureGround);
  return row === undefined ? (dossier.procedureGround ?? 'Điều 85 Luật Thi đua, khen thưởng') : `${row.text} (${row.id})`;
}

function periodOf({ dossier }: DossierScene, { achievementFrom, achievementTo }: RowFacts): string {
  if (achievementTo === null) {
    return `năm ${dossier.year}`;
  }
  return achievementFrom === null || achievementFrom === achievementTo
    ? `ngày ${slashDate(achievementTo)}`
    : `từ ngày ${slashDate(achievementFrom)} đến ngày ${slashDate(achievementTo)}`;
}

function criterionOf({ pack }: DossierScene, { award, kind, awardType }: RowFacts): string {
  const row = pack.criteria.find(
    (one) => one.award === award && one.kinds.includes(kind) && one.types.some((type) => type === awardType) && one.hard,
  );
  return row === undefined ? '' : `${row.text} (${row.id}).`;
}
