import type { PaperSummary } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { PaperRecord } from '@thidua/store';

/** `sha256` is that of the file people get: the issued one, before that the draft. */
export function paperSummary(paper: PaperRecord): PaperSummary {
  const { id, kind, title, state, numberText, numberDate, pages, step, templateVersion } = paper;
  const sha256 = paper.fileSha256 ?? paper.draftSha256;
  return {
    id,
    kind,
    title,
    state,
    numberText,
    numberDate,
    pages,
    sha256,
    hasDocx: paper.docxSha256 !== null,
    step,
    templateVersion,
    unconfirmedRows: [...paper.unconfirmed],
    ready: sha256 !== null,
    createdAt: isoOf(paper.createdAt.getTime()),
  };
}
