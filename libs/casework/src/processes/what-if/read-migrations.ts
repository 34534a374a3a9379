import type { MigrationView, WhatIfReason } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { MigrationLineRecord, MigrationRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { elementIn } from '../../tasks/load-task';
import { demandAdministrator } from '../administrator';
import { definitionFor } from '../read-definitions';

const LATEST = 10;

/** Migrations into a version, newest first, with what became of each instance. */
export const migrations: Handler<'migrations'> = async (deps, { actor, params }) => {
  demandAdministrator(actor);
  const { provinceId } = actor;
  const { id, key, version } = await definitionFor(deps, provinceId, params['id'] ?? '');
  const { instanceMigrations, people, running } = deps.stores;
  const found = await instanceMigrations.list(provinceId, LATEST, id);
  const lines = await instanceMigrations.lines(
    provinceId,
    found.map((one) => one.id),
  );
  const named = await running.names(
    provinceId,
    lines.map((line) => line.instanceId),
  );
  const persons = await people.persons(
    provinceId,
    found.map((one) => one.madeBy),
  );
  const versions = new Map((await deps.stores.definitions.list(provinceId, key)).map((one) => [one.id, one.version]));
  const viewOf = async (one: MigrationRecord): Promise<MigrationView> => {
    const own = lines.filter((line) => line.migrationId === one.id);
    const count = (outcome: MigrationLineRecord['outcome']): number => own.filter((line) => line.outcome === outcome).length;
    return {
      ...{ id: one.id, definitionId: one.definitionId, version, note: one.note },
      at: isoOf(one.madeAt.getTime()),
      by: persons.find((person) => person.id === one.madeBy)?.fullName ?? '',
      ...{ moved: count('moved'), refused: count('refused'), undone: count('undone') },
      lines: await Promise.all(
        own.map(async (line) => {
          const { businessKey = null, dossierId = null, roundId = null } = named.find((name) => name.id === line.instanceId) ?? {};
          const { instanceId, outcome, mayUndo } = line;
          const fromVersion = versions.get(line.fromDefinitionId) ?? 0;
          return {
            instanceId,
            businessKey,
            dossierId,
            roundId,
            fromVersion,
            outcome,
            mayUndo,
            reasons: await reasonsOf(deps, provinceId, line),
          };
        }),
      ),
    };
  };
  return { migrations: await Promise.all(found.map(viewOf)) };
};

async function reasonsOf(deps: CaseworkDeps, provinceId: string, line: MigrationLineRecord): Promise<WhatIfReason[]> {
  if (line.outcome === 'moved') {
    return line.mayUndo ? [] : [{ code: 'acted-since', elementId: '', elementName: '' }];
  }
  if (line.problems.length === 0) {
    return [];
  }
  const from = await deps.runtime.graphs.definition(provinceId, line.fromDefinitionId);
  return line.problems.map(({ code, element }) => {
    const name = elementIn(from, element)?.name ?? '';
    return { code, elementId: element, elementName: name === '' ? element : name };
  });
}
