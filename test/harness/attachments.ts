import type { Attachments } from '@thidua/casework';

/** Files looked into in this process, and loaded with the first file: few tests upload any. */
export const attachments: Attachments = {
  inspect: async (bytes, name, limits) => {
    const { inspectAttachment } = await import('../../libs/documents/src/attachments/inspect-attachment.js');
    return inspectAttachment(bytes, name, limits);
  },
  preview: async (bytes, mime, page) => {
    const { previewAttachment } = await import('../../libs/documents/src/attachments/preview-attachment.js');
    return previewAttachment(bytes, mime, page);
  },
  lines: async (bytes, mime) => {
    const { textLines } = await import('../../libs/documents/src/plan-lines/text-lines.js');
    return textLines(bytes, mime);
  },
  scanner: null,
};
