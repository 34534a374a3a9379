import type { ModdleElement } from 'bpmn-moddle';
import { nodeAt, sourcesOf, type DrawnNode, type DrawnProcess } from '../drawing/drawing';
import type { TimerDefinition } from '../graph';
import { elementOf, written } from '../moddle/access';
import { reject, type Compiling } from './compiling';
import { isCron } from './cron';
import { marked } from './expressions';

const KINDS = { timeDate: 'date', timeDuration: 'duration', timeCycle: 'cycle' } as const;
const DURATION = String.raw`P(?=[\dT])(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)`;
const DATE = String.raw`\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?`;
const SHAPES = {
  date: new RegExp(`^${DATE}$`),
  duration: new RegExp(`^${DURATION}$`),
  cycle: new RegExp(`^R\\d*/(${DATE}/)?${DURATION}$`),
};

/** Exactly one of date, duration and cycle; ISO 8601 (a cycle also as cron) when it is no expression. */
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
  const source = written(elementOf(definition, name), 'body');
  if (kind === 'cycle' && !mayRepeat(compiling.process, node, source)) {
    reject(compiling, 'attribute-not-executed', at, { name, reason: 'cannot-repeat-here' });
    return undefined;
  }
  if (source !== '' && !source.startsWith('=') && !SHAPES[kind].test(source) && !(kind === 'cycle' && isCron(source))) {
    reject(compiling, 'timer-invalid', at, { reason: 'not-iso-8601', value: source });
    return undefined;
  }
  const expression = marked(compiling, at, source);
  return expression === undefined ? undefined : { kind, expression };
}

/** Where an event may occur more than once. An intermediate event lets one token go each time, so it must come to an end. */
function mayRepeat(process: DrawnProcess, node: DrawnNode, source: string): boolean {
  if (node.kind === 'startEvent') {
    return node.scope === 0 || !node.interrupting;
  }
  if (node.kind === 'boundaryEvent') {
    return !node.interrupting;
  }
  const oneWins = sourcesOf(process, node.incoming).some((source) => nodeAt(process, source).kind === 'eventBasedGateway');
  return !oneWins && node.triggers.length === 1 && (source.startsWith('=') || /^R\d/.test(source));
}
