import type { Page } from '@playwright/test';
import desk from '../../../apps/web/src/i18n/vi-desk.json';
import core from '../../../apps/web/src/i18n/vi.json';

/** Words of English, and of programs, that are no Vietnamese word written without marks. */
const FOREIGN =
  /\b(?:and|of|with|from|this|that|user|users|task|tasks|error|errors|save|saved|cancel|delete|remove|submit|search|loading|null|undefined|NaN|true|false|draft|version|status|start|event|gateway|process|element|message|boundary|default|warning|failed|success|unknown|other|none|yes|select|click|close|open|next|previous|page|items|per|awarded|pending|received|accepted|closed|collecting|appraiser|appraising|clerk|head|chair|deputy|records|council|member|secretary|admin|unit|commune|province|annual|interim|final|published|proposed|retired|annotation|subprocess)\b/i;
const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['English or a program’s word', FOREIGN],
  ['ISO date', /\b\d{4}-\d{2}-\d{2}(?:T|\b(?!-\d))/],
  ['id', /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/i],
  ['hole', /\{\{|\[object|%s/],
];
/** What stands on a page as it is in a file, a source or somebody's own words; the maker's mark. */
const AS_IT_IS =
  'code, pre, kbd, [translate=no], .anticon, .bjs-powered-by, .cm-editor, svg, script, style, option[lang], textarea, input[type=file]';

function keysOf(node: object, path = ''): readonly string[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const at = path === '' ? key : `${path}.${key}`;
    // A text file of ours: strings and folders of strings.
    return typeof value === 'string' ? [at] : keysOf(value as object, at);
  });
}

const KEYS = new Set([...keysOf(core), ...keysOf(desk)]);

/** Texts a person sees or hears that are no Vietnamese: raw keys, English, codes of programs, days as computers write them. */
export async function untranslated(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate((skipped) => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const holder = node.parentElement;
      const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (text !== '' && holder !== null && holder.closest(skipped) === null && holder.checkVisibility()) {
        found.add(text);
      }
    }
    for (const holder of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = holder.getAttribute(name) ?? '';
        // Icons say their own English name to nobody: they are hidden.
        if (text !== '' && holder.closest(`${skipped}, [aria-hidden=true]`) === null) {
          found.add(`${name}: ${text}`);
        }
      }
    }
    return [...found];
  }, AS_IT_IS);
  return texts.flatMap((text) => {
    const said = text.replace(/^(?:aria-label|title|placeholder|alt): |npm (?:start|run [\w:]+)/g, '');
    const why = KEYS.has(said) ? 'raw key' : SHAPES.find(([, shape]) => shape.test(said))?.[0];
    return why === undefined ? [] : [`${why}: «${text.slice(0, 120)}»`];
  });
}
