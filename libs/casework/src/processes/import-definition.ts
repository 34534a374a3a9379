import type { ImportView } from '@thidua/contract';
import type { JsonObject } from '@thidua/kernel';
import { takeInIsolated } from '@thidua/runtime';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { demandAdministrator } from './administrator';
import { withHouseForms } from './house-forms';
import { noteDefinition } from './note-definition';
import { problemView, refuseDiagram } from './problem-view';
import { definitionFor } from './read-definitions';

/**
 * Makes a draft of a file drawn elsewhere. What was written for another engine is converted; the original and the account of what
 * became of each word stay with the draft, and forms written inside the diagram become forms of the draft.
 */
export const importDefinition: Handler<'importDefinition'> = async (deps, { actor, body, key }) => {
  demandAdministrator(actor);
  const taken = await takeInIsolated(body.xml);
  if (!taken.ok) {
    refuseDiagram(taken.error);
  }
  const { xml, process, forms, converted } = taken.value;
  const report = (converted?.report ?? []).map((line) => ({ ...line }));
  const dialect = converted?.dialect ?? null;
  const resources = withHouseForms({
    forms: Object.fromEntries(forms.map((form): [string, JsonObject] => [form.id, form.schema])),
    decisions: {},
    imported: { dialect, original: body.xml, report },
  });
  const problems = await deps.definitions.lint(actor.provinceId, xml, resources, [process.id]);
  return once(deps, key, async (tx) => {
    const release = { key: process.id, name: process.name, xml, resources, origin: 'tenant', createdBy: actor.personId };
    const id = await deps.definitions.createDraft(tx, actor.provinceId, release, actor.personId);
    await noteDefinition(deps, tx, actor, { id, action: 'definition-imported', facts: { key: process.id, dialect } });
    return { id, key: process.id, dialect, report, forms: forms.map((form) => form.id), problems: problems.map(problemView) };
  });
};

/** The file a draft was made of, and what became of its words. */
export const definitionImport: Handler<'definitionImport'> = async (deps, { actor, params }) => {
  demandAdministrator(actor);
  const { resources } = await definitionFor(deps, actor.provinceId, params['id'] ?? '');
  // Written by `importDefinition` above, in this shape.
  const { imported } = resources as { readonly imported?: ImportView };
  if (imported === undefined) {
    throw new Refused('not-found', { what: 'import' });
  }
  return imported;
};
