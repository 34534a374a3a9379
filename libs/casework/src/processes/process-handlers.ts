import type { Handlers } from '../handler';
import { advanceClock, clock } from './clock';
import { definitionImport, importDefinition } from './import-definition';
import { panelFacts } from './panel-facts';
import { proposeDefinition, publishDefinition, giveBackDefinition } from './publish-definitions';
import { compareDefinitions, definition, definitions } from './read-definitions';
import { instance, instanceHistory, instances } from './read-instances';
import { createDraft, discardDraft, lintDiagram, saveDiagram } from './write-definitions';

export const processHandlers = {
  definitions,
  definition,
  panelFacts,
  createDraft,
  importDefinition,
  definitionImport,
  saveDiagram,
  lintDiagram,
  proposeDefinition,
  publishDefinition,
  giveBackDefinition,
  discardDraft,
  compareDefinitions,
  instances,
  instance,
  instanceHistory,
  clock,
  advanceClock,
} satisfies Partial<Handlers>;
