import { CONFERENCE_ROUTES } from './conference-routes';
import { DUTY_ROUTES } from './duty-routes';
import { INDICATOR_ROUTES } from './indicator-routes';
import { MODEL_ROUTES } from './model-routes';

/** People and money of a movement: models, duties, indicators and contests, conferences. */
export const MOVEMENT_PEOPLE_ROUTES = { ...MODEL_ROUTES, ...DUTY_ROUTES, ...INDICATOR_ROUTES, ...CONFERENCE_ROUTES } as const;
