import { CONSTRAINTS, constraintsOf } from './constraints';
import type { Refusal, RefusalCode } from './refusal';

const finding = (code: RefusalCode, detail: Refusal['detail'], elementType = 'bpmn:Task'): Refusal => ({
  code,
  elementType,
  path: '',
  detail,
  severity: 'error',
});

describe('constraintsOf', () => {
  it('goes by the reason where a code has several', () => {
    expect(constraintsOf(finding('start-trigger-invalid', { reason: 'process' }))).toEqual(['EXT.098']);
    expect(constraintsOf(finding('start-trigger-invalid', { reason: 'subprocess' }))).toEqual(['EXT.100']);
    expect(constraintsOf(finding('flow-crosses-scope', { reason: 'x' }))).toEqual(['EXT.152']);
    expect(constraintsOf(finding('event-subprocess-connected', { reason: 'incoming' }))).toEqual(['EXT.022', 'EXT.057']);
  });

  it('names every id of the public list that can be broken by a diagram', () => {
    const ids = new Set(Object.values(CONSTRAINTS).flat());
    expect([...ids].filter((id) => !/^EXT\.\d{3}$/.test(id))).toEqual([]);
    expect(ids.size).toBeGreaterThan(135);
  });

  it('answers nothing for rules of this house', () => {
    expect(constraintsOf(finding('assignee-missing', {}))).toEqual([]);
    expect(constraintsOf(finding('start-trigger-invalid', {}))).toEqual([]);
  });

  it('goes by the property of a reference, and by its holder where the name says too little', () => {
    expect(constraintsOf(finding('reference-wrong-kind', { property: 'operationRef' }))).toEqual(['REF.8']);
    expect(constraintsOf(finding('reference-missing', { property: 'messageRef' }))).toEqual([]);
    expect(constraintsOf(finding('reference-missing', { property: 'messageRef' }, 'bpmn:MessageFlow'))).toEqual(['REF.1']);
    expect(constraintsOf(finding('reference-wrong-kind', { property: 'source', holder: 'bpmn:LinkEventDefinition' }))).toEqual(['REF.14']);
    expect(constraintsOf({ ...finding('flow-end-missing', { property: 'sourceRef' }, 'bpmn:SequenceFlow') })).toEqual(['REF.3']);
    expect(constraintsOf({ code: 'reference-missing', path: '', detail: {}, severity: 'error' })).toEqual([]);
  });
});
