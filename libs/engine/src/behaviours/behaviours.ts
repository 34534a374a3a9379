import type { ElementType } from '@thidua/bpmn';
import type { Behaviour, ElementOf } from '../behaviour';
import { adHocSubProcess } from './ad-hoc-sub-process';
import { boundaryEvent } from './boundary-event';
import { businessRuleTask } from './business-rule-task';
import { callActivity } from './call-activity';
import { complexGateway } from './complex-gateway';
import { endEvent } from './end-event';
import { eventBasedGateway } from './event-based-gateway';
import { eventSubProcess } from './event-sub-process';
import { exclusiveGateway } from './exclusive-gateway';
import { inclusiveGateway } from './inclusive-gateway';
import { intermediateCatchEvent } from './intermediate-catch-event';
import { intermediateThrowEvent } from './intermediate-throw-event';
import { parallelGateway } from './parallel-gateway';
import { passThroughTask } from './pass-through-task';
import { process } from './process';
import { receiveTask } from './receive-task';
import { scriptTask } from './script-task';
import { sendTask } from './send-task';
import { serviceTask } from './service-task';
import { startEvent } from './start-event';
import { subProcess } from './sub-process';
import { transaction } from './transaction';
import { userTask } from './user-task';

/** One behaviour per element type of the graph: a missing one does not compile. */
export const BEHAVIOURS = {
  adHocSubProcess,
  boundaryEvent,
  businessRuleTask,
  callActivity,
  complexGateway,
  endEvent,
  eventBasedGateway,
  eventSubProcess,
  exclusiveGateway,
  inclusiveGateway,
  intermediateCatchEvent,
  intermediateThrowEvent,
  parallelGateway,
  passThroughTask,
  process,
  receiveTask,
  scriptTask,
  sendTask,
  serviceTask,
  startEvent,
  subProcess,
  transaction,
  userTask,
} satisfies { [T in ElementType]: Behaviour<ElementOf<T>> };

/** The table read with an element whose type is not known beforehand. */
export function behaviourOf(type: ElementType): Behaviour {
  return BEHAVIOURS[type];
}
