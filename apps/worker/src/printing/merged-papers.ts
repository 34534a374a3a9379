import { asPdf, mergePdfs } from '@thidua/documents';
import { GiveUp } from '../service-tasks/outcomes';
import type { PrintKind } from './print-kind';

/** Finished papers bound into one file, each with its bookmark, in the order asked for. */
export const mergedPapers: PrintKind = async (room, order, progress) => {
  const { papers, files } = room.deps.stores;
  const ids = (order.params['paperIds'] as readonly string[] | undefined) ?? []; // as its gate wrote them
  const parts: { title: string; bytes: Uint8Array }[] = [];
  for (const id of ids) {
    const paper = await papers.byId(order.provinceId, id);
    const file = await files.get(order.provinceId, paper?.fileSha256 ?? paper?.draftSha256 ?? '');
    if (paper === undefined || file === undefined) {
      throw new GiveUp('facts-missing', 'Văn bản cần in không còn tệp.');
    }
    parts.push({ title: paper.title, bytes: (await asPdf(file.bytes, file.mime)).bytes });
    await progress(parts.length, ids.length);
  }
  return { bytes: await mergePdfs(parts), mime: 'application/pdf', fileName: 'van-ban.pdf' };
};
