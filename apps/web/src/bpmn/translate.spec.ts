import { describe, expect, it } from 'vitest';
import { MODELER_WORDS } from './modeler-words';
import { vietnamese } from './translate';

const sources = import.meta.glob<string>(
  [
    '../../node_modules/bpmn-js/lib/features/{popup-menu,palette,context-pad,replace,align-elements,distribute-elements,drilldown}/*.js',
    '../../node_modules/diagram-js/lib/features/search-pad/*.js',
  ],
  { query: '?raw', import: 'default', eager: true },
);
/** Words of comments and of menus that bpmn-js keeps switched off. */
const NEVER_SHOWN = ['Align elements ', 'Event based instantiating Gateway', 'Parallel Event based instantiating Gateway'];
const code = Object.values(sources).map((source) => source.replace(/^\s*\*.*$/gm, ''));
const words = code.flatMap((source) => [...source.matchAll(/(?:translate\(|title:|label:)\s*'([^']+)'/g)].map(([, word = '']) => word));

describe('vietnamese', () => {
  it('has a word for every entry of the palette, the menus and the context pad', () => {
    expect(words.length).toBeGreaterThan(100);
    expect(words.filter((word) => !NEVER_SHOWN.includes(word) && MODELER_WORDS[word] === undefined)).toEqual([]);
  });

  it('translates the replacement, too, and leaves unknown names as they are', () => {
    expect(vietnamese('Append {type}', { type: 'User task' })).toBe('Nối tới Bước người dùng');
    expect(vietnamese('Open {element}', { element: 'Thẩm định' })).toBe('Mở Thẩm định');
  });

  it('leaves a hole open that nothing fills', () => {
    expect(vietnamese('Append {type}')).toBe('Nối tới {type}');
  });
});
