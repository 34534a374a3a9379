import { conferenceFacts, honoursOf, movementAtHand } from '@thidua/casework';
import { formatLocalDate } from '@thidua/kernel';
import type { GuestRecord, OrgFacts } from '@thidua/store';
import { GiveUp } from '../../../service-tasks/outcomes';
import type { SceneRoom } from '../../load-scene';
import type { Ceremony, CeremonyDecision, CeremonyScene, HonouredModel } from '../../round/ceremony-papers';
import { sceneOfWork, type MovementScene } from '../movement-scene';
import { guestWords } from './invitation-paper';

/** What the papers of a conference are drawn up from: the movement's awards and models, and whom it asked. */
export interface ConferenceScene {
  readonly scene: CeremonyScene;
  readonly code: string;
  readonly ceremony: Ceremony;
  readonly decisions: ReadonlyMap<string, CeremonyDecision>;
  readonly models: readonly HonouredModel[];
  readonly guests: readonly GuestRecord[];
  /** Number and day of the newest invitation that has them. */
  readonly invitation: { readonly number: string; readonly date: string } | undefined;
}

/** @throws GiveUp facts-missing */
export async function conferenceScene(room: SceneRoom, provinceId: string, workId: string): Promise<ConferenceScene> {
  const { stores } = room.deps;
  const work = await stores.works.byId(provinceId, workId);
  const found = work === undefined ? undefined : await movementAtHand(room.deps, provinceId, work.movementId);
  const plan = work === undefined ? undefined : conferenceFacts(work);
  if (work === undefined || found === undefined || plan === undefined || plan.date === null || plan.startTime === null) {
    throw new GiveUp('facts-missing', 'Hội nghị chưa có ngày, giờ.');
  }
  const movement = await sceneOfWork(room, provinceId, work);
  const { honours, models } = await honoursOf(room.deps, found, plan);
  const [rows, guests, decisions, standing] = await Promise.all([
    room.facts.rowsByIds(
      provinceId,
      honours.map((row) => row.rowId),
    ),
    stores.guests.ofWork(provinceId, workId),
    stores.decisions.byIds(provinceId, [...new Set(honours.map((row) => row.decisionId))]),
    room.facts.org(provinceId, found.standing.id, formatLocalDate(movement.today)),
  ]);
  const { date, startTime, event, place, chair, presenter, notes, items } = plan;
  return {
    scene: ceremonyScene(movement, standing ?? movement.org, rows),
    code: work.code,
    ceremony: {
      ...{ event, separate: false, date, startTime, place, chair, presenter, inviteHonourees: true, notes, items },
      guests: guests.filter((guest) => guest.kind !== 'honouree').map(guestWords),
    },
    decisions: new Map(
      decisions.map((one) => [one.id, { numberText: one.numberText, date: one.numberDate ?? one.date, body: one.orgName }]),
    ),
    models: models.map((model) => ({ name: model.name, kind: model.nomineeKind, title: model.title, result: model.results })),
    guests,
    invitation: numberedInvitation(movement),
  };
}

function ceremonyScene(movement: MovementScene, standing: OrgFacts, rows: CeremonyScene['rows']): CeremonyScene {
  const { org, province, pack, today, simulated } = movement;
  const level = org.kind === 'commune' ? 'XA' : org.kind === 'district' ? 'HUYEN' : org.kind === 'province' ? 'TINH' : 'UNIT';
  return {
    ...{ org, standing, province: province ?? org, pack, today, simulated, rows },
    round: { level },
    deciderRole: level === 'UNIT' ? 'head' : 'chair',
    holder: (orgId, role) => movement.holder(orgId, role),
  };
}

function numberedInvitation({ papers }: MovementScene): ConferenceScene['invitation'] {
  const numbered = papers.findLast((paper) => paper.kind === 'giay-moi' && paper.numberText !== null && paper.state !== 'canceled');
  const [number] = numbered?.numberText?.split('/') ?? [];
  return numbered === undefined || number === undefined || numbered.numberDate === null ? undefined : { number, date: numbered.numberDate };
}
