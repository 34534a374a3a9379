import * as z from 'zod/mini';

/** A council's decision, or the paper that lends a power. */
export const GroundKind = z.enum(['roster', 'delegation']);
export const GroundQuery = z.object({ kind: GroundKind });
/** `notes`: what was done to the file, as active-content-removed. */
export const GroundPaperKept = z.object({ sha256: z.string(), notes: z.array(z.string()) });
