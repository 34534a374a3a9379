import type { GraphElement, ThrowMessage } from '@thidua/bpmn';
import { isFault, raiseIncident } from './incidents';
import type { Run } from './run';
import type { ElementInstance } from './state';
import { parseDuration, type Duration } from './time/duration';
import { thrownKey } from './triggers';
import { instanceAt } from './draft';

const DAY_MS = 86_400_000;
/** Long enough that a receiver created later still gets the message. */
const DEFAULT_TTL_MS = 30 * DAY_MS;

/** Hands a message to the runtime; its payload is what the input mappings of the throwing event name. False: an incident was raised instead. */
export function publish(run: Run, node: ElementInstance, element: GraphElement, message: ThrowMessage): boolean {
  const correlationKey = thrownKey(run, node.key, element, message);
  if (isFault(correlationKey)) {
    raiseIncident(run, node, element, correlationKey);
    return false;
  }
  run.effects.push({
    type: 'publish-message',
    messageId: run.env.newId(),
    message: message.name,
    correlationKey,
    ttlMs: ttlOf(message.ttl === undefined ? undefined : parseDuration(message.ttl)),
    variables: instanceAt(run.draft, node.key).variables ?? {},
  });
  return true;
}

/** A buffer needs no calendar: a month counts 30 days. */
function ttlOf(ttl: Duration | undefined): number {
  return ttl === undefined ? DEFAULT_TTL_MS : ttl.months * 30 * DAY_MS + ttl.ms;
}
