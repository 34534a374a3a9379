const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** The text a string literal stands for. */
export function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([nrt"\\]))/g, (whole, ...parts: (string | undefined)[]) => {
    const [short, long, simple] = parts;
    if (simple !== undefined) {
      return ESCAPES[simple] ?? whole;
    }
    const point = parseInt(short ?? long ?? '', 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
