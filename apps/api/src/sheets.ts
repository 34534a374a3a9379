import type { Sheets } from '@thidua/casework';

/** Tables in and out; the room of papers is loaded when the first one is asked for, not at start. */
export const sheets: Sheets = {
  read: async (bytes) => (await import('@thidua/documents')).readSheet(bytes),
  write: async (tables) => (await import('@thidua/documents')).writeSheets(tables),
};
