import type { ModdleElement } from 'bpmn-moddle';
import type { DrawnNode } from '../drawing/drawing';
import { elementOf, written } from '../moddle/access';
import { reject, type Compiling } from './compiling';

/** The code of an error or escalation definition; empty without reference or code, undefined for FEEL, which is refused. */
export function codeOf(compiling: Compiling, node: DrawnNode, definition: ModdleElement, kind: 'error' | 'escalation'): string | undefined {
  const code = written(elementOf(definition, `${kind}Ref`), `${kind}Code`);
  if (!code.startsWith('=')) {
    return code;
  }
  const place = { element: node.element, below: `${kind}EventDefinition/@${kind}Ref` };
  reject(compiling, 'attribute-not-executed', place, { name: `${kind}Code`, value: code });
  return undefined;
}
