import { contentsOf, definitionsOf } from '../../bpmn/spotlight';
import type { DiagramElement, ModdleObject, Services } from '../../bpmn/types';

/** What an event or task refers to, declared once at the top of the file. */
export interface Reference {
  readonly ref: 'messageRef' | 'signalRef' | 'errorRef' | 'escalationRef';
  readonly type: string;
}

export const REFERENCES: Readonly<Record<string, Reference>> = {
  'bpmn:MessageEventDefinition': { ref: 'messageRef', type: 'bpmn:Message' },
  'bpmn:ReceiveTask': { ref: 'messageRef', type: 'bpmn:Message' },
  'bpmn:SendTask': { ref: 'messageRef', type: 'bpmn:Message' },
  'bpmn:SignalEventDefinition': { ref: 'signalRef', type: 'bpmn:Signal' },
  'bpmn:ErrorEventDefinition': { ref: 'errorRef', type: 'bpmn:Error' },
  'bpmn:EscalationEventDefinition': { ref: 'escalationRef', type: 'bpmn:Escalation' },
};

export const referred = (holder: ModdleObject, { ref }: Reference): ModdleObject | undefined => holder.get(ref) as ModdleObject | undefined; // a declaration or absent, by the BPMN model

/**
 * Lets `holder` refer to the declaration of that name: one that is there, the present one renamed when nothing else refers to it,
 * else a new one. Without a name it refers to nothing.
 */
export function referTo(services: Services, element: DiagramElement, holder: ModdleObject, reference: Reference, name: string): void {
  const { ref, type } = reference;
  const modeling = services.get('modeling');
  const definitions = definitionsOf(element);
  const roots = definitions.get('rootElements') as readonly ModdleObject[];
  const current = referred(holder, reference);
  const found = roots.find((root) => root.$type === type && root.name === name);
  if (name === '' || found !== undefined) {
    modeling.updateModdleProperties(element, holder, { [ref]: found });
    return;
  }
  const users = contentsOf(definitions).filter((object) => object.$type.startsWith('bpmn:') && object.get(ref) === current);
  if (current !== undefined && users.length === 1) {
    modeling.updateModdleProperties(element, current, { name });
    return;
  }
  const made = services.get('bpmnFactory').create(type, { name });
  Object.assign(made, { $parent: definitions });
  modeling.updateModdleProperties(element, definitions, { rootElements: [...roots, made] });
  modeling.updateModdleProperties(element, holder, { [ref]: made });
}
