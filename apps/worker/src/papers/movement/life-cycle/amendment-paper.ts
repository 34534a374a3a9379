import type { JsonValue } from '@thidua/kernel';
import { lawOf } from '../../grounds';
import type { SceneRoom } from '../../load-scene';
import { planOf, type PaperPlan } from '../../plan';
import { formalName } from '../../words';
import { movementFrame, type MovementScene } from '../movement-scene';
import { issuerSignature, keptWith, planRef, standingWords } from './movement-words';
import { subjectOf } from './plan-paper';

interface PlanChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** Kế hoạch điều chỉnh, bổ sung: only what changes, beside what stood. */
export async function amendmentPaper({ deps }: SceneRoom, scene: MovementScene): Promise<readonly PaperPlan[]> {
  const { movement, work, org } = scene;
  const recipients = await deps.stores.recipients.ofMovement(scene.provinceId, scene.record.id);
  const named =
    recipients.length > 0 && recipients.length <= 8 ? recipients.map((one) => one.orgName) : ['Các cơ quan, đơn vị nhận Kế hoạch'];
  const subject = subjectOf(movement);
  const standing = standingWords(scene);
  const data = {
    frame: movementFrame(scene, { type: 'KH', signature: issuerSignature(scene), recipients: [...named, keptWith(scene)] }),
    subject: `Điều chỉnh, bổ sung Kế hoạch ${subject.slice(0, 1).toLocaleLowerCase('vi')}${subject.slice(1)}`,
    grounds: [lawOf(scene.pack), ...(org.level === 'UNIT' ? [] : [`Xét đề nghị của ${standing}`])],
    publisher: formalName(org),
    movement: movement.name.value,
    plan: planRef(scene),
    reason: textOf(work.facts['reason']),
    changes: changesOf(work.facts['changes']).map(({ label, before, after }, at) => ({ index: at + 1, content: label, before, after })),
    execution: [
      `${standing.slice(0, 1).toLocaleUpperCase('vi')}${standing.slice(1)} hướng dẫn, theo dõi, đôn đốc việc thực hiện`,
      'Các cơ quan, đơn vị rà soát, điều chỉnh kế hoạch của mình cho phù hợp',
    ],
  };
  return [
    planOf('ke-hoach-dieu-chinh', data, {
      slotOf: [work.id, org.id],
      orgId: org.id,
      title: `Kế hoạch điều chỉnh, bổ sung: ${movement.name.value}`,
    }),
  ];
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value.trim().replace(/[.;]+$/u, '') : '';
}

function changesOf(value: JsonValue | undefined): readonly PlanChange[] {
  const kept: readonly unknown[] = Array.isArray(value) ? value : [];
  // Kept by the amendment's opening as the differences were made.
  return kept as readonly PlanChange[];
}
