import { BlankChange, BlankDraft, BlankKept, BlankList, BlankRetired, BlankView, CertificateList } from './blanks';
import { route } from './route';
import { UPLOAD_ERRORS } from './uploads';

/** Phôi giấy khen, bằng khen: the sheets an organisation prints on, and what stands where. */
export const BLANK_ROUTES = {
  blanks: route({
    method: 'GET',
    path: '/certificate-blanks',
    summary: 'Phôi giấy khen, bằng khen của cơ quan',
    policy: 'signed-in',
    answer: BlankList,
    errors: ['not-signed-in'],
  }),
  addBlank: route({
    method: 'POST',
    path: '/certificate-blanks',
    summary: 'Thêm phôi',
    policy: 'blank-keeper',
    body: BlankDraft,
    answer: BlankKept,
    errors: ['forbidden', 'not-found', 'blank-name-taken'],
  }),
  blank: route({
    method: 'GET',
    path: '/certificate-blanks/{id}',
    summary: 'Một phôi và các trường của nó',
    policy: 'blank-body',
    answer: BlankView,
    errors: ['not-found'],
  }),
  changeBlank: route({
    method: 'PUT',
    path: '/certificate-blanks/{id}',
    summary: 'Lưu phôi',
    policy: 'blank-keeper',
    body: BlankChange,
    answer: BlankKept,
    errors: ['not-found', 'forbidden', 'blank-changed', 'blank-name-taken', 'request-invalid'],
  }),
  blankPicture: route({
    method: 'GET',
    path: '/certificate-blanks/{id}/picture',
    summary: 'Ảnh chụp phôi',
    policy: 'blank-body',
    answer: 'pdf',
    errors: ['not-found'],
  }),
  uploadBlankPicture: route({
    method: 'POST',
    path: '/certificate-blanks/{id}/picture',
    summary: 'Tải ảnh phôi lên',
    policy: 'blank-keeper',
    upload: 'blank-picture',
    answer: BlankKept,
    errors: ['not-found', 'forbidden', ...UPLOAD_ERRORS],
  }),
  retireBlank: route({
    method: 'POST',
    path: '/certificate-blanks/{id}/retirement',
    summary: 'Thôi dùng phôi',
    policy: 'blank-keeper',
    body: BlankRetired,
    answer: BlankKept,
    errors: ['not-found', 'forbidden', 'blank-changed'],
  }),
  roundCertificates: route({
    method: 'GET',
    path: '/review-rounds/{id}/certificates',
    summary: 'Giấy khen, bằng khen của đợt xét để in trên phôi',
    policy: 'round-party',
    answer: CertificateList,
    errors: ['not-found'],
  }),
} as const;
