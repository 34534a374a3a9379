/** What readers see of a signature (NĐ 30/2020, Annex I, law.md 11). */
export type VisibleImage =
  /** A person's: a blue, transparent PNG, or without one words in blue; in the middle between title and name. */
  | { readonly kind: 'personal'; readonly png: Uint8Array | null }
  /** The agency's seal in red and in real size, over about a third of the signature on its left. */
  | { readonly kind: 'seal'; readonly png: Uint8Array; readonly widthMm: number }
  /** Attachments in files of their own: '57/QĐ-UBND' and the time of signing at the top right of page 1, black, 10 pt, no picture. */
  | { readonly kind: 'text'; readonly number: string };

/** Signing time with the hours of Viet Nam: '2026-03-02T09:05:07+07:00'. */
export function isoTime(ms: number): string {
  return `${new Date(ms + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
}

/** The same for people: '02/03/2026 09:05:07 +07:00'. */
export function spokenTime(ms: number): string {
  const iso = isoTime(ms);
  return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)} ${iso.slice(11, 19)} +07:00`;
}

/** The same as a PDF date: "D:20260302090507+07'00'". */
export function pdfTime(ms: number): string {
  return `D:${isoTime(ms).slice(0, 19).replace(/[-:T]/g, '')}+07'00'`;
}
