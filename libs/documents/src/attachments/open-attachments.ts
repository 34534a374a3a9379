import { clamav, type ScanAnswer } from './clamav';
import { AttachmentInspector } from './inspector';
import type { AttachmentLimits, AttachmentVerdict } from './verdict';

/** What casework asks of files of people; one per process. */
export interface OpenAttachments {
  inspect(bytes: Uint8Array, name: string, limits: AttachmentLimits): Promise<AttachmentVerdict>;
  preview(bytes: Uint8Array, mime: string, page: number): Promise<Uint8Array | undefined>;
  lines(bytes: Uint8Array, mime: string): Promise<readonly string[] | undefined>;
  readonly scanner: { scan(bytes: Uint8Array): Promise<ScanAnswer>; answers(): Promise<boolean> } | null;
}

export function openAttachments({ clamavUrl }: { readonly clamavUrl: string | null }): OpenAttachments {
  const inspector = new AttachmentInspector();
  return {
    inspect: (bytes, name, limits) => inspector.inspect(bytes, name, limits),
    preview: (bytes, mime, page) => inspector.preview(bytes, mime, page),
    lines: (bytes, mime) => inspector.lines(bytes, mime),
    scanner: clamavUrl === null ? null : clamav({ url: clamavUrl }),
  };
}
