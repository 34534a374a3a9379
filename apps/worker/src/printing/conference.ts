import { mergePdfs, type PaperDataOf } from '@thidua/documents';
import type { JsonObject } from '@thidua/kernel';
import type { ClaimedPrint } from '@thidua/store';
import { conferenceScene, type ConferenceScene } from '../papers/movement/people/conference-scene';
import { render } from '../papers/render';
import {
  ceremonyScript,
  conferenceProgramme,
  honourRoll,
  invitations,
  nameCards,
  type CeremonyOrder,
} from '../papers/round/ceremony-papers';
import type { TaskRoom } from '../service-tasks/service-task';
import { textOf } from './blank-params';
import type { PrintKind } from './print-kind';

type ConferenceKind = 'kich-ban-trao-thuong' | 'bang-ten' | 'giay-moi' | 'chuong-trinh-hoi-nghi' | 'danh-sach-vinh-danh';
type Sheets<Kind extends ConferenceKind> = readonly PaperDataOf<Kind>[];

/** What each kind prints of a conference, sheet by sheet. */
const SHEETS: { readonly [Kind in ConferenceKind]: (room: ConferenceScene, order: CeremonyOrder) => Sheets<Kind> } = {
  'kich-ban-trao-thuong': ({ scene }, order) => [ceremonyScript(scene, order)],
  // The names of bodies hold commas: their cards are not read from a line.
  'bang-ten': ({ scene, guests }, order) => {
    const honourees = nameCards(scene, { ...order, ceremony: { ...order.ceremony, guests: [] } });
    const others = guests.filter((guest) => guest.kind !== 'honouree').map(({ name, title }) => ({ name, title, award: '' }));
    return [{ ...honourees, cards: [...honourees.cards, ...others] }];
  },
  'chuong-trinh-hoi-nghi': ({ scene }, order) => [conferenceProgramme(scene, order)],
  'danh-sach-vinh-danh': ({ scene, models }, order) => [honourRoll(scene, order, models)],
  // One for each who is asked, under the number of the invitation that was signed.
  'giay-moi': ({ scene, invitation }, order) =>
    invitations(scene, order).map((letter) => ({ ...letter, frame: { ...letter.frame, ...invitation } })),
};

/** A paper of a movement's conference, as it stands now. */
export function conferencePrint(kind: ConferenceKind): PrintKind {
  return async (room, order, progress) => {
    const { provinceId, params } = order;
    const found = await conferenceScene(room, provinceId, textOf(params['workId']));
    const asked: CeremonyOrder = { ceremony: found.ceremony, decisions: found.decisions, maker: await makerOf(room, order) };
    const sheets = SHEETS[kind](found, asked);
    const parts: { title: string; bytes: Uint8Array }[] = [];
    for (const data of sheets) {
      // Paper data are plain JSON objects; their interfaces only lack the index signature.
      const { pdf } = await render(room, { provinceId, kind, data: data as unknown as JsonObject, paperId: null, stage: 'draft' });
      parts.push({ title: String(parts.length + 1), bytes: pdf.bytes });
      await progress(parts.length, sheets.length);
    }
    const [only] = parts;
    const bytes = parts.length === 1 && only !== undefined ? only.bytes : await mergePdfs(parts);
    return { bytes, mime: 'application/pdf', fileName: `${kind}-${found.code}.pdf` };
  };
}

/** Of a round's ceremony, or of a conference where the order names one. */
export function ofEither(kind: ConferenceKind, ofRound: PrintKind): PrintKind {
  const ofConference = conferencePrint(kind);
  return (room, order, progress) => ('workId' in order.params ? ofConference : ofRound)(room, order, progress);
}

async function makerOf({ deps }: TaskRoom, { provinceId, askedBy }: ClaimedPrint): Promise<string> {
  const [maker] = await deps.stores.people.persons(provinceId, [askedBy]);
  return maker?.fullName ?? '';
}
