const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6}|[nrt"\\])/g;

/** The text a string literal stands for. */
export function unquote(text: string): string {
  return text.slice(1, -1).replace(ESCAPE, (escape) => {
    const simple = 'nrt"\\'.indexOf(escape.slice(1));
    if (simple >= 0) {
      return '\n\r\t"\\'.charAt(simple);
    }
    const point = parseInt(escape.slice(2), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : escape;
  });
}
