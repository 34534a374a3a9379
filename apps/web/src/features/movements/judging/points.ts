/** '12.50' as people read it: '12,5'; '' for nothing. */
export function pointsShown(points: string | null): string {
  return points === null
    ? ''
    : points
        .replace(/\.00$/, '')
        .replace(/(\.\d)0$/, '$1')
        .replace('.', ',');
}

/** What may be typed as points: whole or at most two places; '' is nothing said. */
export function isPoints(text: string): boolean {
  return text === '' || /^\d{1,4}([.,]\d{1,2})?$/.test(text);
}

/** As the server takes it; null for nothing. */
export function pointsSent(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** Lines of a text area as a list, and back. */
export function toLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function fromLines(lines: readonly string[]): string {
  return lines.join('\n');
}
