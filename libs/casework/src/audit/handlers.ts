import type { Handlers } from '../handler';
import { checkTrail, trailCheck } from './check-trail';
import { auditKinds, auditLines, auditSheet } from './search';

/** The trail of a province: found by what people remember of it, and whether anybody has changed it. */
export const AUDIT_HANDLERS = { auditLines, auditSheet, auditKinds, checkTrail, trailCheck } satisfies Partial<Handlers>;
