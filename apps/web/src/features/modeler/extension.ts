import type { DiagramElement, ModdleObject, Services } from '../../bpmn/types';

type Carrier = Pick<DiagramElement, 'businessObject'>;

/** The extension element of this type, as the diagram holds it. */
export function extensionOf(element: Carrier, type: string): ModdleObject | undefined {
  return element.businessObject.extensionElements?.values?.find((value) => value.$type === type);
}

export function attributeOf(element: Carrier, type: string, name: string): string {
  const value = extensionOf(element, type)?.get(name);
  return typeof value === 'string' ? value : '';
}

/** Sets attributes of an extension element (made when missing, removed with null), always through modeling, so that undo works. `owner` is what carries it, when that is not the element itself. */
export function setExtension(
  services: Services,
  element: DiagramElement,
  type: string,
  properties: Readonly<Record<string, string | undefined>> | null,
  owner: ModdleObject = element.businessObject,
): void {
  const modeling = services.get('modeling');
  const factory = services.get('bpmnFactory');
  const holder = owner.extensionElements;
  const values = holder?.values ?? [];
  const current = values.find((value) => value.$type === type);
  if (properties === null) {
    if (holder !== undefined && current !== undefined) {
      modeling.updateModdleProperties(element, holder, { values: values.filter((value) => value !== current) });
    }
    return;
  }
  if (current !== undefined) {
    modeling.updateModdleProperties(element, current, properties);
    return;
  }
  const made = factory.create(type, properties);
  if (holder === undefined) {
    const fresh = factory.create('bpmn:ExtensionElements', { values: [made] });
    Object.assign(made, { $parent: fresh });
    Object.assign(fresh, { $parent: owner });
    modeling.updateModdleProperties(element, owner, { extensionElements: fresh });
    return;
  }
  Object.assign(made, { $parent: holder });
  modeling.updateModdleProperties(element, holder, { values: [...values, made] });
}

/** `=["pos:" + commune + "/appraiser"]` → office 'commune', role 'appraiser'; anything else stays an expression. */
export function readGroup(expression: string): { office: string; role: string } | null {
  const match = /^=\s*\[\s*"pos:"\s*\+\s*(\w+)\s*\+\s*"\/([\w-]+)"\s*\]$/.exec(expression.trim());
  return match === null ? null : { office: match[1] ?? '', role: match[2] ?? '' };
}

export const writeGroup = (office: string, role: string): string => `=["pos:" + ${office} + "/${role}"]`;
