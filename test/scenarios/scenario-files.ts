import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
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

/** All scenarios of the workflows, in the order of their names. */
export function readScenarioFiles(set: WorkflowSet): readonly ScenarioFile[] {
  return [...set.workflows.values()].flatMap((workflow) => {
    const folder = join(WORKFLOWS, workflow.folder, 'scenarios');
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(yaml|json)$/.test(name)) : [];
    return names.toSorted().map((name) => {
      const path = join(folder, name);
      return { path: relative(WORKFLOWS, path), workflow, read: readScenario(readFileSync(path, 'utf8'), set) };
    });
  });
}

/** The nearest folder above this file that holds `workflows`, whether it runs from sources or from a build aside. */
function repositoryRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'workflows', 'packs'))) {
    folder = join(folder, '..');
  }
  return folder;
}
