import type { MadePaper } from '@thidua/documents';
import type { PaperRecord } from '@thidua/store';
import { GiveUp } from '../service-tasks/outcomes';
import type { TaskRoom } from '../service-tasks/service-task';
import { withOriginal } from './after/copied-paper';
import { objectOf } from './plain';
import { isPaperKind, render } from './render';
import { frozenTemplate } from './template-of';

/**
 * Makes a paper of any age again from what was frozen of it: its final data (the draft's while it has no final form) and the very template
 * it was made with. The text is the same whatever the templates say today; signatures are not made again. @throws GiveUp
 */
export async function reRender(
  room: Pick<TaskRoom, 'deps' | 'maker'>,
  { provinceId, paper }: { readonly provinceId: string; readonly paper: PaperRecord },
): Promise<Pick<MadePaper, 'bytes' | 'pages' | 'templateVersion'>> {
  const { id: paperId, kind } = paper;
  const frozen = await room.deps.stores.payloads.get(provinceId, paper.finalHash ?? paper.dataHash);
  if (frozen === undefined || !isPaperKind(kind)) {
    throw new GiveUp('facts-missing', `${paper.title} không có dữ liệu đã chốt để in lại.`);
  }
  const template = await frozenTemplate(room, paper.templateVersion);
  const data = objectOf(frozen['data']);
  const { pdf } = await render(room, { provinceId, paperId, kind, data, template, stage: paper.fileSha256 === null ? 'draft' : 'final' });
  const whole = kind === 'ban-sao' ? await withOriginal(room, { provinceId, paperId }, pdf) : pdf;
  return { bytes: whole.bytes, pages: whole.pages, templateVersion: pdf.templateVersion };
}
