import { compileMarked, type Expression } from '@thidua/feel';
import type { ModdleElement } from 'bpmn-moddle';
import type { Place } from '../drawing/place';
import { elementOf, textOf, written } from '../moddle/access';
import { reject, type Compiling } from './compiling';

/** FEEL, with or without the leading '='. */
export function feel(compiling: Compiling, place: Place, source: string | undefined): Expression | undefined {
  const text = (source ?? '').trim().replace(/^=/, '');
  return finish(compiling, place, text, text.trim() === '' ? undefined : once(compiling, `=${text}`));
}

/** FEEL after '=', else a constant text. */
export function marked(compiling: Compiling, place: Place, source: string): Expression | undefined {
  return finish(compiling, place, source, source.replace(/^=/, '').trim() === '' ? undefined : once(compiling, source));
}

/** As `marked`, for an attribute that may be absent. */
export function markedAttribute(
  compiling: Compiling,
  place: Required<Place>,
  holder: ModdleElement | undefined,
  name: string,
): Expression | undefined {
  const source = textOf(holder, name);
  return source === undefined ? undefined : marked(compiling, { element: place.element, below: `${place.below}/@${name}` }, source);
}

/** The body of a child such as `conditionExpression`; another language than FEEL is refused, at `place` when the child is elsewhere. */
export function feelBody(
  compiling: Compiling,
  holder: ModdleElement,
  child: string,
  place: Required<Place> = { element: holder, below: child },
): Expression | undefined {
  const expression = elementOf(holder, child);
  if (expression === undefined) {
    return undefined;
  }
  const body = written(expression, 'body');
  const language = textOf(expression, 'language') ?? (body.startsWith('=') ? undefined : fileLanguage(compiling));
  if (language !== undefined && !/feel/i.test(language)) {
    const below = `${place.below}/@language`;
    reject(compiling, 'attribute-not-executed', { element: place.element, below }, { name: 'language', value: language });
    return undefined;
  }
  return feel(compiling, place, body);
}

/** The file's own `expressionLanguage`; undefined when it names none, which means FEEL. */
function fileLanguage(compiling: Compiling): string | undefined {
  const { root } = compiling.drawing;
  return Object.hasOwn(root, 'expressionLanguage') ? textOf(root, 'expressionLanguage') : undefined;
}

/** The same text stands at many elements: an assignment, a duration. */
function once({ expressions }: Compiling, text: string): ReturnType<typeof compileMarked> {
  const compiled = expressions.get(text) ?? compileMarked(text);
  expressions.set(text, compiled);
  return compiled;
}

function finish(
  compiling: Compiling,
  place: Place,
  source: string,
  compiled: ReturnType<typeof compileMarked> | undefined,
): Expression | undefined {
  if (compiled === undefined) {
    reject(compiling, 'expression-invalid', place, { source, reason: 'empty' });
    return undefined;
  }
  const shown = source.length > 200 ? `${source.slice(0, 200)}…` : source;
  if (compiled.ok) {
    return compiled.value;
  }
  reject(compiling, 'expression-invalid', place, { source: shown, reason: compiled.error.code, ...compiled.error.details });
  return undefined;
}
