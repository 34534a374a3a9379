import { awardOf, ceremonyOrder, signatureLines } from '@thidua/awards';
import type { CeremonyScript, ConferenceProgramme, DocumentRef, HonourRoll, Invitation, NameCards } from '@thidua/documents';
import { formatLocalDate } from '@thidua/kernel';
import type { RowFacts } from '@thidua/store';
import { frameOf } from '../frame';
import type { RoundScene } from '../scene';
import { formalName, placeWords, recipientWords, shortAward } from '../words';
import { awardHere, deciderLines, deciderName, deciderOf, type DecidingScene } from './deciding';
import { standingFrame } from './standing';

/** What a ceremony is drawn up from: the awards of a round, or those of a movement for its conference. */
export type CeremonyScene = DecidingScene & Pick<RoundScene, 'rows'>;

/** What people have said of the ceremony, as its gate let it through. */
export interface Ceremony {
  readonly event: string;
  readonly separate: boolean;
  readonly date: string;
  readonly startTime: string;
  readonly place: string;
  readonly chair: string;
  readonly presenter: string;
  readonly guests: readonly string[];
  readonly inviteHonourees: boolean;
  readonly notes: readonly string[];
  readonly items: readonly { readonly time: string; readonly content: string; readonly by: string }[];
}

/** A decision that awards rest on: the round's own, or one recorded from above. */
export interface CeremonyDecision {
  readonly numberText: string | null;
  readonly date: string;
  readonly body: string;
}

export interface CeremonyOrder {
  readonly ceremony: Ceremony;
  /** By decision id. */
  readonly decisions: ReadonlyMap<string, CeremonyDecision>;
  /** Who draws the paper up. */
  readonly maker: string;
}

/** Those who were given an award in the round, in the order of R-22. */
export function honoureesOf(scene: CeremonyScene): readonly RowFacts[] {
  const awarded = scene.rows.filter((row) => row.state === 'awarded');
  return ceremonyOrder(
    scene.pack,
    awarded.toSorted((a, b) => a.dossierCode.localeCompare(b.dossierCode) || a.seq - b.seq),
  );
}

/** Kịch bản trao thưởng: one turn per award and decision. */
export function ceremonyScript(scene: CeremonyScene, { ceremony, decisions, maker }: CeremonyOrder): CeremonyScript {
  const rows = honoureesOf(scene);
  const turns = turnsOf(rows);
  const places = new Map(rows.map((row, at) => [row.id, at + 1]));
  return {
    frame: standingFrame(scene, {
      type: '',
      signature: { lines: ['NGƯỜI LẬP KỊCH BẢN'], name: maker },
      date: formatLocalDate(scene.today),
    }),
    subject: `Trao thưởng tại ${ceremony.event}`,
    occasion: ceremony.separate
      ? `${ceremony.event} (tổ chức riêng để khen thưởng thành tích đột xuất)`
      : `Kết hợp trong ${ceremony.event}`,
    ...whenOf(ceremony),
    parts: turns.map((mine, at) => {
      const [first] = mine;
      const decision = decisions.get(first?.decisionId ?? '');
      return {
        index: at + 1,
        award: nameOf(scene, first?.award ?? ''),
        decision: decision === undefined ? null : referenceTo(decision),
        presenter: ceremony.presenter === '' ? deciderOf(scene) : ceremony.presenter,
        rows: mine.map((row) => ({
          index: places.get(row.id) ?? 0,
          name: recipientWords(row),
          kind: row.kind,
          title: placeWords(row),
          note: row.posthumous ? 'Truy tặng; gia đình đón nhận' : '',
        })),
      };
    }),
  };
}

/** One award of one decision each, in the order they are called. */
function turnsOf(rows: readonly RowFacts[]): readonly (readonly RowFacts[])[] {
  const turnOf = (row: RowFacts): string => `${row.award} ${row.decisionId ?? ''}`;
  return [...new Set(rows.map(turnOf))].map((turn) => rows.filter((row) => turnOf(row) === turn));
}

/** A model that a conference honours beside the awards. */
export interface HonouredModel {
  readonly name: string;
  readonly kind: RowFacts['kind'];
  readonly title: string;
  readonly result: string;
}

/** Danh sách vinh danh: awards in the order of R-22, then the models of the movement. */
export function honourRoll(scene: CeremonyScene, order: CeremonyOrder, models: readonly HonouredModel[]): HonourRoll {
  const { ceremony, decisions, maker } = order;
  const rows = honoureesOf(scene);
  const places = new Map(rows.map((row, at) => [row.id, at + 1]));
  return {
    frame: standingFrame(scene, {
      type: '',
      signature: { lines: ['NGƯỜI LẬP DANH SÁCH'], name: maker },
      date: formatLocalDate(scene.today),
    }),
    subject: `Tập thể, cá nhân được tôn vinh tại ${ceremony.event}`,
    ...{ event: ceremony.event, date: ceremony.date, place: ceremony.place },
    parts: turnsOf(rows).map((mine, at) => {
      const [first] = mine;
      const decision = decisions.get(first?.decisionId ?? '');
      return {
        index: at + 1,
        award: nameOf(scene, first?.award ?? ''),
        decision: decision === undefined ? null : referenceTo(decision),
        rows: mine.map((row) => ({
          ...{ index: places.get(row.id) ?? 0, name: recipientWords(row), kind: row.kind, title: placeWords(row) },
          ...{ achievement: shortly(row.achievement), posthumous: row.posthumous },
        })),
      };
    }),
    models: models.map((model, at) => ({ index: rows.length + at + 1, ...model, result: shortly(model.result) })),
  };
}

const MOST_WORDS = 40;

/** The first sentence, cut at a word: a list names what was done, it does not tell it. */
function shortly(text: string): string {
  const [first = ''] = text.trim().split(/(?<=[.;])\s+|\n/u);
  const words = first.replace(/[.;\s]+$/u, '').split(/\s+/u);
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join(' ')}…` : words.join(' ');
}

/** 'Danh hiệu Lao động tiên tiến', 'Giấy khen của Chủ tịch Ủy ban nhân dân xã Gia Phúc'. */
function nameOf(scene: CeremonyScene, award: string): string {
  const name = awardHere(scene, award);
  return awardOf(scene.pack, award)?.kind === 'title' && !/^(Danh hiệu|Cờ)/.test(name) ? `Danh hiệu ${name}` : name;
}

function referenceTo({ numberText, date, body }: CeremonyDecision): DocumentRef {
  const [number = null, ...symbol] = numberText?.split('/') ?? [];
  return { name: 'Quyết định', number, symbol: symbol.join('/'), date, body };
}

function whenOf({ date, startTime, place, chair }: Ceremony): Pick<Ceremony, 'date' | 'startTime' | 'place' | 'chair'> {
  return { date, startTime, place, chair };
}

/** Bảng tên: the honourees in the order they are called, then the guests. */
export function nameCards(scene: CeremonyScene, { ceremony }: CeremonyOrder): NameCards {
  const honourees = honoureesOf(scene).map((row) => ({
    name: recipientWords(row),
    title: placeWords(row),
    award: shortAward(awardHere(scene, row.award)),
  }));
  const guests = ceremony.guests.map((guest) => {
    const [name = '', ...post] = guest.split(',').map((part) => part.trim());
    return { name, title: post.join(', '), award: '' };
  });
  const frame = standingFrame(scene, { type: '', signature: { lines: [], name: '' } });
  return { frame, event: ceremony.event, cards: [...honourees, ...guests] };
}

/** Giấy mời, one for each of whom it names; number and date are still to come. */
export function invitations(scene: CeremonyScene, { ceremony }: CeremonyOrder): readonly Invitation[] {
  const { org, pack, simulated, today } = scene;
  const committee = scene.round.level !== 'UNIT';
  const signature = {
    lines: committee ? signatureLines({ office: 'committee', as: 'head' }) : deciderLines(scene),
    name: deciderName(scene),
  };
  const frame = frameOf({ org, pack, simulated, today, type: 'GM', signature, recipients: ['Như trên', 'Lưu: VT'] });
  const honourees = ceremony.inviteHonourees
    ? honoureesOf(scene).map((row) => [recipientWords(row), placeWords(row)].filter((part) => part !== '').join(', '))
    : [];
  return [...honourees, ...ceremony.guests].map((guest) => ({
    frame,
    subject: `Dự ${ceremony.event}`,
    host: formalName(org),
    guests: [guest],
    event: ceremony.event,
    ...whenOf(ceremony),
    notes: ceremony.notes,
  }));
}

/** Chương trình hội nghị, as it was typed. */
export function conferenceProgramme(scene: CeremonyScene, { ceremony }: CeremonyOrder): ConferenceProgramme {
  const frame = standingFrame(scene, { type: '', signature: { lines: ['BAN TỔ CHỨC'], name: '' }, date: formatLocalDate(scene.today) });
  return {
    frame,
    subject: ceremony.event,
    ...whenOf(ceremony),
    items: ceremony.items.map((item, at) => ({ index: at + 1, ...item })),
  };
}
