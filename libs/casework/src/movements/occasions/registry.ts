import type { Outcome } from '@thidua/contract';
import type { Handlers } from '../../handler';
import type { TaskContextQuery } from '../../task-context';
import { workContext } from '../work-context';
import { recordDocumentAbove } from './document-above';
import { openOccasion } from './open-occasion';
import { planConflicts } from './read-conflicts';
import { movementOccasion } from './read-occasion';
import { occasionOffer } from './read-offer';
import { registration, saveRegistration } from './registrations';
import { settlePlanConflict } from './settle-conflict';

export const OCCASION_HANDLERS = {
  planConflicts,
  settlePlanConflict,
  recordDocumentAbove,
  occasionOffer,
  openOccasion,
  movementOccasion,
  registration,
  saveRegistration,
} satisfies Partial<Handlers>;

/** By form id: what is filled in stands on the page of the work. */
export const OCCASION_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = {
  'chot-dang-ky': workContext,
  'lap-dang-ky': workContext,
  'ky-dang-ky': workContext,
  'nop-ho-so-phong-trao': workContext,
};

/** Ways the steps of occasions may end, by form id. */
export const OCCASION_OUTCOMES: Readonly<Record<string, readonly Outcome[]>> = {
  'lap-dang-ky': [
    { value: 'register', label: 'Trình thủ trưởng ký phiếu đăng ký', kind: 'primary', needsReason: false },
    { value: 'none', label: 'Không đăng ký', kind: 'default', needsReason: true },
  ],
  'ky-dang-ky': [
    { value: 'sign', label: 'Ký, gửi phiếu đăng ký', kind: 'primary', needsReason: false },
    { value: 'send-back', label: 'Trả lại', kind: 'danger', needsReason: true },
  ],
  'nop-ho-so-phong-trao': [
    { value: 'submitted', label: 'Đã nộp hồ sơ', kind: 'primary', needsReason: false },
    { value: 'none', label: 'Không đề nghị khen thưởng', kind: 'default', needsReason: true },
  ],
};
