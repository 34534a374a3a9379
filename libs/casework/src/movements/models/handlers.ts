import type { Handlers } from '../../handler';
import { giveConsent, uploadConsent, withdrawConsent } from './consent';
import { introduceModel, takeModelBack, uploadModelPhoto, writeModel } from './introduce-model';
import { nominateModel } from './nominate-model';
import { recordPublication } from './publish-model';
import { consentPaper, modelPhoto, movementModel, movementModels } from './read-models';

export const MODEL_HANDLERS = {
  ...{ movementModels, movementModel, modelPhoto, consentPaper },
  ...{ introduceModel, writeModel, uploadModelPhoto, takeModelBack },
  ...{ giveConsent, uploadConsent, withdrawConsent, recordPublication, nominateModel },
} satisfies Partial<Handlers>;
