import type { Services } from './types';

const READABLE = 0.75;

/**
 * Fits the drawing, but never so small that nobody can read it: a long process opens at a readable size
 * around the element that matters (a token, else its beginning).
 */
export function showReadable(services: Services, around: readonly string[]): void {
  const canvas = services.get('canvas');
  if (canvas.zoom('fit-viewport', 'auto') >= READABLE) {
    return;
  }
  canvas.zoom(READABLE);
  const registry = services.get('elementRegistry');
  const named = around.map((id) => registry.get(id)).find((element) => element !== undefined);
  const first = named ?? registry.filter((element) => element.type === 'bpmn:StartEvent')[0];
  if (first !== undefined) {
    canvas.scrollToElement(first, { top: 120, left: 160, bottom: 120, right: 160 });
  }
}
