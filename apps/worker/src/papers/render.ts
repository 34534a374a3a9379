import {
  contentsLint,
  makeDocx,
  PAPER_KINDS,
  TEMPLATES_IN_USE,
  type MadePaper,
  type MandatoryContent,
  type PaperDataOf,
  type PaperKind,
  type UsedTemplate,
} from '@thidua/documents';
import type { JsonObject } from '@thidua/kernel';
import { GiveUp } from '../service-tasks/outcomes';
import type { TaskRoom } from '../service-tasks/service-task';
import { expectationsOf } from './expectations';
import { isInWord } from './in-word';
import { keepTemplate, templateOf, type TemplateAsked } from './template-of';
import { withVerifyUrl } from './verify-url';

export const TEMPLATES = TEMPLATES_IN_USE;

export interface RenderOrder extends TemplateAsked {
  readonly data: JsonObject;
  /** Number, date and signatures are still to come: their gaps become fields. */
  readonly fields?: boolean;
  /** A template to use whatever is in force: a draft of one on trial, or the one an old paper was made with. */
  readonly template?: UsedTemplate | undefined;
}

export interface RenderedPaper {
  readonly pdf: MadePaper;
  /** Word besides PDF, for the papers that the next level wants so (law.md 7.3). */
  readonly docx: Uint8Array | null;
}

/** Frozen data → checked PDF by the template that holds for the paper, and Word where it is wanted. */
export async function render(room: Pick<TaskRoom, 'deps' | 'maker'>, order: RenderOrder): Promise<RenderedPaper> {
  const { kind, data } = order;
  if (!isPaperKind(kind)) {
    throw new GiveUp('template-unknown', `Không có mẫu văn bản ${kind}.`);
  }
  const template = order.template ?? (await templateOf(room, order));
  const expect = expectationsOf(kind, data);
  // Frozen data were typed when they were built; storage keeps them as plain JSON, and the templates refuse a missing field.
  const shown = (await withVerifyUrl(room.deps, order)) as unknown as PaperDataOf<PaperKind>;
  const made = await room.maker.make({ kind, version: TEMPLATES, expect, template, data: shown, fields: order.fields === true });
  const missing = contentsLint(data, made.text, mandatoryOf(data));
  if (missing.length > 0) {
    throw new GiveUp('contents-missing', missing.join(' '));
  }
  if (order.paperId !== null) {
    await keepTemplate(room, made.template);
  }
  return { pdf: made, docx: isInWord(kind) ? await makeDocx(made.html) : null };
}

/** Frozen with the paper by its builder. */
function mandatoryOf(data: JsonObject): readonly MandatoryContent[] {
  return data['mandatory'] === undefined ? [] : (data['mandatory'] as unknown as readonly MandatoryContent[]);
}

export function isPaperKind(kind: string): kind is PaperKind {
  return (PAPER_KINDS as readonly string[]).includes(kind);
}
