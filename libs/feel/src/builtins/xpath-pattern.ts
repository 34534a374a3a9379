/** What XPath means by its escapes, in the words of RE2: letters, digits and signs of all scripts, not only of ASCII. */
const ESCAPES: Readonly<Record<string, string>> = {
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  w: '\\p{L}\\p{M}\\p{N}\\p{S}',
  W: '\\p{P}\\p{Z}\\p{C}',
  i: '\\p{L}_:',
  c: '\\p{L}\\p{M}\\p{N}_:.\\-·',
};
/** Complements that are no list of categories: they stand outside of brackets only. */
const COMPLEMENTS: Readonly<Record<string, string>> = { I: '[^\\p{L}_:]', C: '[^\\p{L}\\p{M}\\p{N}_:.\\-·]' };

/**
 * A regular expression of XPath (DMN 1.5, 10.3.4.3) as RE2 writes it; with `x` white space outside of brackets is left out.
 * Null for what RE2 cannot say: one class without another (`[a-z-[aeiou]]`), and `\I`, `\C` within brackets.
 */
export function re2Pattern(pattern: string, spaced: boolean): string | null {
  let inClass = false;
  const parts: string[] = [];
  for (const [token] of pattern.matchAll(/\\.|-\[|\[\^?\]?|[\]]|[\t\n\r ]|[^\\[\]\s-]+|./gs)) {
    const part = inClass ? partInClass(token) : partOutside(token, spaced);
    if (part === null) {
      return null;
    }
    inClass = token.startsWith('[') || (inClass && token !== ']');
    parts.push(part);
  }
  return parts.join('');
}

function partInClass(token: string): string | null {
  const escape = token.startsWith('\\') ? token.slice(1) : '';
  return token === '-[' || escape in COMPLEMENTS ? null : (ESCAPES[escape] ?? token);
}

function partOutside(token: string, spaced: boolean): string {
  if (token.startsWith('\\')) {
    const escape = token.slice(1);
    const listed = ESCAPES[escape];
    return listed === undefined ? (COMPLEMENTS[escape] ?? token) : `[${listed}]`;
  }
  return spaced && /^[\t\n\r ]$/.test(token) ? '' : token;
}
