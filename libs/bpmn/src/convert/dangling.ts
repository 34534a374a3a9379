import type { ModdleElement, ModdleWarning } from 'bpmn-moddle';
import { elementsOf, textOf } from '../moddle/access';
import { localName } from './words';
import { changed, make, mapped, put, type Converting } from './converting';

/** References the old engines accept although nothing of that id is declared. */
const LENIENT = ['errorRef', 'escalationRef', 'itemSubjectRef', 'structureRef', 'loopDataInputRef', 'dataObjectRef'] as const;

export interface Sorted {
  readonly dangling: ReadonlyMap<ModdleElement, Readonly<Record<string, string>>>;
  /** What makes the file unreadable. */
  readonly others: readonly ModdleWarning[];
}

/** Tells the references that are names in disguise from what is really wrong with a file. */
export function sortWarnings(warnings: readonly ModdleWarning[]): Sorted {
  const dangling = new Map<ModdleElement, Readonly<Record<string, string>>>();
  const others: ModdleWarning[] = [];
  for (const warning of warnings) {
    const { element, value } = warning;
    const property = LENIENT.find((name) => name === localName(warning.property ?? ''));
    if (property === undefined || property === 'dataObjectRef' || element === undefined || value === undefined) {
      others.push(warning);
    } else {
      dangling.set(element, { ...dangling.get(element), [property]: value });
    }
  }
  return { dangling, others };
}

/** Declares the errors and escalations named only by reference, and drops references to types. */
export function mendReferences(converting: Converting): void {
  for (const [element, references] of converting.dangling) {
    for (const [property, value] of Object.entries(references)) {
      if (property === 'errorRef') {
        put(element, 'errorRef', declared(converting, 'bpmn:Error', 'errorCode', value));
        mapped(converting, element, 'errorRef', `bpmn:error errorCode="${value}"`);
      } else if (property === 'escalationRef') {
        put(element, 'escalationRef', declared(converting, 'bpmn:Escalation', 'escalationCode', value));
        mapped(converting, element, 'escalationRef', `bpmn:escalation escalationCode="${value}"`);
      } else if (property !== 'loopDataInputRef') {
        changed(converting, element, property, '', {
          vi: `Kiểu dữ liệu «${value}» không được khai báo trong tệp; biến ở đây không cần kiểu.`,
          en: `The type "${value}" is not declared in the file; variables need no type here.`,
        });
      }
    }
  }
}

function declared(converting: Converting, type: string, code: 'errorCode' | 'escalationCode', value: string): ModdleElement {
  const { root } = converting;
  const roots = elementsOf(root, 'rootElements');
  const known = roots.find((candidate) => candidate.$type === type && textOf(candidate, code) === value);
  if (known !== undefined) {
    return known;
  }
  const made = make(converting, root, type, { id: value, name: value, [code]: value });
  put(root, 'rootElements', [made, ...roots]);
  return made;
}
