import type { ModdleElement } from 'bpmn-moddle';
import { AUTHORITY_LEVELS, POWERS, PROCESS_LEVELS, STEP_KINDS } from '../drawing/legal';
import { refuse } from '../drawing/place';
import { extensionOf, textOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import type { Rule } from './rule';

interface Expected {
  readonly extension: string;
  readonly attribute: string;
  readonly optional?: true;
  readonly values: readonly string[] | RegExp;
}

const DAYS = /^[1-9]\d{0,2}$/;
const EXPECTED: readonly Expected[] = [
  { extension: 'thidua:Step', attribute: 'kind', values: STEP_KINDS },
  { extension: 'thidua:Authority', attribute: 'level', values: AUTHORITY_LEVELS },
  { extension: 'thidua:Authority', attribute: 'role', values: /^[a-z][a-z0-9-]*$/ },
  { extension: 'thidua:Authority', attribute: 'power', values: POWERS },
  { extension: 'thidua:Deadline', attribute: 'workingDays', values: DAYS },
  { extension: 'thidua:Deadline', attribute: 'remindBefore', optional: true, values: DAYS },
  { extension: 'thidua:Deadline', attribute: 'row', optional: true, values: /^T-[\w-]+$/ },
  { extension: 'thidua:Deadline', attribute: 'within', optional: true, values: /^T-[\w-]+$/ },
  { extension: 'thidua:FourEyes', attribute: 'tasks', values: /\S/ },
  { extension: 'thidua:Document', attribute: 'kinds', values: /^\s*[a-z0-9-]+(\s+[a-z0-9-]+)*\s*$/ },
];

/** Every `thidua:` attribute holds a word the engine and the law know; a misspelt one would be silently without effect. */
export const legalValues: Rule = (drawing) =>
  drawing.processes.flatMap((process) => [...checkProcess(process.element), ...process.nodes.flatMap((node) => checkNode(node.element))]);

function checkProcess(element: ModdleElement): readonly Refusal[] {
  const level = textOf(element, 'level');
  const known: readonly string[] = PROCESS_LEVELS;
  return level === undefined || known.includes(level) ? [] : [wrong(element, '@thidua:level', level, PROCESS_LEVELS)];
}

function checkNode(element: ModdleElement): readonly Refusal[] {
  return EXPECTED.flatMap(({ extension, attribute, optional, values }) => {
    const holder = extensionOf(element, extension);
    const value = textOf(holder, attribute);
    if (holder === undefined || (value === undefined && optional === true)) {
      return [];
    }
    const fits = values instanceof RegExp ? values.test(value ?? '') : values.includes(value ?? '');
    return fits ? [] : [wrong(element, `${extension}/@${attribute}`, value ?? '', values)];
  });
}

function wrong(element: ModdleElement, below: string, value: string, values: readonly string[] | RegExp): Refusal {
  return refuse('legal-value-invalid', { element, below }, { value, ...(values instanceof RegExp ? {} : { allowed: values }) });
}
