import { periodText } from '@thidua/casework';
import type { ModelIntroduction } from '@thidua/documents';
import { formatLocalDate } from '@thidua/kernel';
import type { ModelRecord } from '@thidua/store';
import { GiveUp } from '../../../service-tasks/outcomes';
import type { SceneRoom } from '../../load-scene';
import { planOf, type PaperPlan } from '../../plan';
import { formalName, lowerFirst } from '../../words';
import { issuerSignature, keptWith } from '../life-cycle/movement-words';
import { movementFrame, type MovementScene } from '../movement-scene';

const AUDIENCES: Readonly<Record<NonNullable<ModelRecord['audience']>, string>> = {
  worker: 'Công nhân, người lao động',
  farmer: 'Nông dân',
  woman: 'Phụ nữ',
  enterprise: 'Doanh nghiệp, doanh nhân',
  official: 'Cán bộ, công chức, viên chức',
  other: '',
};

/** Phiếu giới thiệu điển hình tiên tiến of the unit that introduces it. */
export async function introductionPaper({ deps }: SceneRoom, scene: MovementScene): Promise<readonly PaperPlan[]> {
  const { work, org } = scene;
  const model = await deps.stores.models.byId(scene.provinceId, work.id);
  if (model === undefined) {
    throw new GiveUp('facts-missing', `Không tìm thấy điển hình của việc ${work.code}.`);
  }
  return [
    planOf('phieu-gioi-thieu-dien-hinh', introduction(scene, model), {
      slotOf: [work.id, org.id],
      orgId: org.id,
      title: `Phiếu giới thiệu điển hình: ${model.name}`,
    }),
  ];
}

export function introduction(scene: MovementScene, model: ModelRecord): ModelIntroduction {
  const { movement, org, carriedOutBy, today } = scene;
  const frame = movementFrame(scene, { type: '', signature: issuerSignature(scene), recipients: ['Như trên', keptWith(scene)] });
  const stands = model.consentOn !== null && model.withdrawnOn === null;
  const standing = movement.roles.find((role) => role.role === 'standing-office')?.body;
  return {
    // A slip takes no number; its day is that of its signature, drafted today.
    frame: { ...frame, date: formatLocalDate(today) },
    subject: `Điển hình tiên tiến trong Phong trào thi đua “${movement.name.value}”`,
    to: [standing === undefined ? formalName(carriedOutBy) : `${formalName(carriedOutBy)} (qua ${standing})`],
    introducer: formalName(org),
    movement: movement.name.value,
    period: lowerFirst(periodText(movement.period)),
    model: {
      ...{ name: model.name, kind: model.nomineeKind, title: model.title },
      audience: model.audience === null ? '' : AUDIENCES[model.audience],
    },
    deeds: linesOf(model.deeds),
    results: linesOf(model.results).map(bare),
    spread: linesOf(model.spread),
    consent: {
      ...{ given: stands, by: stands ? (model.consentBy ?? '') : '', date: stands ? model.consentOn : null },
      withPhoto: stands && model.consentPhoto,
    },
    attachments: [
      ...(model.photoSha256 === null ? [] : ['Ảnh điển hình']),
      ...(model.consentSha256 === null ? [] : ['Văn bản đồng ý cho đăng, phát']),
    ],
  };
}

/** One paragraph per line that people wrote. */
function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-+•]\s*/u, '').trim())
    .filter((line) => line !== '');
}

/** Without its own end mark: the paper sets them. */
function bare(line: string): string {
  return line.replace(/[.;,\s]+$/u, '');
}
