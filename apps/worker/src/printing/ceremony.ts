import { mergePdfs, type PaperDataOf, type PdfExpectations } from '@thidua/documents';
import type { ClaimedPrint } from '@thidua/store';
import { loadScene } from '../papers/load-scene';
import { TEMPLATES } from '../papers/render';
import {
  ceremonyScript,
  conferenceProgramme,
  honoureesOf,
  invitations,
  nameCards,
  type Ceremony,
  type CeremonyOrder,
} from '../papers/round/ceremony-papers';
import type { RoundScene } from '../papers/scene';
import { templateOf } from '../papers/template-of';
import { GiveUp } from '../service-tasks/outcomes';
import type { TaskRoom } from '../service-tasks/service-task';
import { textOf } from './blank-params';
import type { PrintKind } from './print-kind';

const PDF = 'application/pdf';
const MOST_PAGES = 400;
type CeremonyKind = 'kich-ban-trao-thuong' | 'bang-ten' | 'giay-moi' | 'chuong-trinh-hoi-nghi';

/** Kịch bản trao thưởng of a round. */
export const ceremonyScriptPrint: PrintKind = async (room, order) => {
  const { scene, asked } = await prepared(room, order);
  const data = ceremonyScript(scene, asked);
  const shows = data.parts.flatMap((part) => [part.award, ...part.rows.map((row) => row.name)]);
  return fileOf(scene, 'kich-ban-trao-thuong', await printed(room, order, { kind: 'kich-ban-trao-thuong', data, shows }));
};

/** Bảng tên, nine to a sheet. */
export const nameCardsPrint: PrintKind = async (room, order) => {
  const { scene, asked } = await prepared(room, order);
  const data = nameCards(scene, asked);
  const shows = data.cards.map((card) => card.name);
  return fileOf(scene, 'bang-ten', await printed(room, order, { kind: 'bang-ten', data, shows }));
};

/** Giấy mời, one after the other. */
export const invitationsPrint: PrintKind = async (room, order, progress) => {
  const { scene, asked } = await prepared(room, order);
  const letters = invitations(scene, asked);
  const parts: { title: string; bytes: Uint8Array }[] = [];
  for (const data of letters) {
    const [guest = ''] = data.guests;
    parts.push({ title: guest, bytes: await printed(room, order, { kind: 'giay-moi', data, shows: [guest, data.event] }) });
    await progress(parts.length, letters.length);
  }
  return fileOf(scene, 'giay-moi', await mergePdfs(parts));
};

/** Chương trình hội nghị. */
export const programmePrint: PrintKind = async (room, order) => {
  const { scene, asked } = await prepared(room, order);
  const data = conferenceProgramme(scene, asked);
  const shows = data.items.map((item) => item.content);
  return fileOf(scene, 'chuong-trinh-hoi-nghi', await printed(room, order, { kind: 'chuong-trinh-hoi-nghi', data, shows }));
};

/** The round as it stands now, with the decisions its awards rest on. */
async function prepared(room: TaskRoom, order: ClaimedPrint): Promise<{ readonly scene: RoundScene; readonly asked: CeremonyOrder }> {
  const { provinceId, params, askedBy } = order;
  const scene = await loadScene(room, provinceId, { roundId: textOf(params['roundId']) });
  if (!('round' in scene)) {
    throw new GiveUp('facts-missing', 'Lễ trao thưởng cần một đợt xét.');
  }
  const ids = [...new Set(honoureesOf(scene).flatMap((row) => row.decisionId ?? []))];
  const [decisions, [maker]] = await Promise.all([
    room.deps.stores.decisions.byIds(provinceId, ids),
    room.deps.stores.people.persons(provinceId, [askedBy]),
  ]);
  return {
    scene,
    asked: {
      ceremony: params as unknown as Ceremony, // as its gate let it through
      decisions: new Map(
        decisions.map(({ id, numberText, date, numberDate, orgName }) => [id, { numberText, date: numberDate ?? date, body: orgName }]),
      ),
      maker: maker?.fullName ?? '',
    },
  };
}

interface Sheet<Kind extends CeremonyKind> {
  readonly kind: Kind;
  readonly data: PaperDataOf<Kind>;
  /** Words the finished pages must show. */
  readonly shows: readonly string[];
}

async function printed<Kind extends CeremonyKind>(
  room: TaskRoom,
  order: ClaimedPrint,
  { kind, data, shows }: Sheet<Kind>,
): Promise<Uint8Array> {
  const template = await templateOf(room, { provinceId: order.provinceId, kind, paperId: null, stage: 'draft' });
  const expect: PdfExpectations = { mustContain: shows, minPages: 1, maxPages: MOST_PAGES };
  const { bytes } = await room.maker.make({ kind, version: TEMPLATES, expect, template, data });
  return bytes;
}

function fileOf(scene: RoundScene, kind: CeremonyKind, bytes: Uint8Array): Awaited<ReturnType<PrintKind>> {
  return { bytes, mime: PDF, fileName: `${kind}-${scene.round.code}.pdf` };
}
