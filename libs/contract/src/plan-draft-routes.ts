import {
  NewPlanDraft,
  PlanDraftList,
  PlanDraftMade,
  PlanDraftVersion,
  PlanDraftView,
  PlanFieldChange,
  PlanFieldsSettled,
  PlanUploadQuery,
} from './plan-drafts';
import * as z from 'zod/mini';
import { route } from './route';
import { UPLOAD_ERRORS } from './uploads';

/** Plans on their way to a movement: read from a file, copied or blank, and settled field by field. */
export const PLAN_DRAFT_ROUTES = {
  planDrafts: route({
    method: 'GET',
    path: '/plan-drafts',
    summary: 'Dự thảo kế hoạch phong trào của cơ quan mình',
    policy: 'signed-in',
    answer: PlanDraftList,
    errors: [],
  }),
  uploadPlan: route({
    method: 'POST',
    path: '/plan-uploads',
    summary: 'Tải lên kế hoạch (PDF có chữ, Word, TXT) để đọc thành dự thảo',
    policy: 'movement-runner',
    query: PlanUploadQuery,
    upload: 'plan',
    answer: PlanDraftMade,
    errors: ['not-found', 'forbidden', 'plan-without-text', ...UPLOAD_ERRORS],
  }),
  newPlanDraft: route({
    method: 'POST',
    path: '/plan-drafts',
    summary: 'Dự thảo mới: để trống, chép từ phong trào khác hoặc điều chỉnh kế hoạch đang có',
    policy: 'movement-runner',
    body: NewPlanDraft,
    answer: PlanDraftMade,
    errors: ['not-found', 'forbidden', 'request-invalid'],
  }),
  planDraft: route({
    method: 'GET',
    path: '/plan-drafts/{id}',
    summary: 'Một dự thảo: văn bản, nội dung đọc được, câu hỏi và kết quả kiểm tra căn cứ',
    policy: 'movement-runner',
    answer: PlanDraftView,
    errors: ['not-found'],
  }),
  settlePlanFields: route({
    method: 'POST',
    path: '/plan-drafts/{id}/settlements',
    summary: 'Xác nhận nội dung đọc được, hoặc ghi là kế hoạch không có',
    policy: 'movement-runner',
    body: PlanFieldsSettled,
    answer: PlanDraftVersion,
    errors: ['not-found', 'forbidden', 'state-conflict', 'request-invalid'],
  }),
  changePlanField: route({
    method: 'POST',
    path: '/plan-drafts/{id}/fields',
    summary: 'Sửa một nội dung hoặc thêm nội dung mà máy không đọc ra',
    policy: 'movement-runner',
    body: PlanFieldChange,
    answer: PlanDraftVersion,
    errors: ['not-found', 'forbidden', 'state-conflict', 'request-invalid'],
  }),
  uploadPlanParent: route({
    method: 'POST',
    path: '/plan-drafts/{id}/parent',
    summary: 'Tải lên văn bản cấp trên để đối chiếu căn cứ',
    policy: 'movement-runner',
    upload: 'plan',
    answer: PlanDraftVersion,
    errors: ['not-found', 'forbidden', 'state-conflict', 'plan-without-text', ...UPLOAD_ERRORS],
  }),
  dropPlanDraft: route({
    method: 'POST',
    path: '/plan-drafts/{id}/drop',
    summary: 'Bỏ một dự thảo',
    policy: 'movement-runner',
    answer: z.object({ done: z.literal(true) }),
    errors: ['not-found', 'forbidden', 'state-conflict'],
  }),
} as const;
