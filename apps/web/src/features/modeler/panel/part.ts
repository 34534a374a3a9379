import type { PanelFacts } from '@thidua/contract';
import type { DiagramElement, Services } from '../../../bpmn/types';

/** What every group of the panel works on; `facts` come a moment later than the drawing. */
export interface Part {
  readonly services: Services;
  readonly element: DiagramElement;
  readonly facts: PanelFacts | undefined;
}

export const ROLES = [
  'clerk',
  'head',
  'board-chair',
  'appraiser',
  'council-secretary',
  'council-member',
  'chair',
  'deputy-chair',
  'director',
  'records-clerk',
] as const;

export const LEVELS = ['UNIT', 'XA', 'HUYEN', 'TINH', 'TTG', 'CTN'] as const;

/** The variable the diagrams keep the body of a level in. */
export const OFFICE_OF_LEVEL: Readonly<Record<string, string>> = { UNIT: 'unit', XA: 'commune', HUYEN: 'district', TINH: 'province' };

/** `bpmn:UserTask` → `UserTask`. */
export const kindOf = ({ type }: DiagramElement): string => type.replace('bpmn:', '');
