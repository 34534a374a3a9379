import { activityAttributes } from './activity-attributes';
import { assigneeMissing } from './assignee-missing';
import { boundaryEvent } from './boundary-event';
import { callActivityData } from './call-activity-data';
import { collaboration } from './collaboration';
import { compensation } from './compensation';
import { conditions } from './conditions';
import { connections } from './connections';
import { dataElements } from './data-elements';
import { decisionAuthority } from './decision-authority';
import { decisionEvaded } from './decision-evaded';
import { decisionPath } from './decision-path';
import { defaultFlow } from './default-flow';
import { diagramInterchange } from './diagram-interchange';
import { endEvent } from './end-event';
import { eventBasedGateway } from './event-based-gateway';
import { eventData } from './event-data';
import { eventDefinitions } from './event-definitions';
import { extensionKept } from './extension-kept';
import { flowEnds } from './flow-ends';
import { formalExpressions } from './formal-expressions';
import { fourEyes } from './four-eyes';
import { gatewayDirection } from './gateway-direction';
import { gatewayWithoutChoice } from './gateway-without-choice';
import { intermediateEvent } from './intermediate-event';
import { ioSets } from './io-sets';
import { knownWords } from './known-words';
import { latestOnLegalPath } from './latest-on-legal-path';
import { lawfulLimits } from './lawful-limits';
import { legalValues } from './legal-values';
import { linkEvent } from './link-event';
import { messageFlow } from './message-flow';
import { multiInstanceData } from './multi-instance-data';
import { notExecuted } from './not-executed';
import { numberingPath } from './numbering-path';
import { operationData } from './operation-data';
import { performers } from './performers';
import { processMissing } from './process-missing';
import { referenceKinds } from './reference-kinds';
import type { Rule } from './rule';
import { startEvent } from './start-event';
import { straightThroughLoop } from './straight-through-loop';
import { subProcessContent } from './sub-process-content';
import { textFormats } from './text-formats';
import { timerDefinition } from './timer-definition';
import { unreachable } from './unreachable';
import { unsound } from './unsound';

/** Every rule, in the order in which a person would want to read the reasons. */
export const ALL_RULES: readonly Rule[] = [
  processMissing,
  referenceKinds,
  flowEnds,
  startEvent,
  endEvent,
  boundaryEvent,
  intermediateEvent,
  linkEvent,
  eventDefinitions,
  timerDefinition,
  connections,
  compensation,
  subProcessContent,
  assigneeMissing,
  conditions,
  defaultFlow,
  gatewayDirection,
  gatewayWithoutChoice,
  eventBasedGateway,
  formalExpressions,
  activityAttributes,
  multiInstanceData,
  callActivityData,
  dataElements,
  ioSets,
  operationData,
  eventData,
  textFormats,
  messageFlow,
  collaboration,
  notExecuted,
  unreachable,
  straightThroughLoop,
  unsound,
  legalValues,
  decisionAuthority,
  decisionEvaded,
  decisionPath,
  numberingPath,
  performers,
  lawfulLimits,
  knownWords,
  fourEyes,
  latestOnLegalPath,
  diagramInterchange,
  extensionKept,
];
