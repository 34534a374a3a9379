import { ConferencePrint } from '@thidua/contract';
import type { PrintGate } from '../../printing/print-gate';
import { Refused } from '../../refused';
import { demandRunner } from '../movement-at-hand';
import { conferenceFacts, conferenceFor, conferenceMissing, honoursOf, type ConferenceFacts } from './conference-at-hand';

/** What must be there for a paper of a conference to say anything. */
type Needs = (known: {
  readonly plan: ConferenceFacts;
  readonly guests: number;
  readonly honours: number;
  readonly models: number;
}) => string | undefined;

/** Papers of a movement's conference: for whoever runs it, once day and place are settled. @throws Refused */
export function conferenceGate(needs: Needs): PrintGate {
  return async (deps, actor, params) => {
    const read = ConferencePrint.safeParse(params);
    if (!read.success) {
      throw new Refused('request-invalid', { fields: read.error.issues.map((issue) => issue.path.join('.')) });
    }
    const { work, movement } = await conferenceFor(deps, actor, read.data.workId);
    const position = demandRunner(actor, movement);
    const plan = conferenceFacts(work);
    const guests = await deps.stores.guests.ofWork(actor.provinceId, work.id);
    const { honours, models } = await honoursOf(deps, movement, plan);
    const unsettled = conferenceMissing(plan, guests).filter((field) => field !== 'items' && field !== 'guests');
    const missing = needs({ plan, guests: guests.length, honours: honours.length, models: models.length });
    if (unsettled.length > 0 || missing !== undefined) {
      throw new Refused('request-invalid', { fields: missing === undefined ? unsettled : [...unsettled, missing] });
    }
    return { params: { workId: work.id }, positionId: position.id };
  };
}

/** Of a conference where the parameters name one, else of a round's ceremony. */
export function ofEither(ofConference: PrintGate, ofRound: PrintGate): PrintGate {
  return (deps, actor, params) => ('workId' in params ? ofConference : ofRound)(deps, actor, params);
}

export const conferenceScriptGate = conferenceGate(({ honours }) => (honours === 0 ? 'rows' : undefined));
export const conferenceCardsGate = conferenceGate(({ guests, honours }) => (guests + honours === 0 ? 'guests' : undefined));
export const conferenceInvitationGate = conferenceGate(({ guests, honours }) => (guests + honours === 0 ? 'guests' : undefined));
export const conferenceProgrammeGate = conferenceGate(({ plan }) => (plan.items.length === 0 ? 'items' : undefined));
export const honourRollGate = conferenceGate(({ honours, models }) => (honours + models === 0 ? 'rows' : undefined));
