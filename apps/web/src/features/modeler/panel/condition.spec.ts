import { describe, expect, it } from 'vitest';
import type { PanelFacts } from '@thidua/contract';
import type { DiagramElement, ModdleObject, Services } from '../../../bpmn/types';
import { questionsAt, readCondition, writeCondition } from './condition';

type Facts = Readonly<Record<string, unknown>>;

function moddle($type: string, facts: Facts = {}): ModdleObject {
  return { $type, ...facts, get: (name: string) => facts[name] };
}

describe('a condition without FEEL', () => {
  it('is read from what diagrams say and written back', () => {
    const told = ['=ketQuaKy = "send-back"', '=openRows > 0', '=daBanHanh = true', '=kind != "a \\"b\\""'];
    expect(told.map((text) => writeCondition(readCondition(text) ?? { name: '', operator: '=', value: '' }))).toEqual(told);
    expect(readCondition('=hasLocal')).toEqual({ name: 'hasLocal', operator: '=', value: true });
    expect(readCondition('=not(issued)')).toEqual({ name: 'issued', operator: '=', value: false });
  });

  it('is left to FEEL where it says more', () => {
    const more = ['=a = true or b = false', '=unitPlansDueAt != null', '=count(rows) > 3', '=a.b = 1', ''];
    expect(more.map(readCondition)).toEqual(more.map(() => null));
  });
});

describe('what a way may ask', () => {
  const step = (id: string, name: string, formId: string, target?: string): DiagramElement => {
    const output = target === undefined ? [] : [moddle('zeebe:Output', { source: '=outcome', target })];
    const values = [moddle('zeebe:FormDefinition', { formId }), moddle('zeebe:IoMapping', { outputParameters: output })];
    const extensionElements = { ...moddle('bpmn:ExtensionElements'), values };
    return { id, type: 'bpmn:UserTask', businessObject: moddle('bpmn:UserTask', { name, extensionElements }), incoming: [] };
  };
  const way = (id: string, source: DiagramElement, body?: string, name = ''): DiagramElement => ({
    ...{ id, type: 'bpmn:SequenceFlow', source },
    businessObject: moddle('bpmn:SequenceFlow', {
      name,
      ...(body === undefined ? {} : { conditionExpression: moddle('bpmn:FormalExpression', { body }) }),
    }),
  });

  it('is the button of a step before it, its plain answers, and what gateways ask already', () => {
    const check = step('Task_A', 'Thẩm tra', 'dong-y');
    const sign = { ...step('Task_B', 'Ký', 'ky', 'ketQuaKy'), incoming: [way('F1', check)] };
    const gateway: DiagramElement = {
      ...{ id: 'G', type: 'bpmn:ExclusiveGateway', incoming: [way('F2', sign)] },
      businessObject: moddle('bpmn:ExclusiveGateway', { name: 'Cần họp?' }),
    };
    const out = way('F3', gateway);
    const all = [check, sign, gateway, out, way('F4', gateway, '=councilBody = "none"', 'Không')];
    const services = {
      get: () => ({ filter: (test: (one: DiagramElement) => boolean) => all.filter(test) }),
    } as unknown as Services;
    const yes = { value: 'agree', label: 'Đồng ý' };
    const no = { value: 'send-back', label: 'Trả lại' };
    const facts = {
      forms: [
        { id: 'dong-y', fields: [], outcomes: [yes, no], answers: [{ name: 'diem', label: 'Điểm', kind: 'number', choices: [] }] },
        { id: 'ky', fields: [], outcomes: [yes, no], answers: [] },
      ],
    } as unknown as PanelFacts;
    const found = questionsAt(services, out, facts).map(({ name, isNew, gateway: asks, choices }) => [
      name,
      isNew,
      asks,
      choices.at(-1)?.label,
    ]);
    expect(found).toEqual([
      ['ketQuaKy', false, undefined, 'Trả lại'],
      ['ketQua_Task_A', true, undefined, 'Trả lại'],
      ['diem', false, undefined, undefined],
      ['councilBody', false, 'Cần họp?', 'Không'],
    ]);
  });
});
