/** Flow nodes of one block below: fork, three branches, join, choice, two ways with a service task each, merge, and a task with its reminder. */
const BLOCK_NODES = 14;

/**
 * A diagram of about `nodes` flow nodes with all its flows, shapes and edges: blocks one after the other, every tenth inside a
 * subprocess. Sound, and with something of everything people draw.
 */
export function largeDiagram(nodes: number): string {
  const blocks = Math.ceil(nodes / BLOCK_NODES);
  const parts: string[] = ['<bpmn:startEvent id="Start" name="Bắt đầu"/>'];
  let before = 'Start';
  for (let index = 0; index < blocks; index += 1) {
    const inside = index % 10 === 9;
    const [first, last, xml] = block(`B${index}`);
    if (inside) {
      const edges = flow(`S${index}a`, first) + flow(last, `S${index}z`);
      parts.push(
        `<bpmn:subProcess id="S${index}"><bpmn:startEvent id="S${index}a"/>${xml}<bpmn:endEvent id="S${index}z"/>${edges}</bpmn:subProcess>`,
      );
      parts.push(flow(before, `S${index}`));
      before = `S${index}`;
    } else {
      parts.push(xml, flow(before, first));
      before = last;
    }
  }
  parts.push('<bpmn:endEvent id="End" name="Kết thúc"/>', flow(before, 'End'));
  const process = `<bpmn:process id="Large" name="Quy trình lớn" isExecutable="true">${parts.join('\n')}</bpmn:process>`;
  return `${HEAD}${process}${pictureOf(process)}</bpmn:definitions>`;
}

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="Definitions" targetNamespace="http://thidua.vn/bench">
`;

function block(id: string): readonly [string, string, string] {
  const branches = ['a', 'b', 'c'].map(
    (branch) => `${user(`${id}${branch}`)}${flow(`${id}fork`, `${id}${branch}`)}${flow(`${id}${branch}`, `${id}join`)}`,
  );
  const xml = [
    node('parallelGateway', `${id}fork`),
    ...branches,
    node('parallelGateway', `${id}join`),
    flow(`${id}join`, `${id}choice`),
    `<bpmn:exclusiveGateway id="${id}choice" name="Chọn?" default="${id}choice_${id}no"/>`,
    service(`${id}yes`),
    service(`${id}no`),
    flow(`${id}choice`, `${id}yes`, `=amount &gt; ${id.length}00`),
    flow(`${id}choice`, `${id}no`),
    node('exclusiveGateway', `${id}merge`),
    flow(`${id}yes`, `${id}merge`),
    flow(`${id}no`, `${id}merge`),
    user(`${id}check`),
    flow(`${id}merge`, `${id}check`),
    `<bpmn:boundaryEvent id="${id}late" attachedToRef="${id}check" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">R3/P2D</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:boundaryEvent>`,
    service(`${id}remind`),
    flow(`${id}late`, `${id}remind`),
    node('endEvent', `${id}reminded`),
    flow(`${id}remind`, `${id}reminded`),
  ];
  return [`${id}fork`, `${id}check`, xml.join('\n')];
}

function node(type: string, id: string): string {
  return `<bpmn:${type} id="${id}"/>`;
}

function user(id: string): string {
  return `<bpmn:userTask id="${id}" name="Việc ${id}"><bpmn:extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="=[&quot;pos:&quot; + commune + &quot;/chair&quot;]"/></bpmn:extensionElements></bpmn:userTask>`;
}

function service(id: string): string {
  return `<bpmn:serviceTask id="${id}" name="Bước ${id}"><bpmn:extensionElements><zeebe:taskDefinition type="no-op"/></bpmn:extensionElements></bpmn:serviceTask>`;
}

function flow(source: string, target: string, condition?: string): string {
  const ends = `id="${source}_${target}" sourceRef="${source}" targetRef="${target}"`;
  return condition === undefined
    ? `<bpmn:sequenceFlow ${ends}/>`
    : `<bpmn:sequenceFlow ${ends}><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>`;
}

/** A shape for every node and an edge for every flow, as a modeler writes them. */
function pictureOf(process: string): string {
  const nodes = [...process.matchAll(/<bpmn:(?:\w+(?:Task|Event|Gateway)|subProcess) id="(\w+)"/g)].map(([, id = '']) => id);
  const flows = [...process.matchAll(/<bpmn:sequenceFlow id="(\w+)"/g)].map(([, id = '']) => id);
  const shapes = nodes.map(
    (id, at) =>
      `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${at * 10}" y="80" width="100" height="80"/></bpmndi:BPMNShape>`,
  );
  const edges = flows.map(
    (id, at) =>
      `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${at}" y="1"/><di:waypoint x="${at + 9}" y="1"/></bpmndi:BPMNEdge>`,
  );
  return `<bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="Large">${[...shapes, ...edges].join('\n')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;
}
