import type { StepPair, WhatIfVerdict } from '@thidua/contract';
import { compileDefinition, type InstanceState } from '@thidua/runtime';
import type { DefinitionRecord } from '@thidua/store';
import { comparedWith, judge, type Compared, type Judgement } from './judge';
import type { Side } from './side';

interface Step {
  readonly id: string;
  readonly name?: string;
  readonly who?: string;
  readonly days?: number;
}

const STEPS: readonly Step[] = [
  { id: 'Nhan', days: 3 },
  { id: 'Tham_dinh', days: 10 },
  { id: 'Ky', who: 'chair' },
];

/** Steps one after the other, each for one post of one commune. */
function drawn(steps: readonly Step[]): string {
  const ids = ['Start', ...steps.map(({ id }) => id), 'End'];
  const task = ({
    id,
    name = id,
    who = 'appraiser',
    days,
  }: Step): string => `<bpmn:userTask id="${id}" name="${name}"><bpmn:extensionElements>
    <zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="=[&quot;pos:xa/${who}&quot;]"/>
    ${days === undefined ? '' : `<thidua:deadline workingDays="${days}"/>`}</bpmn:extensionElements></bpmn:userTask>`;
  const flows = ids.slice(1).map((id, n) => `<bpmn:sequenceFlow id="F_${id}" sourceRef="${ids[n] ?? ''}" targetRef="${id}"/>`);
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
    xmlns:thidua="http://thidua.vn/schema/bpmn/1.0" id="D" targetNamespace="t"><bpmn:process id="thu" isExecutable="true">
    <bpmn:startEvent id="Start"/>${steps.map(task).join('')}<bpmn:endEvent id="End"/>${flows.join('')}</bpmn:process></bpmn:definitions>`;
}

async function side(version: number, steps: readonly Step[]): Promise<Side> {
  const record = { key: 'thu', xml: drawn(steps), resources: { forms: {}, decisions: {} } };
  const [graph] = await compileDefinition(record);
  if (graph === undefined) {
    throw new Error('the drawing has a process');
  }
  // A comparison asks for no more of the row.
  return { id: `v${version}`, key: 'thu', name: 'Thử', version, status: 'published', graph, record: record as unknown as DefinitionRecord };
}

const compared = async (next: readonly Step[], mapping: readonly StepPair[] = []): Promise<Compared> =>
  comparedWith(await side(1, STEPS), await side(2, next), mapping);

function at(one: Compared, step: string, halts: { readonly jobsHeld?: string[]; readonly ballots?: string[] } = {}): Judgement {
  const { graph } = one.from;
  const elements = {
    '1': { key: 1, element: 0, graph: 0, parent: 0, variables: {} },
    '2': { key: 2, element: graph.byId.get(step) ?? -1, graph: 0, parent: 1 },
  };
  const waits = { t: { kind: 'task', key: 2 } } as const;
  const state: InstanceState = {
    schema: 1,
    status: 'active',
    processId: 'thu',
    graphs: ['v1'],
    nextKey: 3,
    elements,
    waits,
    incidents: {},
  };
  return judge(one, { state, jobsHeld: [], ballots: [], ...halts }, [graph]);
}

const change = (id: string, to: Partial<Step>): readonly Step[] => STEPS.map((step) => (step.id === id ? { ...step, ...to } : step));

describe('what a version does to an instance', () => {
  it.each<[string, readonly Step[], string, WhatIfVerdict]>([
    ['a shorter limit ahead', change('Tham_dinh', { days: 8 }), 'Nhan', 'limit'],
    ['a shorter limit where it stands', change('Tham_dinh', { days: 8 }), 'Tham_dinh', 'limit'],
    ['a shorter limit it has behind it', change('Tham_dinh', { days: 8 }), 'Ky', 'stays'],
    ['another signer ahead', change('Ky', { who: 'deputy-chair' }), 'Nhan', 'signer'],
    ['another signer and another limit', change('Ky', { who: 'deputy-chair', days: 5 }), 'Nhan', 'signer'],
    ['a step more ahead', [...STEPS, { id: 'Doi_chieu' }], 'Nhan', 'moves'],
    ['a step less ahead', STEPS.filter(({ id }) => id !== 'Tham_dinh'), 'Nhan', 'moves'],
    [
      'its step under another id',
      [{ id: 'Nhan' }, { id: 'Xem_xet', name: 'Tham_dinh', days: 10 }, { id: 'Ky', who: 'chair' }],
      'Tham_dinh',
      'moves',
    ],
    ['its step gone', STEPS.filter(({ id }) => id !== 'Tham_dinh'), 'Tham_dinh', 'mapping'],
    ['nothing', STEPS, 'Nhan', 'stays'],
  ])('%s', async (_change, next, step, verdict) => {
    expect(at(await compared(next), step).verdict).toBe(verdict);
  });

  it('asks for a partner of the step that is gone, and takes the one people choose', async () => {
    const next = STEPS.filter(({ id }) => id !== 'Tham_dinh');
    expect(at(await compared(next), 'Tham_dinh')).toMatchObject({ unmapped: ['Tham_dinh'], reasons: [{ code: 'unmapped-element' }] });
    const settled = at(await compared(next, [{ from: 'Tham_dinh', to: 'Ky' }]), 'Tham_dinh');
    expect(settled.unmapped).toEqual([]);
    expect(settled.reasons).toContainEqual({ code: 'stands-elsewhere', elementId: 'Ky', elementName: 'Ky' });
  });

  it.each([
    [{ jobsHeld: ['Nhan'] }, 'job-running'],
    [{ ballots: [''] }, 'ballot-open'],
  ])('moves nothing in the middle of it: %j', async (halts, code) => {
    const judged = at(await compared(change('Ky', { days: 5 })), 'Nhan', halts);
    expect(judged).toMatchObject({ verdict: 'breaks', reasons: [expect.objectContaining({ code })] });
  });
});
