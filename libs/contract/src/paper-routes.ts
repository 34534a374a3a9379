import { PaperVerified, PaperView, ScanUploaded } from './rounds';
import { route } from './route';

/** Papers: their state, their files, and what anyone may verify. */
export const PAPER_ROUTES = {
  paper: route({
    method: 'GET',
    path: '/papers/{id}',
    summary: 'Một văn bản',
    policy: 'paper-party',
    answer: PaperView,
    errors: ['not-found'],
  }),
  paperContent: route({
    method: 'GET',
    path: '/papers/{id}/content',
    summary: 'Tệp PDF của văn bản',
    policy: 'paper-party',
    answer: 'pdf',
    errors: ['not-found'],
  }),
  paperDocx: route({
    method: 'GET',
    path: '/papers/{id}/docx',
    summary: 'Tệp Word của văn bản',
    policy: 'paper-party',
    answer: 'docx',
    errors: ['not-found'],
  }),
  uploadScan: route({
    method: 'POST',
    path: '/papers/{id}/scan',
    summary: 'Tải bản ký tay đã quét',
    policy: 'records-clerk',
    upload: true,
    answer: ScanUploaded,
    errors: ['not-found', 'forbidden', 'paper-state', 'file-not-what-it-says', 'file-too-large'],
  }),
  verifyPaper: route({
    method: 'GET',
    path: '/verifications/{token}',
    summary: 'Tra cứu văn bản',
    policy: 'anyone',
    answer: PaperVerified,
    errors: ['not-found'],
  }),
} as const;
