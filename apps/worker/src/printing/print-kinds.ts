import { blankSheets } from './blank-sheets';
import { blankTest } from './blank-test';
import { mergedPapers } from './merged-papers';
import type { PrintKind } from './print-kind';

/** The maker of everything that can be printed on request, one line each; its gate of the same name stands in casework (PRINT_GATES). */
export const PRINT_KINDS: Readonly<Record<string, PrintKind>> = {
  'merged-papers': mergedPapers,
  'blank-test': blankTest,
  'blank-sheets': blankSheets,
};
