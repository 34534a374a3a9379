import { readDiagram, type ProcessGraph } from '@thidua/bpmn';
import type { JsonObject } from '@thidua/kernel';
import type { LawBook } from '../../libs/casework/src/deps';
import { calendarOf } from '../../libs/casework/src/install/install-law';
import { readWorkflowFiles, type ProcessFiles, type WorkflowFiles } from '../../libs/casework/src/install/read-workflow-files';
import { JOB_TYPES } from '../../libs/casework/src/jobs/job-types';
import { calendarPort } from '../../libs/casework/src/law/calendar-port';
import type { ModelFile, Place } from '../conformance/host';

/** One released process: its diagram, read, and what deploys it. */
export interface Workflow {
  readonly process: string;
  /** `ho-so/1`, below workflows/. */
  readonly folder: string;
  readonly graph: ProcessGraph;
  readonly file: ModelFile;
  /** Ids of the processes it calls. */
  readonly calls: readonly string[];
}

/** The shipped workflows as the program itself reads them. */
export interface WorkflowSet {
  /** By process id; the newest release of each. */
  readonly workflows: ReadonlyMap<string, Workflow>;
  readonly place: Place;
}

const NO_LAW: LawBook = {
  packs: new Map(),
  hashOf: () => undefined,
  effective: () => [],
  confirmationsOf: () => new Map(),
  reading: () => undefined,
  movements: () => [],
  standing: () => undefined,
  ownerOf: () => undefined,
  refresh: () => Promise.resolve(),
};

/** @throws Error when a diagram is refused */
export async function readWorkflowSet(root?: string): Promise<WorkflowSet> {
  const files = readWorkflowFiles(root);
  const workflows = new Map<string, Workflow>();
  const callable = new Set(files.processes.map(({ folder }) => folder));
  for (const one of files.processes) {
    const workflow = await read(one, callable);
    workflows.set(workflow.process, workflow);
  }
  return { workflows, place: { jobTypes: JOB_TYPES, addWorkingDays: workingDays(files) } };
}

/** A process and all that it calls, the called ones first. */
export function withCalled({ workflows }: WorkflowSet, processes: readonly string[]): readonly Workflow[] {
  const found = new Map<string, Workflow>();
  const place = (process: string): void => {
    const workflow = workflows.get(process);
    if (workflow !== undefined && !found.has(process)) {
      workflow.calls.forEach(place);
      found.set(process, workflow);
    }
  };
  processes.forEach(place);
  return [...found.values()];
}

async function read({ folder, release, xml, forms }: ProcessFiles, callable: ReadonlySet<string>): Promise<Workflow> {
  const formsById = Object.fromEntries(Object.entries(forms).map(([id, text]) => [id, JSON.parse(text) as JsonObject]));
  const name = `${folder}/${release}`;
  const formIds = new Set(Object.keys(forms));
  const answer = await readDiagram(xml, { jobTypes: new Set(JOB_TYPES), formIds, decisions: new Map(), callable });
  const [graph] = answer.ok ? [...answer.value.graphs.values()] : [];
  if (!answer.ok || graph === undefined) {
    throw new Error(`${name}: ${answer.ok ? 'no process' : JSON.stringify(answer.error)}`);
  }
  const calls = graph.elements.flatMap((element) => (element.type === 'callActivity' ? [element.call.processId] : []));
  return { process: graph.processId, folder: name, graph, file: { name, xml, forms: formsById }, calls };
}

/** Working days as the program counts them; statutory limits as the diagrams say them, since no law is pinned. */
function workingDays(files: Pick<WorkflowFiles, 'calendars'>): (fromMs: number, days: number) => number {
  const port = calendarPort({ calendar: calendarOf(files), law: NO_LAW });
  return (fromMs, days) => port.addWorkingDays(fromMs, days);
}
