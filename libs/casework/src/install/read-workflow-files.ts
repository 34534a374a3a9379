import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface ProcessFiles {
  /** Folder of the process, `ho-so`. */
  readonly folder: string;
  /** Number of the shipped release. */
  readonly release: number;
  readonly xml: string;
  /** Form JSON by form id. */
  readonly forms: Readonly<Record<string, string>>;
  /** DMN XML by file name. */
  readonly decisions: Readonly<Record<string, string>>;
}

export interface PackFiles {
  /** Folder of the pack, which is its id. */
  readonly id: string;
  readonly yaml: string;
  /** '' when it has no decisions of its own. */
  readonly eligibilityDmn: string;
}

/** Everything under workflows/, as text; nothing of it is trusted before its reader has looked at it. */
export interface WorkflowFiles {
  readonly packs: readonly PackFiles[];
  readonly calendars: readonly string[];
  readonly movements: readonly string[];
  readonly processes: readonly ProcessFiles[];
  readonly demo: readonly string[];
}

const NO_PROCESS = ['packs', 'calendars', 'movements', 'papers', 'demo', 'statistics'];

/** @param root folder that holds `workflows`; found from here upwards when absent */
export function readWorkflowFiles(root: string = repositoryRoot()): WorkflowFiles {
  const base = join(root, 'workflows');
  return {
    packs: foldersIn(join(base, 'packs')).map((id) => packIn(base, id)),
    calendars: filesIn(join(base, 'calendars'), '.yaml').map((name) => read(base, 'calendars', name)),
    movements: filesIn(join(base, 'movements'), '.yaml').map((name) => read(base, 'movements', name)),
    processes: foldersIn(base)
      .filter((folder) => !NO_PROCESS.includes(folder))
      .flatMap((folder) => releasesOf(base, folder)),
    demo: filesIn(join(base, 'demo'), '.json').map((name) => read(base, 'demo', name)),
  };
}

function packIn(base: string, id: string): PackFiles {
  const decisions = join(base, 'packs', id, 'eligibility.dmn');
  return { id, yaml: read(base, 'packs', id, 'pack.yaml'), eligibilityDmn: existsSync(decisions) ? read(decisions) : '' };
}

function releasesOf(base: string, folder: string): readonly ProcessFiles[] {
  return foldersIn(join(base, folder))
    .filter((name) => /^\d+$/.test(name) && existsSync(join(base, folder, name, 'process.bpmn')))
    .toSorted((a, b) => Number(a) - Number(b))
    .map((name) => {
      const home = join(base, folder, name);
      return {
        folder,
        release: Number(name),
        xml: read(home, 'process.bpmn'),
        forms: byName(join(home, 'forms'), '.form'),
        decisions: byName(join(home, 'decisions'), '.dmn'),
      };
    });
}

function byName(folder: string, ending: string): Readonly<Record<string, string>> {
  return Object.fromEntries(filesIn(folder, ending).map((name) => [name.slice(0, -ending.length), read(folder, name)]));
}

function foldersIn(folder: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .toSorted()
    : [];
}

function filesIn(folder: string, ending: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(ending))
        .toSorted()
    : [];
}

function read(...path: readonly string[]): string {
  return readFileSync(join(...path), 'utf8');
}

/** The nearest folder above this file that holds `workflows`, whether it runs from sources or from the build. */
export function repositoryRoot(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'workflows', 'packs'))) {
      return folder;
    }
  }
  throw new Error('there is no folder workflows above the program');
}
