import type { Outcome } from '@thidua/contract';
import type { Act } from '../../acts/act';
import type { Handlers } from '../../handler';
import type { JobVerb } from '../../jobs/job-verb';
import type { TaskContextQuery } from '../../task-context';
import { workContext } from '../work-context';
import { applyAmendment, dropAmendment } from './amendment-verbs';
import { amendmentProposal, amendMovement, movementVersions } from './amendments';
import { movementCascade } from './cascade';
import { closeMovement, endMovement, keepMovement, ketThucPhongTrao, movementClosing } from './closing';
import { closingContext, latePlansContext, unitPlanContext } from './contexts';
import { askCooperation, dropMovement, launchMovement as launchVerb, listLatePlans } from './launch-verbs';
import { launchMovement, launchProposal } from './launch';
import { donDocKeHoach, endLetter } from './letters';
import { movementOverdue, urgeRecipients } from './overdue';
import { exemptRecipient, movementRecipients, sendToRecipients } from './read-recipients';
import { cancelUnitPlan, deNghiPhoiHop, keepUnitPlan, keHoachDonVi, noteCooperation } from './unit-plan-acts';

export const LIFECYCLE_HANDLERS = {
  launchProposal,
  launchMovement,
  movementRecipients,
  sendToRecipients,
  exemptRecipient,
  movementOverdue,
  urgeRecipients,
  amendmentProposal,
  amendMovement,
  movementVersions,
  movementClosing,
  closeMovement,
  movementCascade,
} satisfies Partial<Handlers>;

/** By form id. */
export const LIFECYCLE_ACTS: Readonly<Record<string, Act>> = {
  'ke-hoach-don-vi': keHoachDonVi,
  'de-nghi-phoi-hop': deNghiPhoiHop,
  'don-doc-ke-hoach': donDocKeHoach,
  'ket-thuc-phong-trao': ketThucPhongTrao,
};

/** By job type. */
export const LIFECYCLE_VERBS = {
  'launch-movement': launchVerb,
  'drop-movement': dropMovement,
  'ask-cooperation': askCooperation,
  'list-late-plans': listLatePlans,
  'end-letter': endLetter,
  'close-movement': endMovement,
  'keep-movement': keepMovement,
  'note-cooperation': noteCooperation,
  'keep-unit-plan': keepUnitPlan,
  'cancel-unit-plan': cancelUnitPlan,
  'apply-amendment': applyAmendment,
  'drop-amendment': dropAmendment,
} as const satisfies Readonly<Record<string, JobVerb>>;

/** By form id. */
export const LIFECYCLE_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = {
  'ke-hoach-don-vi': unitPlanContext,
  'de-nghi-phoi-hop': workContext,
  'don-doc-ke-hoach': latePlansContext,
  'ket-thuc-phong-trao': closingContext,
};

/** By form id. */
export const LIFECYCLE_OUTCOMES: Readonly<Record<string, readonly Outcome[]>> = {
  'de-nghi-phoi-hop': [
    { value: 'agree', label: 'Phối hợp thực hiện', kind: 'primary', needsReason: false },
    { value: 'own-plan', label: 'Ban hành kế hoạch riêng', kind: 'default', needsReason: false },
    { value: 'decline', label: 'Không tham gia', kind: 'danger', needsReason: true },
  ],
  'don-doc-ke-hoach': [
    { value: 'send', label: 'Lập công văn đôn đốc', kind: 'primary', needsReason: false },
    { value: 'skip', label: 'Chưa đôn đốc', kind: 'default', needsReason: true },
  ],
  'ket-thuc-phong-trao': [
    { value: 'agree', label: 'Đồng ý kết thúc', kind: 'primary', needsReason: false },
    { value: 'refuse', label: 'Không đồng ý', kind: 'danger', needsReason: true },
  ],
};
