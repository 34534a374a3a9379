import { putBefore } from '@thidua/documents';
import type { TaskRoom } from '../../service-tasks/service-task';
import { GiveUp } from '../../service-tasks/outcomes';

interface Pages {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** A copy is the whole original with the block of the copy behind it (NĐ 30/2020, Annex I, part IV). */
export async function withOriginal(
  { deps }: Pick<TaskRoom, 'deps'>,
  { provinceId, paperId }: { readonly provinceId: string; readonly paperId: string },
  block: Pages,
): Promise<Pages> {
  const original = await deps.stores.paperChanges.originalOf(provinceId, paperId);
  const file = original === undefined ? undefined : await deps.stores.files.get(provinceId, original.sha256);
  if (original === undefined || file === undefined) {
    throw new GiveUp('facts-missing', 'Không tìm thấy văn bản gốc để sao.');
  }
  if (file.mime !== 'application/pdf') {
    throw new GiveUp('original-not-pdf', 'Bản gốc là ảnh quét, không sao được thành PDF; tải lại bản quét dạng PDF.');
  }
  const bytes = await putBefore(file.bytes, block.bytes);
  return { bytes, pages: original.pages + block.pages };
}
