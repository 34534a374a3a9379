import { route } from './route';
import { DryRunLines, DryRunQuery, DryRunRef, DryRunStart, DryRunView, WhatIfInstance } from './what-if';

/** A version tried on what runs, writing nothing; then chosen instances moved to it, and back. */
export const WHAT_IF_ROUTES = {
  dryRun: route({
    method: 'POST',
    path: '/process-definitions/{id}/dry-runs',
    summary: 'Chạy thử phiên bản trên hồ sơ đang chạy',
    policy: 'administrator',
    body: DryRunStart,
    answer: DryRunRef,
    errors: ['forbidden', 'not-found', 'diagram-refused', 'request-invalid'],
    idempotent: false,
  }),
  dryRunProgress: route({
    method: 'GET',
    path: '/dry-runs/{id}',
    summary: 'Tiến độ và kết quả chạy thử',
    policy: 'administrator',
    answer: DryRunView,
    errors: ['forbidden', 'not-found'],
  }),
  dryRunLines: route({
    method: 'GET',
    path: '/dry-runs/{id}/instances',
    summary: 'Từng hồ sơ trong kết quả chạy thử',
    policy: 'administrator',
    query: DryRunQuery,
    answer: DryRunLines,
    errors: ['forbidden', 'not-found'],
  }),
  dryRunInstance: route({
    method: 'GET',
    path: '/dry-runs/{id}/instances/{instanceId}',
    summary: 'Một hồ sơ trước và sau khi chuyển phiên bản',
    policy: 'administrator',
    answer: WhatIfInstance,
    errors: ['forbidden', 'not-found'],
  }),
};
