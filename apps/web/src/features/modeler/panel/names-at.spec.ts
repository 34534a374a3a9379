import { describe, expect, it } from 'vitest';
import type { PanelFacts } from '@thidua/contract';
import type { DiagramElement, ModdleObject, Services } from '../../../bpmn/types';
import { namesAt, namesIn, wordAtEnd } from './names-at';

type Facts = Readonly<Record<string, unknown>>;

function moddle($type: string, facts: Facts = {}): ModdleObject {
  return { $type, ...facts, get: (name: string) => facts[name] };
}
const extension = (...values: readonly ModdleObject[]): Facts => ({ extensionElements: { ...moddle('bpmn:ExtensionElements'), values } });
const form = (formId: string): ModdleObject => moddle('zeebe:FormDefinition', { formId });
const outputs = (...targets: readonly string[]): ModdleObject =>
  moddle('zeebe:IoMapping', { outputParameters: targets.map((target) => moddle('zeebe:Output', { target })) });

function step(id: string, facts: Facts, ...before: readonly DiagramElement[]): DiagramElement {
  const incoming = before.map((source) => ({
    id: `${source.id}_${id}`,
    type: 'bpmn:SequenceFlow',
    source,
    businessObject: moddle('bpmn:SequenceFlow'),
  }));
  return { id, type: 'bpmn:UserTask', businessObject: moddle('bpmn:UserTask', { name: id, ...facts }), incoming };
}
const registry = (...all: readonly DiagramElement[]): Services =>
  ({ get: () => ({ filter: (test: (one: DiagramElement) => boolean) => all.filter(test) }) }) as unknown as Services;
const facts = { forms: [{ id: 'tham-dinh', fields: ['rows', 'ketLuan'] }] } as unknown as PanelFacts;

describe('names of an expression', () => {
  it('are its variables, not texts, keys, calls and words of the language', () => {
    expect(namesIn('=if entry = "desk" then [unit] else count(rows.name) > 3 and {a: b}.a = loại')).toEqual([
      'entry',
      'unit',
      'rows',
      'b',
      'loại',
    ]);
  });

  it('are completed at the end of what is typed', () => {
    expect([wordAtEnd('=councilBody = hasL'), wordAtEnd('=x > '), wordAtEnd('=kếtQ')]).toEqual(['hasL', '', 'kếtQ']);
  });
});

describe('names that exist at an element', () => {
  const appraise = step('Thẩm định', extension(form('tham-dinh')));
  const sign = step('Ký', extension(outputs('ketQua')), appraise);
  const later = step('Cấp số', extension(outputs('so')), sign);
  const reads = moddle('bpmn:FormalExpression', { body: '=councilBody = "none" or so > 1' });
  const flow: DiagramElement = {
    id: 'F',
    type: 'bpmn:SequenceFlow',
    source: sign,
    businessObject: moddle('bpmn:SequenceFlow', { conditionExpression: reads }),
  };

  it('are set by what can come before, and those the process began with', () => {
    const names = namesAt(registry(appraise, sign, later, flow), flow, facts);
    expect(names).toEqual([
      { name: 'councilBody', by: [] },
      { name: 'ketLuan', by: ['Thẩm định'] },
      { name: 'ketQua', by: ['Ký'] },
      { name: 'rows', by: ['Thẩm định'] },
    ]);
  });
});
