import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chain, diagram, element, end, extensions, file, flow, process, start, straight, task, user } from '../test/diagram';
import { GENEROUS } from '../test/surroundings';
import type { GraphElement, ProcessGraph } from './graph';
import { lintDiagram, readDiagram } from './read-diagram';
import { REFUSAL_FAMILIES } from './refusal';

const APPROVAL = readFileSync(join(__dirname, '../test/fixtures/giay-khen.bpmn'), 'utf8');

async function graphOf(xml: string, processId = 'P'): Promise<ProcessGraph> {
  const read = await readDiagram(xml, GENEROUS);
  const graph = read.ok ? read.value.graphs.get(processId) : undefined;
  if (graph === undefined) {
    throw new Error(JSON.stringify(read.ok ? [...read.value.graphs.keys()] : read.error, null, 1));
  }
  return graph;
}

function at<T extends GraphElement['type']>(graph: ProcessGraph, id: string, type: T): Extract<GraphElement, { type: T }> {
  const found = graph.elements[graph.byId.get(id) ?? -1];
  if (found?.type !== type) {
    throw new Error(`${id} is ${found?.type ?? 'missing'}, not ${type}`);
  }
  // The line above compared the discriminant.
  return found as Extract<GraphElement, { type: T }>;
}

describe('the approval of a Giấy khen', () => {
  let graph: ProcessGraph;
  beforeAll(async () => {
    graph = await graphOf(APPROVAL, 'giay-khen');
  });

  it('has nothing to remark', async () => {
    expect(await lintDiagram(APPROVAL, GENEROUS)).toEqual([]);
  });

  it('is one graph whose element 0 is the process', () => {
    const root = at(graph, 'giay-khen', 'process');
    expect([graph.name, graph.legal.level]).toEqual(['Xét tặng Giấy khen của Chủ tịch UBND xã', 'XA']);
    expect([root.index, root.scope]).toEqual([0, 0]);
    expect(root.starts.map((index) => graph.elements[index]?.id)).toEqual(['Start_HoSo']);
    expect(root.eventSubProcesses.map((index) => graph.elements[index]?.id)).toEqual(['Event_RutHoSo']);
  });

  it('addresses elements and flows by their own index', () => {
    graph.elements.forEach((found, index) => {
      expect(found.index).toBe(index);
      expect(graph.byId.get(found.id)).toBe(index);
      found.outgoing.forEach((flowIndex) => {
        expect(graph.flows[flowIndex]?.source).toBe(index);
      });
      found.incoming.forEach((flowIndex) => {
        expect(graph.flows[flowIndex]?.target).toBe(index);
      });
    });
  });

  it('knows lane, form, deadline, papers and priority of the appraisal', () => {
    const appraisal = at(graph, 'Task_ThamDinh', 'userTask');
    expect(appraisal.lane).toEqual({ name: 'Cơ quan thường trực', role: 'appraiser' });
    expect(appraisal.legal).toEqual({
      step: 'appraisal',
      deadline: { workingDays: 10, row: 'T-16', remindBefore: 2 },
      documents: ['phieu-tham-dinh'],
    });
    expect(appraisal.task.formId).toBe('tham-dinh');
    expect(appraisal.task.priority?.constant?.value).toBe(60);
    expect(appraisal.task.candidateGroups?.evaluate({ commune: 'xa-gia-phuc' }, { nowMs: 0 }).value).toEqual(['pos:xa-gia-phuc/appraiser']);
  });

  it('attaches a repeating reminder that does not interrupt', () => {
    const host = at(graph, 'Task_ThamDinh', 'userTask');
    const reminder = at(graph, 'Timer_Nhac', 'boundaryEvent');
    expect(host.boundaries).toEqual([reminder.index]);
    expect([reminder.attachedTo, reminder.interrupting]).toEqual([host.index, false]);
    expect(reminder.triggers).toMatchObject([{ kind: 'timer', timer: { kind: 'cycle', expression: { constant: { value: 'R3/P2D' } } } }]);
  });

  it('runs the ballot once per voter until it is closed', () => {
    const ballot = at(graph, 'Task_BoPhieu', 'userTask');
    expect(ballot.multiInstance?.inputCollection?.source.trim()).toBe('voters');
    expect(ballot.multiInstance).toMatchObject({ inputElement: 'voter', outputCollection: 'ballots' });
    expect(ballot.multiInstance?.completionCondition?.evaluate({ closed: true }, { nowMs: 0 }).value).toBe(true);
    expect(ballot.task.assignee?.evaluate({ voter: 'an' }, { nowMs: 0 }).value).toBe('an');
  });

  it('carries authority, four eyes, headers, mappings, errors and messages', () => {
    expect(at(graph, 'Task_KyQuyetDinh', 'userTask').legal.authority).toEqual({
      level: 'XA',
      role: 'chair',
      power: 'decide',
      citation: 'AU-04',
    });
    expect(at(graph, 'Task_KiemPhieu', 'userTask').legal.fourEyes).toEqual(['Task_ThamDinh']);
    const job = at(graph, 'Job_GiayTo', 'serviceTask');
    expect(job.job).toEqual({ type: 'make-papers', retries: 5 });
    expect(job.headers).toEqual({ kinds: 'quyet-dinh giay-khen' });
    expect([job.inputs.map((mapping) => mapping.target), job.outputs.map((mapping) => mapping.target)]).toEqual([['dossier'], ['papers']]);
    expect(at(graph, 'Error_GiayTo', 'boundaryEvent').triggers).toEqual([{ kind: 'error', errorCode: 'PAPER_DATA' }]);
    expect(at(graph, 'Throw_KetQua', 'intermediateThrowEvent').throws).toMatchObject([
      { kind: 'message', message: { name: 'ket-qua-ho-so', ttl: 'P30D' } },
    ]);
    expect(at(graph, 'Start_Rut', 'startEvent').triggers).toMatchObject([{ kind: 'message', message: { name: 'rut-ho-so' } }]);
    expect(at(graph, 'End_Rut', 'endEvent').throws).toEqual([{ kind: 'terminate' }]);
    expect(at(graph, 'Rule_ThamQuyen', 'businessRuleTask')).toMatchObject({
      resultVariable: 'councilBody',
      decision: { id: 'tham-quyen' },
    });
  });

  it('marks the default flow and compiles the other conditions', () => {
    const gateway = at(graph, 'Gateway_HoiDong', 'exclusiveGateway');
    const flows = gateway.outgoing.map((index) => graph.flows[index]);
    expect(flows.map((found) => [found?.isDefault, found?.condition === undefined])).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(flows[1]?.condition?.evaluate({ councilBody: 'none' }, { nowMs: 0 }).value).toBe(true);
  });

  it('cannot be changed', () => {
    const appraisal = at(graph, 'Task_ThamDinh', 'userTask');
    [graph, graph.elements, graph.flows, appraisal, appraisal.outgoing, appraisal.legal, appraisal.task, appraisal.lane].forEach((part) => {
      expect(Object.isFrozen(part)).toBe(true);
    });
  });

  it('is refused when the assignee of a task is deleted', async () => {
    const without = APPROVAL.replace(/<zeebe:assignmentDefinition assignee="=voter"\/>\s*/, '');
    const read = await readDiagram(without, GENEROUS);
    expect(
      read.ok
        ? []
        : read.error.map(({ code, elementId, elementName, elementType, severity }) => [
            code,
            elementId,
            elementName,
            elementType,
            severity,
          ]),
    ).toEqual([['assignee-missing', 'Task_BoPhieu', 'Bỏ phiếu kín', 'bpmn:UserTask', 'error']]);
  });

  it('is refused for everything at once that its surroundings lack', async () => {
    const poor = { jobTypes: new Set<string>(), formIds: new Set<string>(), decisions: new Map(), callable: new Set<string>() };
    const refusals = await lintDiagram(APPROVAL, poor);
    expect(refusals.map((refusal) => `${refusal.elementId ?? ''} ${JSON.stringify(refusal.detail)}`)).toEqual([
      'Task_TiepNhan {"kind":"form","value":"bao-cao"}',
      'Task_ThamDinh {"kind":"form","value":"tham-dinh"}',
      'Job_Nhac {"kind":"job-type","value":"send-results"}',
      'Rule_ThamQuyen {"kind":"decision","value":"tham-quyen"}',
      'Task_KyQuyetDinh {"kind":"form","value":"ky"}',
      'Task_CapSo {"kind":"form","value":"cap-so"}',
      'Job_GiayTo {"kind":"job-type","value":"make-papers"}',
      'Job_ThongBao {"kind":"job-type","value":"send-results"}',
    ]);
  });

  it('changes a limit from 10 to 8 days', async () => {
    const changed = await graphOf(APPROVAL.replace('workingDays="10"', 'workingDays="8"'), 'giay-khen');
    expect(at(changed, 'Task_ThamDinh', 'userTask').legal.deadline?.workingDays).toBe(8);
  });
});

describe('readDiagram', () => {
  const codes = async (xml: string): Promise<readonly string[]> => {
    const read = await readDiagram(xml, GENEROUS);
    return read.ok ? [] : read.error.filter((refusal) => refusal.severity === 'error').map((refusal) => refusal.code);
  };

  it('answers the ids of the file and of every executable process', async () => {
    const other = process(start('S2'), end('E2'), flow('S2', 'E2')).replace('"P"', '"Q"');
    const picture = '<bpmn:process id="R" isExecutable="false"><bpmn:inclusiveGateway id="X"/></bpmn:process>';
    const read = await readDiagram(file(process(start(), end(), flow('S', 'E')), other, picture), GENEROUS);
    expect(read.ok && [read.value.definitionsId, [...read.value.graphs.keys()]]).toEqual(['Definitions', ['P', 'Q']]);
  });

  it('accepts with warnings, which only lint shows', async () => {
    const xml = straight(['T', task('T')]);
    expect((await readDiagram(xml, GENEROUS)).ok).toBe(true);
    expect((await lintDiagram(xml, GENEROUS)).every((refusal) => refusal.severity === 'warning')).toBe(true);
  });

  it('shows errors before warnings, each once', async () => {
    const severities = (await lintDiagram(straight(['T', element('userTask', 'T')]), GENEROUS)).map((refusal) => refusal.severity);
    expect(severities).toEqual(['error', 'error', ...Array.from({ length: 5 }, () => 'warning')]);
  });

  it('gives every code a family', async () => {
    expect(REFUSAL_FAMILIES['assignee-missing']).toBe('structure');
    expect(await codes(straight(['T', element('inclusiveGateway', 'T')]))).toEqual(['gateway-without-choice']);
  });

  it('tells one cause once: the constraint, not that what breaks it is not executed or does not compile', async () => {
    const kinds = async (xml: string): Promise<readonly string[]> =>
      (await lintDiagram(xml, GENEROUS)).filter(({ severity }) => severity === 'error').map(({ code, path }) => `${code} ${path}`);
    expect(await kinds(straight(['C', element('intermediateCatchEvent', 'C', '<bpmn:errorEventDefinition/>')]))).toEqual([
      'catch-trigger-invalid process[P]/intermediateCatchEvent[C]',
    ]);
    const wrongTimer =
      '<bpmn:timerEventDefinition><bpmn:timeDate xsi:type="bpmn:tFormalExpression">mai</bpmn:timeDate></bpmn:timerEventDefinition>';
    expect(await kinds(straight(['C', element('intermediateCatchEvent', 'C', wrongTimer)]))).toEqual([
      'timer-invalid process[P]/intermediateCatchEvent[C]/timerEventDefinition/timeDate',
    ]);
    const late = element('sequenceFlow', 'F', '', 'sourceRef="S" targetRef="E" isImmediate="false"');
    expect(await kinds(diagram(start(), end(), late))).toEqual(['flow-not-immediate process[P]/sequenceFlow[F]/@isImmediate']);
    expect(await kinds(straight(['C', element('choreographyTask', 'C', '', 'initiatingParticipantRef="P"')]))).toEqual([
      'choreography-in-process process[P]/choreographyTask[C]',
    ]);
  });

  it('names the constraints of the standard that a finding answers', async () => {
    const [found] = await lintDiagram(straight(['G', element('exclusiveGateway', 'G')]), GENEROUS);
    expect([found?.code, found?.rules]).toEqual(['gateway-without-choice', ['EXT.135']]);
    const [own] = await lintDiagram(straight(['T', element('userTask', 'T')]), GENEROUS);
    expect([own?.code, own?.rules]).toEqual(['assignee-missing', undefined]);
  });

  it('refuses hostile text before parsing it', async () => {
    expect(await codes('<!DOCTYPE x><x/>')).toEqual(['xml-forbidden']);
    expect(await codes(diagram(start()).replace('Quy trình', '&#0;'))).toEqual(['xml-character']);
  });

  it('refuses what is no BPMN', async () => {
    expect(await codes('')).toEqual(['xml-invalid']);
    expect(await codes('chào')).toEqual(['xml-invalid']);
    expect(await codes('<html/>')).toEqual(['xml-invalid']);
  });

  it('runs nested subprocesses with their own scope', async () => {
    const inner = element('subProcess', 'Inner', start('S2') + end('E2') + flow('S2', 'E2'));
    const outer = element('subProcess', 'Outer', start('S1') + inner + end('E1') + chain('S1', 'Inner', 'E1'));
    const graph = await graphOf(straight(['Outer', outer]));
    expect(graph.elements.map((found) => [found.id, graph.elements[found.scope]?.id])).toEqual([
      ['P', 'P'],
      ['S', 'P'],
      ['Outer', 'P'],
      ['S1', 'Outer'],
      ['Inner', 'Outer'],
      ['S2', 'Inner'],
      ['E2', 'Inner'],
      ['E1', 'Outer'],
      ['E', 'P'],
    ]);
  });

  it('gives elements of a subprocess the lane of the subprocess, and a nested lane its parent role', async () => {
    const sub = element('subProcess', 'Sub', start('S1') + user('U') + end('E1') + chain('S1', 'U', 'E1'));
    const nested =
      '<bpmn:childLaneSet id="C"><bpmn:lane id="L2" name="Tổ"><bpmn:flowNodeRef>Sub</bpmn:flowNodeRef></bpmn:lane></bpmn:childLaneSet>';
    const lanes = `<bpmn:laneSet id="LS"><bpmn:lane id="L1" name="Phòng" thidua:role="appraiser">${nested}</bpmn:lane></bpmn:laneSet>`;
    const graph = await graphOf(diagram(lanes, start(), sub, end(), chain('S', 'Sub', 'E')));
    expect(at(graph, 'U', 'userTask').lane).toEqual({ name: 'Tổ', role: 'appraiser' });
  });

  it('merges properties and headers, headers first', async () => {
    const properties = '<zeebe:properties><zeebe:property name="a" value="1"/><zeebe:property name="b" value="2"/></zeebe:properties>';
    const headers = '<zeebe:taskHeaders><zeebe:header key="b" value="3"/><zeebe:header key="__proto__" value="4"/></zeebe:taskHeaders>';
    const { headers: merged } = at(await graphOf(straight(['U', user('U', properties, headers)])), 'U', 'userTask');
    expect(Object.entries(merged)).toEqual([
      ['a', '1'],
      ['b', '3'],
      ['__proto__', '4'],
    ]);
  });

  it('compiles 2,000 tasks in a row', async () => {
    const ids = Array.from({ length: 2000 }, (_, index) => `T${index}`);
    const xml = straight(
      ...ids.map((id): [string, string] => [
        id,
        element('userTask', id, extensions('<zeebe:userTask/>', '<zeebe:assignmentDefinition assignee="=a"/>')),
      ]),
    );
    expect((await graphOf(xml)).elements).toHaveLength(2003);
  });
});
