import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '@thidua/kernel';
import { readScenario, type ScenarioFault } from './read-scenario';
import type { Scenario } from './scenario';
import type { Workflow, WorkflowSet } from './workflow-set';

/** The folder `workflows` of the checkout. */
export const WORKFLOWS = join(repositoryRoot(), 'workflows');

export interface ScenarioFile {
  /** `ho-so/1/scenarios/duoc-khen.yaml`, below workflows/. */
  readonly path: string;
  readonly workflow: Workflow;
  readonly read: Result<Scenario, readonly ScenarioFault[]>;
}

/** Below workflows/, in the order of their names. */
export function scenarioPaths(): readonly string[] {
  return readdirSync(WORKFLOWS, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[^/]+\/\d+\/scenarios\/[^/]+\.(yaml|json)$/.test(path))
    .toSorted();
}

/** The scenarios of the newest release of each workflow. */
export function readScenarioFiles(set: WorkflowSet): readonly ScenarioFile[] {
  return [...set.workflows.values()].flatMap((workflow) =>
    scenarioPaths()
      .filter((path) => path.startsWith(`${workflow.folder}/`))
      .map((path) => ({ path, workflow, read: readScenario(readFileSync(join(WORKFLOWS, path), 'utf8'), set) })),
  );
}

/** The nearest folder above this file that holds `workflows`, whether it runs from sources or from a build aside. */
function repositoryRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'workflows', 'packs'))) {
    folder = join(folder, '..');
  }
  return folder;
}
