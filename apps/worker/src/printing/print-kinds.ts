import { blankSheets } from './blank-sheets';
import { blankTest } from './blank-test';
import { controlSlip, followBook, registerBook } from './books';
import { dossierArchive } from './dossier-archive';
import { ceremonyScriptPrint, invitationsPrint, nameCardsPrint, programmePrint } from './ceremony';
import { conferencePrint, ofEither } from './conference';
import { mergedPapers } from './merged-papers';
import type { PrintKind } from './print-kind';
import { reportFigures } from './report-figures';
import { delaySlip, roundForms } from './scene-papers';
import { scoreTablePaper, scoreTableWorkbook } from './score-table';
import { statisticPaper, statisticWorkbook } from './statistics';
import { templatePreview } from './template-preview';

/** The maker of everything that can be printed on request, one line each; its gate of the same name stands in casework (PRINT_GATES). */
export const PRINT_KINDS: Readonly<Record<string, PrintKind>> = {
  'merged-papers': mergedPapers,
  'so-dang-ky-van-ban': registerBook,
  'so-theo-doi': followBook,
  'bo-ho-so': dossierArchive,
  'phieu-kiem-soat': controlSlip,
  'phieu-bieu-quyet': roundForms('phieu-bieu-quyet'),
  'phieu-xin-y-kien': roundForms('phieu-xin-y-kien'),
  'cong-van-don-doc': roundForms('cong-van-don-doc'),
  'quyet-dinh-thanh-lap-hoi-dong': roundForms('quyet-dinh-thanh-lap-hoi-dong'),
  'phieu-xin-loi': delaySlip,
  'template-preview': templatePreview,
  'kich-ban-trao-thuong': ofEither('kich-ban-trao-thuong', ceremonyScriptPrint),
  'bang-ten': ofEither('bang-ten', nameCardsPrint),
  'giay-moi': ofEither('giay-moi', invitationsPrint),
  'chuong-trinh-hoi-nghi': ofEither('chuong-trinh-hoi-nghi', programmePrint),
  'danh-sach-vinh-danh': conferencePrint('danh-sach-vinh-danh'),
  'blank-test': blankTest,
  'blank-sheets': blankSheets,
  'so-lieu-bao-cao': reportFigures,
  'bang-cham-diem': scoreTablePaper,
  'bang-cham-diem-xlsx': scoreTableWorkbook,
  'bieu-thong-ke': statisticPaper,
  'bieu-thong-ke-xlsx': statisticWorkbook,
};
