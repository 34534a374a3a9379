import { route } from './route';

/** Archives of what a bundling step has frozen: ZIP with every paper, manifest, sums and mục lục. */
export const BUNDLE_ROUTES = {
  dossierArchive: route({
    method: 'GET',
    path: '/dossiers/{id}/archive',
    summary: 'Bộ hồ sơ (ZIP: từng văn bản, mục lục, bảng kê, mã kiểm tra)',
    policy: 'dossier-party',
    answer: 'zip',
    errors: ['not-found'],
  }),
  roundArchive: route({
    method: 'GET',
    path: '/review-rounds/{id}/archive',
    summary: 'Bộ hồ sơ đợt xét (ZIP)',
    policy: 'round-party',
    answer: 'zip',
    errors: ['not-found'],
  }),
  roundPackage: route({
    method: 'GET',
    path: '/review-rounds/{id}/package',
    summary: 'Gói hồ sơ trình Bộ Nội vụ (PDF gộp có mục lục)',
    policy: 'round-party',
    answer: 'pdf',
    errors: ['not-found'],
  }),
  roundPackageArchive: route({
    method: 'GET',
    path: '/review-rounds/{id}/package/archive',
    summary: 'Gói hồ sơ trình Bộ Nội vụ (ZIP: danh mục, PDF, Word của tờ trình và danh sách, bảng kê)',
    policy: 'round-party',
    answer: 'zip',
    errors: ['not-found'],
  }),
} as const;
