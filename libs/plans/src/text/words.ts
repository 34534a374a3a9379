/** Lower case, one space, no punctuation: for comparing wording, never for showing it. */
export function bare(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** One space, no blanks at the ends. */
export function flat(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** Without the punctuation that ends a heading or a line of a list. */
export function withoutEnd(text: string): string {
  return text.replace(/[\s.,;:/]+$/u, '').trim();
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** 'PHƯỜNG VẠN XUÂN' → 'Phường Vạn Xuân'. */
export function titleCase(text: string): string {
  return text.toLowerCase().replaceAll(/(?<=^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
}

export function isShouted(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}
