import { readSheet } from '../../libs/documents/src/xlsx/read-sheet';
import { writeSheets } from '../../libs/documents/src/xlsx/write-sheets';
import type { Sheets } from '@thidua/casework';

/** Tables in and out, without the browser and the templates that the front door of documents brings. */
export const sheets: Sheets = { read: readSheet, write: writeSheets };
