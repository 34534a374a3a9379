import type { ModdleElement } from 'bpmn-moddle';
import type { DrawnNode } from '../drawing/drawing';
import type { TimerDefinition } from '../graph';
import { elementOf, textOf } from '../moddle/access';
import { reject, type Compiling } from './compiling';
import { marked } from './expressions';

const KINDS = { timeDate: 'date', timeDuration: 'duration', timeCycle: 'cycle' } as const;
const DURATION = String.raw`P(?=[\dT])(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)`;
const DATE = String.raw`\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?`;
const SHAPES = {
  date: new RegExp(`^${DATE}$`),
  duration: new RegExp(`^${DURATION}$`),
  cycle: new RegExp(`^R\\d*/(${DATE}/)?${DURATION}$`),
};

/** Exactly one of date, duration and cycle; ISO 8601 when it is no expression. A cycle only where it may fire more than once. */
export function timerOf(compiling: Compiling, node: DrawnNode, definition: ModdleElement): TimerDefinition | undefined {
  const names = (['timeDate', 'timeDuration', 'timeCycle'] as const).filter((name) => elementOf(definition, name) !== undefined);
  const [name, ...more] = names;
  const place = { element: node.element, below: 'timerEventDefinition' };
  if (name === undefined || more.length > 0) {
    reject(compiling, 'timer-invalid', place, { reason: name === undefined ? 'empty' : 'several', found: names });
    return undefined;
  }
  const kind = KINDS[name];
  const at = { element: node.element, below: `timerEventDefinition/${name}` };
  if (kind === 'cycle' && !mayRepeat(node)) {
    reject(compiling, 'attribute-not-executed', at, { name, reason: 'cannot-repeat-here' });
    return undefined;
  }
  const source = textOf(elementOf(definition, name), 'body')?.trim() ?? '';
  if (source !== '' && !source.startsWith('=') && !SHAPES[kind].test(source)) {
    reject(compiling, 'timer-invalid', at, { reason: 'not-iso-8601', value: source });
    return undefined;
  }
  const expression = marked(compiling, at, source);
  return expression === undefined ? undefined : { kind, expression };
}

function mayRepeat(node: DrawnNode): boolean {
  return node.kind === 'startEvent' || (node.kind === 'boundaryEvent' && !node.interrupting);
}
