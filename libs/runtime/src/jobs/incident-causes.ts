import { INCIDENT_CAUSES } from '@thidua/engine';

/** Causes of incidents that processes and jobs raise themselves; workers add theirs. */
export const PROCESS_CAUSES: readonly string[] = [...Object.keys(INCIDENT_CAUSES), 'attempts-exhausted'];
