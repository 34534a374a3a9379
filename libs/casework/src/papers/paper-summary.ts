import type { PaperSummary } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { PaperRecord } from '@thidua/store';
import { isList } from './paper-sheet';

/** A paper as lists show it. `ready`: the file of its present state is made; a signed paper's is not until it is issued or printed. */
export function paperSummary(paper: PaperRecord): PaperSummary {
  const sha256 = paper.fileSha256 ?? paper.draftSha256;
  return {
    id: paper.id,
    kind: paper.kind,
    title: paper.title,
    state: paper.state,
    numberText: paper.numberText,
    numberDate: paper.numberDate,
    pages: paper.pages,
    sha256,
    hasDocx: paper.docxSha256 !== null,
    hasSheet: isList(paper.kind),
    step: paper.step,
    templateVersion: paper.templateVersion,
    unconfirmedRows: [...paper.unconfirmed],
    ready: paper.state === 'drafted' ? sha256 !== null : paper.fileSha256 !== null,
    createdAt: isoOf(paper.createdAt.getTime()),
  };
}
