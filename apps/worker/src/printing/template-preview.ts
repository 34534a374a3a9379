import { templateNeeds } from '@thidua/casework';
import { lintLayout, PaperCheckFailed, layoutProfileOf, type TemplateProblem } from '@thidua/documents';
import type { JsonObject, JsonValue } from '@thidua/kernel';
import { render } from '../papers/render';
import { GiveUp } from '../service-tasks/outcomes';
import type { TaskRoom } from '../service-tasks/service-task';
import type { PrintKind } from './print-kind';

/**
 * Prints a province's template with the sample of its kind, and keeps with the template what the print shows: text that is lost, and how
 * the page departs from Nghị định 30/2020. The file comes even when the page departs; a page that cannot be made is kept as a refusal.
 */
export const templatePreview: PrintKind = async (room, order, progress) => {
  const { provinceId, params } = order;
  const { stores, templateDesk } = room.deps;
  const found = await stores.templates.byId(provinceId, params['templateId'] as string); // as its gate wrote it
  if (found === undefined) {
    throw new GiveUp('facts-missing', 'Mẫu văn bản không còn.');
  }
  const { kind, number, hash } = found;
  const letterhead = found.letterhead as unknown as Parameters<typeof templateDesk.assemble>[1]; // as casework has checked and kept it
  const { body, hash: now } = templateDesk.assemble(found.source, letterhead);
  if (templateDesk.check(kind, body, templateNeeds(room.deps, provinceId, found)).some(({ severity }) => severity === 'refusal')) {
    throw new GiveUp('template-refused', 'Mẫu còn lỗi phải sửa, chưa in thử được.');
  }
  const template = { templateVersion: `${provinceId}/${number}-${now.slice(0, 12)}`, hash: now, body };
  try {
    const data = templateDesk.sample(kind) as JsonObject;
    const { pdf } = await render(room, { provinceId, kind, data, template, paperId: null, stage: 'draft' });
    const deviations = await lintLayout(pdf.bytes, { paper: layoutProfileOf(kind) });
    await keep(room, { provinceId, id: found.id, hash: now }, deviations.map(asProblem));
    await progress(1, 1);
    return { bytes: pdf.bytes, mime: 'application/pdf', fileName: `in-thu-${kind}-${number}.pdf` };
  } catch (error) {
    if (error instanceof PaperCheckFailed) {
      await keep(room, { provinceId, id: found.id, hash }, [lostText(error)]);
      throw new GiveUp('template-refused', `Bản in thử thiếu nội dung: ${lostText(error).says}.`);
    }
    throw error;
  }
};

async function keep(
  { deps }: TaskRoom,
  { provinceId, id, hash }: { readonly provinceId: string; readonly id: string; readonly hash: string },
  problems: readonly TemplateProblem[],
): Promise<void> {
  const checks = problems as unknown as JsonValue; // flat texts and numbers
  await deps.database.inTransaction((tx) =>
    deps.stores.templates.keepChecks(tx, provinceId, { id, hash }, { checks, atMs: deps.clock.nowMs() }),
  );
}

function asProblem({ rule, text }: { readonly rule: string; readonly text: string }): TemplateProblem {
  return { severity: 'warning', code: 'layout', line: null, partial: null, about: rule, says: text, meant: '' };
}

function lostText({ details }: PaperCheckFailed): TemplateProblem {
  const missing = Array.isArray(details['missing']) ? details['missing'].map(String) : [];
  const says = missing.length > 0 ? missing.map((text) => `“${text}”`).join(', ') : 'số trang không đúng';
  return { severity: 'refusal', code: 'text-lost', line: null, partial: null, about: '', says, meant: '' };
}
