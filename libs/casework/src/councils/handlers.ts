import type { Handlers } from '../handler';
import { castBallot } from './cast-ballot';
import { councilSession } from './council-session';
import { openOpinions, opinionScan } from './open-opinions';
import { postponeSession } from './postpone-session';
import { sessionPlan } from './read-plan';
import { declareRecusal, ruleOnRecusal } from './recusals';
import { uploadOpinion, writeOpinion } from './written-opinions';

export const COUNCIL_HANDLERS = {
  sessionPlan,
  declareRecusal,
  ruleOnRecusal,
  postponeSession,
  councilSession,
  castBallot,
  writeOpinion,
  uploadOpinion,
  openOpinions,
  opinionScan,
} satisfies Partial<Handlers>;
