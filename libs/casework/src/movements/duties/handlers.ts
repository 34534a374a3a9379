import type { Handlers } from '../../handler';
import { assignDuty, reportDuty, takeDutyBack, uploadDutyFile } from './keep-duties';
import { dutyFile, movementDuties, movementDuty } from './read-duties';
import { draftIndicators, issueIndicators, recordIndicators } from '../indicators/keep-indicators';
import { movementIndicators } from '../indicators/read-indicators';
import { recordContest } from '../indicators/record-contest';

export const DUTY_HANDLERS = {
  ...{ movementDuties, movementDuty, dutyFile, assignDuty, reportDuty, uploadDutyFile, takeDutyBack },
  ...{ movementIndicators, draftIndicators, issueIndicators, recordIndicators, recordContest },
} satisfies Partial<Handlers>;
