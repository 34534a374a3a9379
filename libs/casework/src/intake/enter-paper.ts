import { mayStandAtDesk } from '@thidua/access';
import type { DossierLaunched, PaperDossier } from '@thidua/contract';
import { compareDates, dayOf, parseLocalDate } from '@thidua/kernel';
import type { NomineeRow, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { note } from '../note';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { intakePlace } from './intake-place';
import { makeDossier } from './new-dossier';

/**
 * Nhập thay: the receiving office types a paper dossier of a unit or thôn below it, or proposes for the residents it looks after
 * (L2022 art. 83.1). The unit's steps were done on paper; its process starts when the scans are in and it is handed in.
 */
export const enterPaperDossier: Handler<'enterPaperDossier'> = (deps, { actor, body, key }) =>
  once(deps, key, async (tx): Promise<DossierLaunched> => {
    const { provinceId, personId } = actor;
    const { deliveredOn, meeting, ...launch } = body;
    const nowMs = deps.clock.nowMs();
    const place = await intakePlace(deps, { provinceId, orgId: body.orgId, day: dayOf(nowMs) }, tx);
    const verdict = mayStandAtDesk(actor, place.desk.id);
    if (!verdict.allowed || body.route === 'own') {
      throw new Refused('forbidden', { orgId: body.orgId, deskOrgId: place.desk.id });
    }
    demandPast(deps, deliveredOn);
    demandVotes(body);
    const { dossierId, code } = await makeDossier(deps, tx, { provinceId, personId, body: launch, enteredByOrg: place.desk.id });
    const { stores } = deps;
    await stores.intake.enterPaper(tx, provinceId, { dossierId, by: personId, atMs: nowMs, deliveredOn });
    await stores.dossiers.addParty(tx, provinceId, { dossierId, orgId: place.receiver.id, role: 'receiving-body', fromMs: nowMs });
    await stores.dossiers.addParty(tx, provinceId, { dossierId, orgId: place.desk.id, role: 'entering-body', fromMs: nowMs });
    if (meeting !== undefined) {
      await keepMeeting(deps, tx, { provinceId, dossierId, meeting });
    }
    const { position } = verdict;
    await note(deps, tx, actor, {
      on: 'dossier',
      id: dossierId,
      position,
      action: 'paper-dossier-entered',
      facts: { dossierId, code, deliveredOn },
    });
    return { dossierId, code, firstTaskId: null };
  });

interface PaperMeeting {
  readonly provinceId: string;
  readonly dossierId: string;
  readonly meeting: NonNullable<PaperDossier['meeting']>;
}

/** Figures of the scanned minutes, where papers of later levels look for them. */
async function keepMeeting({ stores }: CaseworkDeps, tx: Tx, { provinceId, dossierId, meeting }: PaperMeeting): Promise<void> {
  const { invited, present, votes } = meeting;
  const rows: readonly NomineeRow[] = await stores.rows.ofDossier(provinceId, dossierId, tx);
  for (const [index, row] of rows.entries()) {
    const vote = votes[index];
    if (vote !== undefined) {
      await stores.rows.amend(tx, provinceId, { id: row.id, dossierId, details: { review: { ...vote, present, invited } } });
    }
  }
}

function demandPast({ clock }: CaseworkDeps, deliveredOn: string): void {
  const day = parseLocalDate(deliveredOn);
  if (day === undefined || compareDates(day, dayOf(clock.nowMs())) > 0) {
    throw new Refused('request-invalid', { fields: [{ path: 'deliveredOn', problem: 'in-future', kind: 'custom' }] });
  }
}

/** Nobody can have voted who was not there. */
function demandVotes({ meeting, rows }: PaperDossier): void {
  if (meeting === undefined) {
    return;
  }
  const { invited, present, votes } = meeting;
  const fields = [
    ...(present > invited ? [{ path: 'meeting.present', problem: 'too-large', kind: 'custom' }] : []),
    ...(votes.length === rows.length ? [] : [{ path: 'meeting.votes', problem: 'one-per-row', kind: 'custom' }]),
    ...votes.flatMap((vote, index) =>
      vote.yes + vote.no + vote.blank > present ? [{ path: `meeting.votes.${index}`, problem: 'too-large', kind: 'custom' }] : [],
    ),
  ];
  if (fields.length > 0) {
    throw new Refused('request-invalid', { fields });
  }
}
