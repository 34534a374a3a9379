import type { Sheets } from '@thidua/casework';
import { readSheet, writeSheets } from '@thidua/documents';

/** Tables in and out. Not imported on demand: the compiler leaves the address of a dynamic import as it stands, and Node would not find it. */
export const sheets: Sheets = { read: readSheet, write: writeSheets };
