import { newId, type MigrationAnswer } from '@thidua/runtime';
import type { RunningInstance, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { once } from '../../once';
import { Refused } from '../../refused';
import { stampOf } from '../../stamp';
import { demandAdministrator } from '../administrator';
import { noteDefinition } from '../note-definition';
import { dryRunOf, comparedIn, graphsOf, type DryRun } from './dry-run-job';
import { judge, type Judgement } from './judge';
import { takesInstances } from './side';

/**
 * Takes instances that a dry run has shown into its version, each by itself: one that has gone on since, or cannot be moved, is left as it is
 * and its line says why.
 */
export const migrateInstances: Handler<'migrateInstances'> = (deps, { actor, params, body, key }) =>
  once(deps, key, async (tx) => {
    const position = demandAdministrator(actor);
    const { provinceId, personId } = actor;
    const run = runOn(deps, provinceId, body.runId, params['id'] ?? '');
    const ids = [...new Set(body.instanceIds)];
    const judged = await judgedOf(deps, run, ids, tx);
    const id = newId(deps.clock);
    const { mapping } = run;
    await deps.stores.instanceMigrations.add(tx, provinceId, {
      ...{ id, definitionId: run.to.id, note: body.note, madeBy: personId, atMs: deps.clock.nowMs() },
      mapping: Object.fromEntries(mapping.map((pair) => [pair.from, pair.to])),
      renew: [...new Set(judged.flatMap(({ renew }) => renew))],
    });
    let moved = 0;
    for (const one of judged) {
      const stamp = stampOf(actor, { position });
      const asked = { provinceId, instanceId: one.instanceId, toDefinitionId: run.to.id, mapping: one.mapping, renew: one.renew };
      const answer = await deps.runtime.migrate({ ...asked, expectedVersion: one.seen, migrationId: id, actor: stamp }, tx);
      moved += isMoved(answer) ? 1 : 0;
    }
    const counts = { moved, refused: judged.length - moved };
    await noteDefinition(deps, tx, actor, { id: run.to.id, action: 'instances-migrated', facts: { migrationId: id, ...counts } });
    return { id, ...counts, undone: 0 };
  });

/** Takes back what nobody has gone on with since; the rest stays moved. */
export const undoMigration: Handler<'undoMigration'> = (deps, { actor, params, key }) =>
  once(deps, key, async (tx) => {
    const position = demandAdministrator(actor);
    const { provinceId } = actor;
    const { instanceMigrations } = deps.stores;
    const migration = await instanceMigrations.byId(provinceId, params['id'] ?? '', tx);
    if (migration === undefined) {
      throw new Refused('not-found', { what: 'migration' });
    }
    const lines = await instanceMigrations.lines(provinceId, [migration.id], tx);
    let undone = 0;
    for (const { instanceId } of lines.filter((line) => line.mayUndo)) {
      const answer = await deps.runtime.undoMigration(
        { provinceId, instanceId, migrationId: migration.id, actor: stampOf(actor, { position }) },
        tx,
      );
      undone += answer.ok ? 1 : 0;
    }
    if (undone === 0) {
      throw new Refused('state-conflict', { migrationId: migration.id });
    }
    const facts = { migrationId: migration.id, undone };
    await noteDefinition(deps, tx, actor, { id: migration.definitionId, action: 'migration-undone', facts });
    const refused = lines.filter(({ outcome }) => outcome === 'refused').length;
    return { id: migration.id, moved: lines.length - refused - undone, refused, undone };
  });

/** @throws Refused state-conflict: the run is gone with a restart, or tried another version, or one that is not in force */
function runOn(deps: CaseworkDeps, provinceId: string, runId: string, definitionId: string): DryRun {
  const run = dryRunOf(deps, provinceId, runId);
  if (run?.to.id !== definitionId || run.status !== 'done' || !takesInstances(deps, run.to)) {
    throw new Refused('state-conflict', { what: 'dry-run', definitionId });
  }
  return run;
}

interface Asked {
  readonly instanceId: string;
  readonly seen: number;
  readonly mapping: Readonly<Record<string, string>>;
  /** Elements whose due date is counted anew, from the day their task opened: those whose limit changes. */
  readonly renew: readonly string[];
}

async function judgedOf(deps: CaseworkDeps, run: DryRun, ids: readonly string[], tx: Tx): Promise<readonly Asked[]> {
  const seen = new Map(run.lines.map((line) => [line.instanceId, line.seen]));
  const instances = await deps.stores.running.load(run.provinceId, ids, tx);
  if (instances.length !== ids.length || ids.some((id) => !seen.has(id))) {
    throw new Refused('not-found', { what: 'instance' });
  }
  return Promise.all(
    instances.map(async (instance) => {
      const { partners, judgement } = await judgedNow(deps, run, instance);
      const renew = judgement.way.limit.map(({ elementId }) => elementId);
      return { instanceId: instance.id, seen: seen.get(instance.id) ?? 0, mapping: partners.mapping, renew };
    }),
  );
}

async function judgedNow(
  deps: CaseworkDeps,
  run: DryRun,
  instance: RunningInstance,
): Promise<{ readonly partners: Awaited<ReturnType<typeof comparedIn>>['partners']; readonly judgement: Judgement }> {
  const compared = await comparedIn(deps, run, instance.definitionId);
  return { partners: compared.partners, judgement: judge(compared, instance, await graphsOf(deps, run.provinceId, instance)) };
}

/** @throws Refused state-conflict: the actor's own post has changed meanwhile */
function isMoved(answer: MigrationAnswer): boolean {
  if (!answer.ok && answer.reason !== 'refused') {
    throw new Refused('state-conflict', { reason: answer.reason });
  }
  return answer.ok;
}
