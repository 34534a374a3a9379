import { describe, expect, it } from 'vitest';
import { countDrawn, elementsIn, MOST_DRAWN } from './drawable';

const shapes = (count: number): string => '<bpmndi:BPMNShape id="x" bpmnElement="a"><dc:Bounds/></bpmndi:BPMNShape>'.repeat(count);

describe('drawable', () => {
  it('counts shapes and lines under any prefix', () => {
    expect(countDrawn(`${shapes(2)}<di:BPMNEdge id="e"/><BPMNShape/><bpmndi:BPMNPlane/>`)).toBe(3);
    expect(countDrawn(shapes(10_000))).toBeGreaterThan(MOST_DRAWN);
  });

  it('lists what stands in the processes', () => {
    const xml =
      '<d xmlns:b="urn:b"><b:process id="P"><b:userTask id="A" name=" Thẩm định "><b:incoming>F</b:incoming></b:userTask><b:sequenceFlow id="F"/></b:process><b:message id="M"/></d>';
    expect(elementsIn(xml)).toEqual([
      { id: 'A', name: 'Thẩm định', type: 'UserTask' },
      { id: 'F', name: '', type: 'SequenceFlow' },
    ]);
  });
});
