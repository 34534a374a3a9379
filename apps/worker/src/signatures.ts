import type { Signatures } from '@thidua/casework';

/** Reading signatures, by documents. */
export const signatures: Signatures = { inspect: () => Promise.resolve([]) };
