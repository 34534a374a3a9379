import type { Signatures } from '@thidua/casework';
import { compareScan, proveKey } from '@thidua/documents';

/** Signatures read, keys proved, scans compared: by documents. */
export const signatures: Signatures = { inspect: () => Promise.resolve([]), prove: proveKey, compareScan };
