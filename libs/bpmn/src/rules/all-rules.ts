import { assigneeMissing } from './assignee-missing';
import { conditions } from './conditions';
import { connections } from './connections';
import { decisionAuthority } from './decision-authority';
import { decisionPath } from './decision-path';
import { defaultFlow } from './default-flow';
import { diagramInterchange } from './diagram-interchange';
import { flowEnds } from './flow-ends';
import { fourEyes } from './four-eyes';
import { gatewayDirection } from './gateway-direction';
import { latestOnLegalPath } from './latest-on-legal-path';
import { legalValues } from './legal-values';
import { messageFlow } from './message-flow';
import { notExecuted } from './not-executed';
import { numberingPath } from './numbering-path';
import { processMissing } from './process-missing';
import type { Rule } from './rule';
import { startEvent } from './start-event';
import { straightThroughLoop } from './straight-through-loop';
import { unreachable } from './unreachable';
import { unsound } from './unsound';

/** Every rule, in the order in which a person would want to read the reasons. */
export const ALL_RULES: readonly Rule[] = [
  processMissing,
  notExecuted,
  flowEnds,
  startEvent,
  connections,
  assigneeMissing,
  conditions,
  defaultFlow,
  gatewayDirection,
  messageFlow,
  unreachable,
  straightThroughLoop,
  unsound,
  legalValues,
  decisionAuthority,
  decisionPath,
  numberingPath,
  fourEyes,
  latestOnLegalPath,
  diagramInterchange,
];
