import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const STYLES = [
  { weight: 400, style: 'normal' },
  { weight: 400, style: 'italic' },
  { weight: 700, style: 'normal' },
  { weight: 700, style: 'italic' },
] as const;

interface Subset {
  readonly font: 'tinos' | 'stix-two-math';
  readonly family: 'Tinos' | 'STIX Two Math';
  /** Name in the font's files. */
  readonly name: string;
  /** What of it is used; left out, as the font's makers say. */
  readonly range?: string;
  /** It comes only with text that needs it; left out, always. */
  readonly needed?: RegExp;
}

/** Later rules win where two hold the same letter. */
const SUBSETS: readonly Subset[] = [
  // Signs that Tinos has none of: ≤ ≥ → √; 540 kB, one style.
  {
    font: 'stix-two-math',
    family: 'STIX Two Math',
    name: 'latin',
    range: 'U+2070-209C,U+2100-2115,U+2117-2121,U+2123-22FF,U+25A0-25FF',
    needed: /[\u2070-\u209c\u2100-\u2115\u2117-\u2121\u2123-\u2190\u2192\u2194-\u2211\u2213\u2214\u2216-\u22ff\u25a0-\u25ff]/,
  },
  // Foreign names; 350 kB.
  {
    font: 'tinos',
    family: 'Tinos',
    name: 'latin-ext',
    needed:
      /[\u0100-\u0101\u0104-\u010f\u0112-\u0127\u012a-\u0167\u016a-\u019f\u01a2-\u01ae\u01b1-\u02ba\u1e00-\u1e9f\u20a0-\u20aa\u20ad-\u20c0]/,
  },
  { font: 'tinos', family: 'Tinos', name: 'greek', needed: /[\u0370-\u03ff]/ },
  // Also №.
  { font: 'tinos', family: 'Tinos', name: 'cyrillic', needed: /[\u0400-\u045f\u2116]/ },
  { font: 'tinos', family: 'Tinos', name: 'latin' },
  { font: 'tinos', family: 'Tinos', name: 'vietnamese' },
];

const HOMES: Readonly<Record<Subset['font'], () => string>> = {
  tinos: () => require.resolve('@fontsource/tinos/package.json'),
  'stix-two-math': () => require.resolve('@fontsource/stix-two-math/package.json'),
};

const cache = new Map<Subset, string>();

/** @font-face rules of Tinos, and of STIX Two Math for signs that Tinos lacks, as data: URIs: as many as the text needs. */
export function fontFaces(text: string): string {
  return SUBSETS.filter(({ needed }) => needed?.test(text) ?? true)
    .map(facesOf)
    .join('\n');
}

function facesOf(subset: Subset): string {
  const known = cache.get(subset);
  if (known !== undefined) {
    return known;
  }
  const { font, family, name, range } = subset;
  const home = dirname(HOMES[font]());
  const ranges = JSON.parse(readFileSync(join(home, 'unicode.json'), 'utf8')) as Record<string, string>;
  // A font of one style is slanted and thickened by the browser where it must be.
  const styles = font === 'tinos' ? STYLES : STYLES.slice(0, 1);
  const faces = styles
    .map(({ weight, style }) => {
      const bytes = readFileSync(join(home, 'files', `${font}-${name}-${weight}-${style}.woff2`)).toString('base64');
      const source = `url(data:font/woff2;base64,${bytes}) format('woff2')`;
      const own = font === 'tinos' ? `font-weight:${weight};font-style:${style};` : '';
      return `@font-face{font-family:'${family}';${own}src:${source};unicode-range:${range ?? ranges[name] ?? 'U+0-10FFFF'}}`;
    })
    .join('\n');
  cache.set(subset, faces);
  return faces;
}
