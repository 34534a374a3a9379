import { Done } from './dossiers';
import { IndicatorBoard, IndicatorSetDraft, IndicatorSetIssue, IndicatorSetOpened, IndicatorValues, NewContest } from './indicators';
import { route } from './route';

/** Bộ chỉ tiêu and contest results: what they say of a body or a person stands in the register that appraisal reads. */
export const INDICATOR_ROUTES = {
  movementIndicators: route({
    method: 'GET',
    path: '/movements/{id}/indicators',
    summary: 'Bộ chỉ tiêu, kết quả hội thi của phong trào',
    policy: 'movement-party',
    answer: IndicatorBoard,
    errors: ['not-found'],
  }),
  draftIndicators: route({
    method: 'POST',
    path: '/movements/{id}/indicator-sets',
    summary: 'Soạn bộ chỉ tiêu',
    policy: 'movement-worker',
    body: IndicatorSetDraft,
    answer: IndicatorSetOpened,
    errors: ['not-found', 'forbidden', 'request-invalid'],
  }),
  issueIndicators: route({
    method: 'POST',
    path: '/indicator-sets/{id}/issue',
    summary: 'Ban hành bộ chỉ tiêu',
    policy: 'movement-worker',
    body: IndicatorSetIssue,
    answer: Done,
    errors: ['not-found', 'forbidden', 'state-conflict', 'request-invalid'],
  }),
  recordIndicators: route({
    method: 'POST',
    path: '/indicator-sets/{id}/values',
    summary: 'Ghi kết quả chỉ tiêu của một đơn vị',
    policy: 'movement-worker',
    body: IndicatorValues,
    answer: Done,
    errors: ['not-found', 'forbidden', 'state-conflict', 'request-invalid', 'evidence-twice'],
  }),
  recordContest: route({
    method: 'POST',
    path: '/movements/{id}/contests',
    summary: 'Ghi kết quả hội thi, giải thưởng',
    policy: 'movement-runner',
    body: NewContest,
    answer: IndicatorSetOpened,
    errors: ['not-found', 'forbidden', 'request-invalid'],
  }),
} as const;
