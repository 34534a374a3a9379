import { proveKey } from '../../libs/documents/src/credentials/prove-key';
import { compareScan } from '../../libs/documents/src/scans/compare-scan';
import { inspectSignatures } from '../../libs/documents/src/signing/inspect/inspect-signatures';
import type { Signatures } from '@thidua/casework';

/** Signatures, keys and scans, without the browser and the templates that the front door of documents brings. */
export const signatures: Signatures = { inspect: inspectSignatures, prove: proveKey, compareScan };
