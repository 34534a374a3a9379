import { blankSheets } from './blank-sheets';
import { blankTest } from './blank-test';
import { controlSlip, followBook, registerBook } from './books';
import { mergedPapers } from './merged-papers';
import type { PrintKind } from './print-kind';
import { templatePreview } from './template-preview';

/** The maker of everything that can be printed on request, one line each; its gate of the same name stands in casework (PRINT_GATES). */
export const PRINT_KINDS: Readonly<Record<string, PrintKind>> = {
  'merged-papers': mergedPapers,
  'so-dang-ky-van-ban': registerBook,
  'so-theo-doi': followBook,
  'phieu-kiem-soat': controlSlip,
  'template-preview': templatePreview,
  'blank-test': blankTest,
  'blank-sheets': blankSheets,
};
