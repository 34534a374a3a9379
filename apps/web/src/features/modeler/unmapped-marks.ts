import { contentsOf, definitionsOf, shapeOf } from '../../bpmn/spotlight';
import type { DiagramElement, ModdleObject, Services } from '../../bpmn/types';

/** `<thidua:unmapped what value>`: a word of another tool that the converter could not say here. */
export interface Mark {
  readonly object: ModdleObject;
  /** The nearest element with an id, as the report names it. */
  readonly ownerId: string;
  readonly what: string;
  readonly value: string;
}

/** The marks an element shows: its own and those of what only it refers to; the sheet shows what belongs to no shape. */
export function marksOf(services: Services, element: DiagramElement): readonly Mark[] {
  return contentsOf(definitionsOf(element))
    .filter((object) => object.$type === 'thidua:Unmapped' && shapeOf(services, object) === element)
    .map((object) => ({ object, ownerId: ownerOf(object), what: textOf(object, 'what'), value: textOf(object, 'value') }));
}

/** Takes a mark out as one command, and with the last one the empty holder. */
export function deleteMark(services: Services, element: DiagramElement, { object }: Mark): void {
  const holder = object.$parent;
  const owner = holder?.$parent;
  if (holder === undefined || owner === undefined) {
    return;
  }
  const values = (holder.get('values') as readonly ModdleObject[]).filter((value) => value !== object);
  const modeling = services.get('modeling');
  if (values.length === 0) {
    modeling.updateModdleProperties(element, owner, { extensionElements: undefined });
  } else {
    modeling.updateModdleProperties(element, holder, { values });
  }
}

const textOf = (object: ModdleObject, name: string): string => {
  const value = object.get(name);
  return typeof value === 'string' ? value : '';
};

function ownerOf(object: ModdleObject): string {
  let owner = object;
  while (owner.id === undefined && owner.$parent !== undefined) {
    owner = owner.$parent;
  }
  return owner.id ?? '';
}
