import type { Handlers } from '../handler';
import { fileStore } from './file-store-view';
import { dropOwnFile, ownFiles, useOwnFile } from './own-file';
import { evidencePreview, groundPaperPreview, paperFile, paperPreview } from './previews';

export const FILE_HANDLERS = {
  paperFile,
  paperPreview,
  evidencePreview,
  groundPaperPreview,
  ownFiles,
  useOwnFile,
  dropOwnFile,
  fileStore,
} satisfies Partial<Handlers>;
