import type { Services } from './types';

const READABLE = 0.75;
const MARGIN = 24;
/** Pixels at the left edge that the modeler's palette covers. */
export const PALETTE = 132;

/** Shows the whole drawing, clear of what lies over the canvas at its left. Answers the zoom. */
export function fit(services: Services, left: number): number {
  const canvas = services.get('canvas');
  const whole = canvas.zoom('fit-viewport', 'auto');
  const { inner, outer } = canvas.viewbox();
  const zoom = Math.min(whole, (outer.width - left - MARGIN) / inner.width);
  // A drawing that fits beside the palette anyhow stays in the middle.
  const free = (outer.width - inner.width * whole) / 2;
  if (left === 0 || free >= left || zoom <= 0) {
    return whole;
  }
  const width = outer.width / zoom;
  const height = outer.height / zoom;
  canvas.viewbox({ x: inner.x - left / zoom, y: inner.y + inner.height / 2 - height / 2, width, height });
  return zoom;
}

/**
 * Fits the drawing, but never so small that nobody can read it: a long process opens at a readable size
 * around the element that matters (a token, else its beginning).
 */
export function showReadable(services: Services, around: readonly string[], left = 0): void {
  const canvas = services.get('canvas');
  if (fit(services, left) >= READABLE) {
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
