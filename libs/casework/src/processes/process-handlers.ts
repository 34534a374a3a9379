import type { Handlers } from '../handler';
import { advanceClock, clock } from './clock';
import { incidents, retryIncident } from './incidents';
import { definitionImport, importDefinition } from './import-definition';
import { definition, definitions } from './read-definitions';
import { instance, instanceHistory, instances } from './read-instances';
import { createDraft, lintDiagram, proposeDefinition, publishDefinition, saveDiagram } from './write-definitions';

export const processHandlers = {
  definitions,
  definition,
  createDraft,
  importDefinition,
  definitionImport,
  saveDiagram,
  lintDiagram,
  proposeDefinition,
  publishDefinition,
  instances,
  instance,
  instanceHistory,
  incidents,
  retryIncident,
  clock,
  advanceClock,
} satisfies Partial<Handlers>;
