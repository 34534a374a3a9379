import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const STYLES = [
  { weight: 400, style: 'normal' },
  { weight: 400, style: 'italic' },
  { weight: 700, style: 'normal' },
  { weight: 700, style: 'italic' },
] as const;

type Subset = 'vietnamese' | 'latin' | 'latin-ext';

const cache = new Map<Subset, string>();

/** @font-face rules of Tinos as data: URIs. latin-ext (350 kB) comes only with text that needs it: foreign names. */
export function fontFaces(text: string): string {
  const subsets: Subset[] = ['latin', 'vietnamese'];
  if (/[\u0100-\u0101\u0104-\u010f\u0112-\u0127\u012a-\u0167\u016a-\u019f\u01a2-\u01ae\u01b1-\u02ba]/.test(text)) {
    subsets.unshift('latin-ext');
  }
  return subsets.map(facesOf).join('\n');
}

function facesOf(subset: Subset): string {
  const known = cache.get(subset);
  if (known !== undefined) {
    return known;
  }
  const home = dirname(require.resolve('@fontsource/tinos/package.json'));
  const ranges = JSON.parse(readFileSync(join(home, 'unicode.json'), 'utf8')) as Record<Subset, string>;
  const faces = STYLES.map(({ weight, style }) => {
    const font = readFileSync(join(home, 'files', `tinos-${subset}-${weight}-${style}.woff2`)).toString('base64');
    const source = `url(data:font/woff2;base64,${font}) format('woff2')`;
    return `@font-face{font-family:Tinos;font-weight:${weight};font-style:${style};src:${source};unicode-range:${ranges[subset]}}`;
  }).join('\n');
  cache.set(subset, faces);
  return faces;
}
