import * as z from 'zod/mini';
import { Done } from './dossiers';
import { FactQuery } from './evidence';
import { FileStoreView, FileView, OwnFileDrop, OwnFileKept, OwnFileQuery, OwnFilesView, PageQuery } from './files';
import { route } from './route';

import { UPLOAD_ERRORS } from './uploads';

/** Files of people: pictures of them, parts of dossiers brought as files, and where all files lie. */
export const FILE_ROUTES = {
  paperFile: route({
    method: 'GET',
    path: '/papers/{id}/file',
    summary: 'Tệp của văn bản: loại, dung lượng, số trang, tình trạng quét mã độc',
    policy: 'paper-party',
    answer: FileView,
    errors: ['not-found'],
  }),
  paperPreview: route({
    method: 'GET',
    path: '/papers/{id}/preview',
    summary: 'Ảnh một trang của tệp văn bản do đơn vị tải lên',
    policy: 'paper-party',
    query: PageQuery,
    answer: 'png',
    errors: ['not-found', 'file-infected', 'scanner-away', 'unavailable'],
  }),
  evidencePreview: route({
    method: 'GET',
    path: '/evidence/{id}/scan-preview',
    summary: 'Ảnh một trang của minh chứng',
    policy: 'evidence-party',
    query: z.object({ ...FactQuery.shape, ...PageQuery.shape }),
    answer: 'png',
    errors: ['not-found', 'file-infected', 'scanner-away', 'unavailable'],
  }),
  ownFiles: route({
    method: 'GET',
    path: '/dossiers/{id}/own-files',
    summary: 'Thành phần hồ sơ do đơn vị tự tải lên',
    policy: 'dossier-party',
    answer: OwnFilesView,
    errors: ['not-found'],
  }),
  useOwnFile: route({
    method: 'POST',
    path: '/dossiers/{id}/own-files',
    summary: 'Dùng tệp PDF đã ký hoặc tệp Word của đơn vị thay cho văn bản do hệ thống soạn',
    policy: 'unit-clerk',
    query: OwnFileQuery,
    upload: 'dossier-part',
    answer: OwnFileKept,
    errors: ['not-found', 'forbidden', 'state-conflict', 'paper-state', 'request-invalid', ...UPLOAD_ERRORS],
  }),
  dropOwnFile: route({
    method: 'POST',
    path: '/dossiers/{id}/own-files/removal',
    summary: 'Bỏ tệp của đơn vị, trở lại văn bản do hệ thống soạn',
    policy: 'unit-clerk',
    body: OwnFileDrop,
    answer: Done,
    errors: ['not-found', 'forbidden', 'state-conflict'],
  }),
  fileStore: route({
    method: 'GET',
    path: '/file-store',
    summary: 'Kho tệp và máy quét mã độc',
    policy: 'administrator',
    answer: FileStoreView,
    errors: ['forbidden'],
  }),
} as const;
