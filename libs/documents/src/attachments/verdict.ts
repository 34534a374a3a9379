import type { JsonObject } from '@thidua/kernel';

export type AttachmentKind = 'pdf' | 'docx' | 'xlsx' | 'jpeg' | 'png' | 'txt';

export interface AttachmentLimits {
  readonly kinds: readonly AttachmentKind[];
  /** Of a PDF; 300 when absent. */
  readonly mostPages?: number;
}

export type AttachmentFault =
  'file-not-what-it-says' | 'file-unreadable' | 'file-encrypted' | 'file-active-content' | 'file-too-many-pages' | 'file-bomb';

/** What may be kept: the bytes as sent, or what was made of them; `notes` tells what was done: active-content-removed, re-encoded. */
export interface AttachmentTaken {
  readonly ok: true;
  readonly kind: AttachmentKind;
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly pages: number | null;
  readonly notes: readonly string[];
}

export interface AttachmentRefused {
  readonly ok: false;
  readonly code: AttachmentFault;
  readonly details: JsonObject;
}

export type AttachmentVerdict = AttachmentTaken | AttachmentRefused;

export function refused(code: AttachmentFault, details: JsonObject = {}): AttachmentRefused {
  return { ok: false, code, details };
}

export const MIME_OF: Readonly<Record<AttachmentKind, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpeg: 'image/jpeg',
  png: 'image/png',
  txt: 'text/plain',
};
