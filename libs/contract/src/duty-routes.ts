import { Done } from './dossiers';
import { DutyList, DutyOrder, DutyReport, DutyTakenBack, DutyView } from './duties';
import { WorkOpened } from './models';
import { route } from './route';
import { UPLOAD_ERRORS } from './uploads';

/** Duties that a plan gives to bodies: money, communication, the villages and all else. */
export const DUTY_ROUTES = {
  movementDuties: route({
    method: 'GET',
    path: '/movements/{id}/duties',
    summary: 'Nhiệm vụ của kế hoạch phong trào',
    policy: 'movement-party',
    answer: DutyList,
    errors: ['not-found'],
  }),
  assignDuty: route({
    method: 'POST',
    path: '/movements/{id}/duties',
    summary: 'Giao nhiệm vụ của kế hoạch',
    policy: 'movement-runner',
    body: DutyOrder,
    answer: WorkOpened,
    errors: ['not-found', 'forbidden', 'state-conflict', 'request-invalid'],
  }),
  movementDuty: route({
    method: 'GET',
    path: '/movement-duties/{id}',
    summary: 'Một nhiệm vụ',
    policy: 'movement-party',
    answer: DutyView,
    errors: ['not-found'],
  }),
  reportDuty: route({
    method: 'PUT',
    path: '/movement-duties/{id}',
    summary: 'Ghi kết quả nhiệm vụ, số tiền',
    policy: 'movement-worker',
    body: DutyReport,
    answer: DutyView,
    errors: ['not-found', 'forbidden', 'state-conflict', 'request-invalid'],
  }),
  uploadDutyFile: route({
    method: 'POST',
    path: '/movement-duties/{id}/file',
    summary: 'Tải tài liệu kết quả nhiệm vụ lên',
    policy: 'movement-worker',
    upload: 'evidence',
    answer: Done,
    errors: ['not-found', 'forbidden', 'state-conflict', ...UPLOAD_ERRORS],
  }),
  dutyFile: route({
    method: 'GET',
    path: '/movement-duties/{id}/file',
    summary: 'Tài liệu kết quả nhiệm vụ',
    policy: 'movement-party',
    answer: 'pdf',
    errors: ['not-found'],
  }),
  takeDutyBack: route({
    method: 'POST',
    path: '/movement-duties/{id}/withdrawal',
    summary: 'Thôi giao nhiệm vụ',
    policy: 'movement-runner',
    body: DutyTakenBack,
    answer: Done,
    errors: ['not-found', 'forbidden', 'state-conflict'],
  }),
} as const;
