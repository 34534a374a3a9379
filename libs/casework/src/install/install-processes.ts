import type { JsonObject } from '@thidua/kernel';
import type { CaseworkDeps } from '../deps';
import { BadWorkflowFile, demand } from './bad-workflow-file';
import type { ProcessFiles, WorkflowFiles } from './read-workflow-files';

type Needs = Pick<CaseworkDeps, 'database' | 'definitions'>;

/** Releases the shipped processes in a tenant, called processes first; what was released before stands. `onProgress` hears each before it. @throws BadWorkflowFile */
export async function installProcesses(
  deps: Needs,
  provinceId: string,
  files: Pick<WorkflowFiles, 'processes'>,
  onProgress: (done: number, total: number) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const releases = files.processes.map(parse);
  const callable = [...new Set(releases.map((release) => release.key))];
  const ordered = inCallOrder(releases);
  for (const [at, release] of ordered.entries()) {
    await onProgress(at, ordered.length);
    const { key, name, xml, resources, origin } = release;
    const released = await deps.database.inTransaction((tx) =>
      deps.definitions.release(tx, provinceId, { key, name, xml, resources, origin }, callable),
    );
    demand(`process ${key}`, released);
  }
}

interface Parsed {
  readonly key: string;
  readonly name: string;
  readonly xml: string;
  readonly origin: string;
  readonly resources: { readonly forms: JsonObject; readonly decisions: Readonly<Record<string, string>> };
  readonly calls: readonly string[];
}

function parse(files: ProcessFiles): Parsed {
  const process = /<bpmn:process\b[^>]*>/.exec(files.xml)?.[0] ?? '';
  const key = /\bid="([^"]+)"/.exec(process)?.[1];
  if (key === undefined) {
    throw new BadWorkflowFile(`process ${files.folder}/${files.release}`, ['the diagram has no process']);
  }
  const forms = Object.fromEntries(Object.entries(files.forms).map(([id, text]) => [id, JSON.parse(text) as JsonObject]));
  return {
    key,
    name: /\bname="([^"]+)"/.exec(process)?.[1] ?? key,
    xml: files.xml,
    origin: `shipped/${files.release}`,
    resources: { forms, decisions: files.decisions },
    calls: [...files.xml.matchAll(/<zeebe:calledElement\b[^>]*\bprocessId="([^"]+)"/g)].flatMap(([, id]) => (id === undefined ? [] : [id])),
  };
}

/** A process comes after those it calls; a circle keeps the order of the files. */
function inCallOrder(releases: readonly Parsed[]): readonly Parsed[] {
  const done = new Set<string>();
  const ordered: Parsed[] = [];
  const place = (release: Parsed, above: readonly string[]): void => {
    for (const called of releases.filter((one) => release.calls.includes(one.key) && !above.includes(one.key))) {
      place(called, [...above, release.key]);
    }
    const name = `${release.key}/${release.origin}`;
    if (!done.has(name)) {
      done.add(name);
      ordered.push(release);
    }
  };
  for (const release of releases) {
    place(release, [release.key]);
  }
  return ordered;
}
