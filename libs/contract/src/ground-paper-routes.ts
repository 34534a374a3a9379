import * as z from 'zod/mini';
import { PageQuery } from './files';
import { GroundPaperKept, GroundQuery } from './ground-papers';
import { route } from './route';
import { UPLOAD_ERRORS } from './uploads';

/** Scans of what councils and lent powers rest on. */
export const GROUND_PAPER_ROUTES = {
  attachGroundPaper: route({
    method: 'POST',
    path: '/ground-papers/{id}',
    summary: 'Gắn bản quét quyết định lập Hội đồng, văn bản giao ký; thay bản trước nếu đã có',
    policy: 'ground-keeper',
    query: GroundQuery,
    upload: 'scan',
    answer: GroundPaperKept,
    errors: ['not-found', 'forbidden', ...UPLOAD_ERRORS],
  }),
  groundPaper: route({
    method: 'GET',
    path: '/ground-papers/{id}/file',
    summary: 'Bản quét quyết định lập Hội đồng, văn bản giao ký',
    policy: 'ground-party',
    query: GroundQuery,
    answer: 'pdf',
    errors: ['not-found', 'file-infected', 'scanner-away'],
  }),
  groundPaperPreview: route({
    method: 'GET',
    path: '/ground-papers/{id}/preview',
    summary: 'Ảnh một trang của bản quét quyết định lập Hội đồng, văn bản giao ký',
    policy: 'ground-party',
    // `take` is the browser's: another scan under the same address is another picture.
    query: z.object({ ...GroundQuery.shape, ...PageQuery.shape, take: z.optional(z.coerce.number()) }),
    answer: 'png',
    errors: ['not-found', 'file-infected', 'scanner-away', 'unavailable'],
  }),
} as const;
