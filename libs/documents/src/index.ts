export { inspectAttachment } from './attachments/inspect-attachment';
export { AttachmentInspector, type InspectorOptions } from './attachments/inspector';
export { openAttachments, type OpenAttachments } from './attachments/open-attachments';
export { cleanName } from './attachments/sniff';
export type { AttachmentKind, AttachmentLimits, AttachmentVerdict } from './attachments/verdict';
export type { BlankLayout, SheetValues } from './blanks/blank';
export { makeBlankSheets, misfitsOf, type BlankSheet, type SheetMisfit } from './blanks/make-blank-sheets';
export { launchChromium } from './chromium/launch-chromium';
export { resolveChromium, type ChromiumInstall, type ResolveChromiumOptions } from './chromium/resolve-chromium';
export { docxText } from './docx/document-text';
export { makeDocx } from './docx/make-docx';
export { PaperCheckFailed } from './errors';
export { makeArchive, type ArchivePaper } from './archive/make-archive';
export { contentsTable } from './archive/contents-table';
export { makeBundle, type BundleOrder, type BundlePart, type MadeBundle } from './make-bundle';
export { PaperMaker, type MadeFromTemplate, type MadePaper, type PaperMakerOptions, type PaperOrder } from './paper-maker';
export type { PayList } from './papers/bang-chi-thuong';
export type { CopyBlock } from './papers/ban-sao';
export type { AchievementReport, FigureRow, PastAward, ReportForm, ReportYear } from './papers/bao-cao-thanh-tich';
export { contentsLint, type MandatoryContent } from './papers/contents-lint';
export type { Consolidation } from './papers/bang-tong-hop';
export type { ClusterMinutes } from './papers/bien-ban-cum';
export type { ReviewMinutes } from './papers/bien-ban-binh-xet';
export type { CouncilMinutes, CouncilRow } from './papers/bien-ban-hoi-dong';
export type { CountMinutes } from './papers/bien-ban-kiem-phieu';
export type { AbsentMember, DocumentRef, Frame, Meeting, NomineeKind, NomineeRow, PersonRef, Signature, Votes } from './papers/common';
export type { OpinionLetter } from './papers/cong-van-xin-y-kien';
export type { CancelingDecision, Correction, CorrectingDecision, CorrectionLetter } from './papers/dinh-chinh';
export type { NomineeList } from './papers/danh-sach';
export type { Certificate } from './papers/giay-khen';
export type { RevocationSubmission, RevokedRow, RevokingDecision } from './papers/huy-bo';
export type { CeremonyScript, ConferenceProgramme, Invitation, NameCards } from './papers/le-trao-thuong';
export type { Receipt } from './papers/giay-tiep-nhan';
export { PaperTemplates, type FilledPaper, type TemplateBody, type UsedTemplate } from './papers/load-templates';
export type { Contents } from './papers/muc-luc';
export { PAPER_KINDS, type PaperData, type PaperDataByKind, type PaperDataOf, type PaperKind } from './papers/paper-data';
export type { AppraisalCheck, AppraisalSlip } from './papers/phieu-tham-dinh';
export type { RefusalSlip } from './papers/phieu-tu-choi';
export type { SigningSlip } from './papers/phieu-trinh';
export type { SupplementRequest } from './papers/phieu-yeu-cau-bo-sung';
export type { AwardDecision } from './papers/quyet-dinh';
export type { PublicNotice } from './papers/thong-bao-cong-khai';
export type { RefusalNotice, RefusedRow } from './papers/thong-bao-tu-choi';
export type { AchievementSummary } from './papers/tom-tat-thanh-tich';
export type { ResultNotice, ResultRow } from './papers/thong-bao-ket-qua';
export type { Submission } from './papers/to-trinh';
export type { AskedRow, BallotForms } from './papers/phieu-bieu-quyet';
export type { OpinionForms } from './papers/phieu-xin-y-kien';
export type { InitiativeConfirmation } from './papers/xac-nhan-sang-kien';
export type { ApologySlip } from './papers/phieu-xin-loi';
export type { ReminderLetter } from './papers/cong-van-don-doc';
export type { BoardMember, CouncilDecision, InspectionDecision } from './papers/thanh-lap';
export type { InspectionConclusion, InspectionMinutes } from './papers/kiem-tra';
export type { MovementPlan, MovementReport, ReportAnnex } from './papers/phong-trao';
export type { ControlSlip, ControlStep, FollowBook, FollowBookLine, RegisterBook, RegisterBookLine } from './papers/so-sach';
export { checkPdf, type CheckedPdf, type PdfExpectations } from './pdf/check-pdf';
export { mergePdfs } from './pdf/merge-pdfs';
export { closeTextReader, readPdfText } from './pdf/text-reader';
export {
  makeDemoAuthority,
  makeDemoCertificate,
  type DemoAuthority,
  type DemoAuthorityOptions,
  type DemoCertificateOptions,
} from './signing/demo/demo-authority';
export { fillFields, type FieldValues, type FillOptions } from './signing/fields/fill-fields';
export { dropGaps, prepareFields } from './signing/fields/prepare-fields';
export type { VisibleImage } from './signing/images/visible-image';
export { inspectSignatures, type InspectOptions } from './signing/inspect/inspect-signatures';
export {
  isSound,
  LATER_CHANGES,
  SIGNATURE_PROBLEMS,
  type LaterChange,
  type SignatureProblem,
  type SignatureReport,
} from './signing/inspect/report';
export { openP12 } from './signing/keys/open-p12';
export { remoteKey, type RemoteKeyOptions } from './signing/keys/remote-key';
export type { SigningKey } from './signing/keys/signing-key';
export { signRevision, type SignOrder } from './signing/sign-revision';
export { httpTimestamps, type TimestampOptions } from './signing/timestamps/http-timestamps';
export type { TimestampPort } from './signing/timestamps/timestamp-port';
export { dateShort, dateWords, padNumber, percentText } from './templates/vietnamese';
export { readSheet } from './xlsx/read-sheet';
export type { Cell, Sheet, SheetColumn, SheetOut } from './xlsx/sheet';
export { writeSheets } from './xlsx/write-sheets';
export { asPdf, type AsPdf } from './pdf/as-pdf';
export { openKey, type KeySecret } from './credentials/open-key';
export { drawDemoSeal } from './credentials/demo-seal';
export { signaturePlaces } from './credentials/signature-places';
export { proveKey, type ProvenKey } from './credentials/prove-key';
export { compareScan, type ScanFindings, type ScanQuestion } from './scans/compare-scan';
export type { Deviation } from './layout/deviation';
export { NATIONAL_VALUES, type HouseValues } from './layout/house-values';
export { lintLayout, type LintOptions } from './layout/lint-layout';
export { layoutProfileOf, type LayoutProfileName } from './layout/profiles';
export { papersFolder, TEMPLATES_IN_USE } from './papers/papers-folder';
export type { CatalogueField } from './templates/catalogue';
export type { Letterhead } from './templates/letterhead';
export { TemplateDesk } from './templates/template-desk';
export type { TemplateProblem } from './templates/template-problem';
