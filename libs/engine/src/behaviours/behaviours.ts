import type { ElementType } from '@thidua/bpmn';
import type { Behaviour, ElementOf } from '../behaviour';
import { boundaryEvent } from './boundary-event';
import { businessRuleTask } from './business-rule-task';
import { callActivity } from './call-activity';
import { endEvent } from './end-event';
import { eventSubProcess } from './event-sub-process';
import { exclusiveGateway } from './exclusive-gateway';
import { intermediateCatchEvent } from './intermediate-catch-event';
import { intermediateThrowEvent } from './intermediate-throw-event';
import { parallelGateway } from './parallel-gateway';
import { passThroughTask } from './pass-through-task';
import { process } from './process';
import { serviceTask } from './service-task';
import { startEvent } from './start-event';
import { subProcess } from './sub-process';
import { userTask } from './user-task';

/** One behaviour per element type of the graph: a missing one does not compile. */
export const BEHAVIOURS = {
  boundaryEvent,
  businessRuleTask,
  callActivity,
  endEvent,
  eventSubProcess,
  exclusiveGateway,
  intermediateCatchEvent,
  intermediateThrowEvent,
  parallelGateway,
  passThroughTask,
  process,
  serviceTask,
  startEvent,
  subProcess,
  userTask,
} satisfies { [T in ElementType]: Behaviour<ElementOf<T>> };

/** The table read with an element whose type is not known beforehand. */
export function behaviourOf(type: ElementType): Behaviour {
  return BEHAVIOURS[type];
}
