import { mergePdfs, type PaperKind } from '@thidua/documents';
import type { ClaimedPrint } from '@thidua/store';
import { apologySlip } from '../papers/dossier/apology-slip';
import { loadScene } from '../papers/load-scene';
import type { PaperPlan } from '../papers/plan';
import { plansFor } from '../papers/plans-for';
import { render } from '../papers/render';
import { GiveUp } from '../service-tasks/outcomes';
import type { TaskRoom } from '../service-tasks/service-task';
import type { PrintKind, PrintProgress } from './print-kind';

const NOTHING: Readonly<Partial<Record<PaperKind, string>>> = {
  'phieu-bieu-quyet': 'Chưa có thành viên Hội đồng hoặc trường hợp nào để biểu quyết.',
  'phieu-xin-y-kien': 'Không có thành viên vắng mặt nào cần xin ý kiến bằng văn bản.',
  'cong-van-don-doc': 'Không có văn bản xin ý kiến nào quá hạn.',
  'quyet-dinh-thanh-lap-hoi-dong': 'Chưa có Hội đồng nào đang hoạt động.',
};

/** A paper of a round as its facts stand now, made on request and kept nowhere: ballot and opinion forms, reminders, a council's draft. */
export function roundForms(kind: PaperKind): PrintKind {
  return async (room, order, progress) => {
    const scene = await loadScene(room, order.provinceId, { roundId: textOf(order, 'roundId') });
    return printed(room, order, { kind, plans: plansFor(scene, [kind], ''), progress });
  };
}

/** Phiếu xin lỗi và hẹn lại: with the reason and the new day that the desk gave. */
export const delaySlip: PrintKind = async (room, order, progress) => {
  const scene = await loadScene(room, order.provinceId, { dossierId: textOf(order, 'dossierId') });
  if (!('dossier' in scene)) {
    throw new GiveUp('facts-missing', 'Không còn hồ sơ này.');
  }
  const delay = { promised: textOf(order, 'promised'), newDueOn: textOf(order, 'newDueOn'), reason: textOf(order, 'reason') };
  return printed(room, order, { kind: 'phieu-xin-loi', plans: [apologySlip(scene, delay)], progress });
};

interface Sheets {
  readonly kind: PaperKind;
  readonly plans: readonly PaperPlan[];
  readonly progress: PrintProgress;
}

async function printed(room: TaskRoom, order: ClaimedPrint, { kind, plans, progress }: Sheets): ReturnType<PrintKind> {
  if (plans.length === 0) {
    throw new GiveUp('nothing-to-print', NOTHING[kind] ?? 'Không có gì để in.');
  }
  const parts: { title: string; bytes: Uint8Array }[] = [];
  for (const plan of plans) {
    const { pdf } = await render(room, { provinceId: order.provinceId, kind, data: plan.data, paperId: null, stage: 'draft' });
    parts.push({ title: plan.title, bytes: pdf.bytes });
    await progress(parts.length, plans.length);
  }
  const [only] = parts;
  const bytes = parts.length === 1 && only !== undefined ? only.bytes : await mergePdfs(parts);
  return { bytes, mime: 'application/pdf', fileName: `${kind}.pdf` };
}

function textOf({ params }: ClaimedPrint, key: string): string {
  const value = params[key]; // as the gates wrote them
  return typeof value === 'string' ? value : '';
}
