export { launchChromium } from './chromium/launch-chromium';
export { resolveChromium, type ChromiumInstall, type ResolveChromiumOptions } from './chromium/resolve-chromium';
export { makeDocx, type DocxKind, type DocxOrder } from './docx/make-docx';
export {
  BrowserMissing,
  CertificateUnusable,
  FileNotWhatItSays,
  PaperCheckFailed,
  PaperTooLarge,
  RenderTimedOut,
  TemplateFieldMissing,
  TemplateInvalid,
  TemplateUnknown,
} from './errors';
export { checkUpload, type UploadType } from './files/check-upload';
export { makeBundle, type BundleOrder, type BundlePart } from './make-bundle';
export { PaperMaker, type MadePaper, type PaperMakerOptions, type PaperOrder } from './paper-maker';
export type { AchievementReport, PastAward } from './papers/bao-cao-thanh-tich';
export type { Consolidation } from './papers/bang-tong-hop';
export type { ReviewMinutes } from './papers/bien-ban-binh-xet';
export type { CouncilMinutes, CouncilRow } from './papers/bien-ban-hoi-dong';
export type { CountMinutes } from './papers/bien-ban-kiem-phieu';
export type { AbsentMember, DocumentRef, Frame, Meeting, NomineeKind, NomineeRow, PersonRef, Signature, Votes } from './papers/common';
export type { NomineeList } from './papers/danh-sach';
export type { Certificate } from './papers/giay-khen';
export type { Receipt } from './papers/giay-tiep-nhan';
export { PaperTemplates, type FilledPaper } from './papers/load-templates';
export type { Contents } from './papers/muc-luc';
export { PAPER_KINDS, PAPER_TITLES, type PaperData, type PaperDataByKind, type PaperDataOf, type PaperKind } from './papers/paper-data';
export type { AppraisalCheck, AppraisalSlip } from './papers/phieu-tham-dinh';
export type { SigningSlip } from './papers/phieu-trinh';
export type { SupplementRequest } from './papers/phieu-yeu-cau-bo-sung';
export type { AwardDecision } from './papers/quyet-dinh';
export type { ResultNotice, ResultRow } from './papers/thong-bao-ket-qua';
export type { Submission } from './papers/to-trinh';
export { checkPdf, type CheckedPdf, type PdfExpectations } from './pdf/check-pdf';
export { mergePdfs, type PdfPart } from './pdf/merge-pdfs';
export { closeTextReader, readPdfText } from './pdf/text-reader';
export { makeDemoCertificate, type DemoCertificateOptions } from './signing/demo-certificate';
export { signPdf, type SignOptions } from './signing/sign-pdf';
export { verifySignature, type SignatureReport } from './signing/verify-signature';
export { compileTemplate, renderHtml, type CompiledTemplate } from './templates/compile-template';
export { dateShort, dateWords, money, padNumber, percentText } from './templates/vietnamese';
