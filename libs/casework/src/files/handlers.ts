import type { Handlers } from '../handler';
import { fileStore } from './file-store-view';
import { dropOwnFile, ownFiles, useOwnFile } from './own-file';
import { evidencePreview, paperFile, paperPreview } from './previews';

export const FILE_HANDLERS = {
  paperFile,
  paperPreview,
  evidencePreview,
  ownFiles,
  useOwnFile,
  dropOwnFile,
  fileStore,
} satisfies Partial<Handlers>;
