import type { DryRunLine, DryRunView } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { Refused } from '../../refused';
import { demandAdministrator } from '../administrator';
import { beginDryRun, countsOf, dryRunOf, unmappedOf, type DryRun, type JudgedLine } from './dry-run-job';
import { takesInstances } from './side';

const DEFAULT_LIMIT = 50;

/** Begins to try a version on everything that runs on other versions of its process; `dryRunProgress` tells how far it is. */
export const dryRun: Handler<'dryRun'> = async (deps, { actor, params, body }) => {
  demandAdministrator(actor);
  const { id } = await beginDryRun(deps, actor.provinceId, { definitionId: params['id'] ?? '', mapping: body.mapping });
  return { id };
};

export const dryRunProgress: Handler<'dryRunProgress'> = (deps, { actor, params }) => {
  demandAdministrator(actor);
  return Promise.resolve(viewOf(deps, runFor(deps, actor.provinceId, params['id'] ?? '')));
};

export const dryRunLines: Handler<'dryRunLines'> = (deps, { actor, params, query }) => {
  demandAdministrator(actor);
  const { lines } = runFor(deps, actor.provinceId, params['id'] ?? '');
  const words = query.q?.trim().toLowerCase() ?? '';
  const found = lines.filter(
    (line) =>
      (query.verdict === undefined || line.verdict === query.verdict) &&
      (query.step === undefined || line.steps.includes(query.step)) &&
      (query.version === undefined || line.version === query.version) &&
      (query.late === undefined || line.lateAtOnce) &&
      (words === '' || (line.businessKey ?? line.instanceId).toLowerCase().includes(words)),
  );
  const from = query.offset ?? 0;
  return Promise.resolve({ total: found.length, lines: found.slice(from, from + (query.limit ?? DEFAULT_LIMIT)).map(lineView) });
};

/** @throws Refused not-found: never begun, another province's, or gone with a restart */
export function runFor(deps: CaseworkDeps, provinceId: string, id: string): DryRun {
  const run = dryRunOf(deps, provinceId, id);
  if (run === undefined) {
    throw new Refused('not-found', { what: 'dry-run' });
  }
  return run;
}

export function lineView(line: JudgedLine): DryRunLine {
  const { instanceId, businessKey, version, dossierId, roundId, at, verdict, lateAtOnce, reasons } = line;
  return { instanceId, businessKey, version, dossierId, roundId, at, verdict, lateAtOnce, reasons };
}

function viewOf(deps: CaseworkDeps, run: DryRun): DryRunView {
  const { id, to, status, lines, total, already, mapping } = run;
  const ms = (run.endedMs ?? performance.now()) - run.startedMs;
  return {
    ...{ id, definitionId: to.id, key: to.key, name: to.name, version: to.version, status },
    startedAt: isoOf(deps.clock.nowMs() - ms),
    seconds: Math.round(ms / 100) / 10,
    ...{ done: lines.length, total, already, counts: countsOf(run) },
    lateAtOnce: lines.filter((line) => line.lateAtOnce).length,
    steps: stepsOf(lines),
    versions: versionsOf(lines),
    unmapped: unmappedOf(run),
    byStructure: [...run.compared.values()].flatMap(({ partners }) => partners.byStructure),
    mapping: [...mapping],
    mayMigrate: takesInstances(deps, to),
  };
}

function stepsOf(lines: readonly JudgedLine[]): DryRunView['steps'] {
  const found = new Map<string, DryRunView['steps'][number]>();
  for (const line of lines) {
    for (const [n, elementId] of line.steps.entries()) {
      const known = found.get(elementId) ?? { elementId, name: line.at[n] ?? elementId, instances: 0 };
      found.set(elementId, { ...known, instances: known.instances + 1 });
    }
  }
  return [...found.values()];
}

function versionsOf(lines: readonly JudgedLine[]): DryRunView['versions'] {
  const found = new Map<string, DryRunView['versions'][number]>();
  for (const { definitionId, version } of lines) {
    const known = found.get(definitionId) ?? { definitionId, version, instances: 0 };
    found.set(definitionId, { ...known, instances: known.instances + 1 });
  }
  return [...found.values()];
}
