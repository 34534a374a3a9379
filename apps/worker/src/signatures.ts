import type { Signatures } from '@thidua/casework';
import { compareScan, inspectSignatures, proveKey } from '@thidua/documents';

/** Signatures read, keys proved, scans compared: by documents. */
export const signatures: Signatures = { inspect: inspectSignatures, prove: proveKey, compareScan };
