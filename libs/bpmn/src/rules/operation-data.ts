import type { ModdleElement } from 'bpmn-moddle';
import { refuse } from '../drawing/place';
import { elementOf, elementsOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import { allOf, idOf, itemOf, sameItem } from './model';
import type { Rule } from './rule';

/** What a task that speaks with the outside may hold of one side of its data. */
interface Side {
  readonly task: string;
  readonly data: 'dataInputs' | 'dataOutputs';
  readonly sets: 'inputSets' | 'outputSets';
  /** Reasons, by what is wrong. */
  readonly setsReason: string;
  readonly dataReason?: string;
  readonly itemReason: string;
  readonly exactlyOne?: true;
  readonly messageOf: (task: ModdleElement) => ModdleElement | undefined;
}

const operationMessage =
  (message: string) =>
  (task: ModdleElement): ModdleElement | undefined =>
    elementOf(elementOf(task, 'operationRef'), message);
const ownMessage = (task: ModdleElement): ModdleElement | undefined => elementOf(task, 'messageRef');

const SIDES: readonly Side[] = [
  {
    ...{ task: 'bpmn:ServiceTask', data: 'dataInputs', sets: 'inputSets', exactlyOne: true, messageOf: operationMessage('inMessageRef') },
    ...{ setsReason: 'service-input-sets', itemReason: 'service-input-item' },
  },
  {
    ...{ task: 'bpmn:ServiceTask', data: 'dataOutputs', sets: 'outputSets', messageOf: operationMessage('outMessageRef') },
    ...{ setsReason: 'service-output-sets', itemReason: 'service-output-item' },
  },
  {
    ...{ task: 'bpmn:SendTask', data: 'dataInputs', sets: 'inputSets', messageOf: ownMessage },
    ...{ setsReason: 'send-input-sets', dataReason: 'send-inputs', itemReason: 'send-input-item' },
  },
  {
    ...{ task: 'bpmn:ReceiveTask', data: 'dataOutputs', sets: 'outputSets', messageOf: ownMessage },
    ...{ setsReason: 'receive-output-sets', dataReason: 'receive-outputs', itemReason: 'receive-output-item' },
  },
];

/** The data of service, send and receive tasks fits the message they exchange. Tasks without declared data are left alone. */
export const operationData: Rule = (drawing) => SIDES.flatMap((side) => allOf(drawing, side.task).flatMap((task) => checkSide(side, task)));

function checkSide(side: Side, task: ModdleElement): readonly Refusal[] {
  const message = side.messageOf(task);
  const declared = elementOf(task, 'ioSpecification');
  const speaks = message !== undefined || (side.task === 'bpmn:ServiceTask' && elementOf(task, 'operationRef') !== undefined);
  if (declared === undefined || !speaks) {
    return [];
  }
  const sets = elementsOf(declared, side.sets).length;
  const data = elementsOf(declared, side.data);
  const expected = itemOf(message);
  const unfit = data.filter((one) => expected !== undefined && (itemOf(one) === undefined || !sameItem(itemOf(one), expected)));
  const wrong = (reason: string, detail = {}): Refusal =>
    refuse('operation-data-invalid', { element: task, below: 'ioSpecification' }, { reason, ...detail });
  return [
    ...(sets > 1 || (side.exactlyOne === true && sets === 0) ? [wrong(side.setsReason, { sets })] : []),
    ...(side.dataReason !== undefined && data.length > 1 ? [wrong(side.dataReason, { data: data.length })] : []),
    ...unfit.map((one) => wrong(side.itemReason, { value: idOf(one) })),
  ];
}
