import { lost, outline } from './outline';

const FILE = `<?xml version="1.0"?>
<b:definitions xmlns:b="urn:bpmn" xmlns="urn:other" id="D">
  <!-- <b:task id="X"/> -->
  <b:process id="P" x:note="1" xmlns:x="urn:x">
    <b:task id="T"><b:incoming>F</b:incoming><b:incoming>G</b:incoming></b:task>
    <b:sequenceFlow id="F" sourceRef="S" targetRef="T"/>
    <b:messageFlow/>
    <kept/>
  </b:process>
  <BPMNShape bpmnElement="T" xmlns="urn:di"><Bounds x="1.0" y="2" width="100" height="80.50"/><BPMNLabel><Bounds x="0" y="0" width="1" height="1"/></BPMNLabel></BPMNShape>
  <BPMNEdge bpmnElement="F"><waypoint x="1" y="2"/><waypoint x="3" y="4"/></BPMNEdge>
  <BPMNShape/>
  <Bounds x="9" y="9"/>
</b:definitions>`;

describe('outline', () => {
  it('counts elements by name and id, and reads nothing in comments', () => {
    expect(Object.fromEntries(outline(FILE).elements)).toEqual({
      'definitions#D': 1,
      'process#P': 1,
      'task#T': 1,
      incoming: 2,
      'sequenceFlow#F': 1,
      messageFlow: 1,
      kept: 1,
      BPMNShape: 2,
      BPMNEdge: 1,
      BPMNLabel: 1,
      Bounds: 3,
      waypoint: 2,
    });
  });

  it('reads flows, shapes and edges, numbers as numbers', () => {
    const { flows, drawn } = outline(FILE);
    expect(flows).toEqual(['F: S -> T', ':  -> ']);
    expect(drawn).toEqual(['T: 1,2 100x80.5 0,0 1x1', 'F: 1,2 3,4', ': ']);
  });

  it('counts uses of namespaces where they are declared', () => {
    expect(Object.fromEntries(outline(FILE).namespaces)).toEqual({ 'urn:bpmn': 7, 'urn:x': 1, 'urn:other': 6, 'urn:di': 4 });
    expect(Object.fromEntries(outline('<a><p:b q:c="1"/></a>').namespaces)).toEqual({ '': 3 });
  });
});

describe('lost', () => {
  const before = outline(FILE);

  it('finds nothing when nothing is missing, whatever came in addition', () => {
    expect(lost(before, before)).toEqual([]);
    expect(lost(before, outline(FILE.replace('<kept/>', '<kept/><more id="M"/>')))).toEqual([]);
  });

  it.each([
    ['an element', '<kept/>', ['kept']],
    ['one of two', '<b:incoming>G</b:incoming>', ['incoming']],
    ['a flow', ' targetRef="T"', ['F: S -> T']],
    ['a point', '<waypoint x="3" y="4"/>', ['waypoint', 'F: 1,2 3,4']],
  ])('finds %s', (_, piece, missing) => {
    expect(lost(before, outline(FILE.replace(piece, '')))).toEqual(missing);
  });

  it('takes a formal expression for the expression it is', () => {
    expect(lost(outline('<a><formalExpression/></a>'), outline('<a><expression/></a>'))).toEqual([]);
  });

  it('does not miss an empty shell', () => {
    const empty = '<a><extensionElements/><extension/></a>';
    expect(lost(outline(empty), outline('<a/>'))).toEqual([]);
    expect(lost(outline('<a><extensionElements><x/></extensionElements></a>'), outline('<a/>'))).toEqual(['x']);
  });
});
