export type CeremonyPrint = 'kich-ban-trao-thuong' | 'bang-ten' | 'giay-moi' | 'chuong-trinh-hoi-nghi';

/** As it is typed: lists a line each. */
export interface CeremonyDraft {
  readonly event: string;
  readonly separate: boolean;
  readonly date: string;
  readonly startTime: string;
  readonly place: string;
  readonly chair: string;
  readonly presenter: string;
  readonly guests: string;
  readonly inviteHonourees: boolean;
  readonly notes: string;
  readonly items: string;
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/[\s.;]+$/, '').trimStart())
    .filter((line) => line !== '');

/** 'giờ | nội dung | người thực hiện'; a line without bars is the content alone. */
function itemOf(line: string): { time: string; content: string; by: string } {
  const parts = line.split('|').map((part) => part.trim());
  const [time = '', content = '', by = ''] = parts.length === 1 ? ['', ...parts] : parts;
  return { time, content, by };
}

/** The parameters of a print. */
export function eventOf(roundId: string, draft: CeremonyDraft): Readonly<Record<string, unknown>> {
  const { event, separate, date, startTime, place, chair, presenter, inviteHonourees } = draft;
  return {
    roundId,
    event: event.trim(),
    separate,
    date,
    startTime,
    place: place.trim(),
    chair: chair.trim(),
    presenter: presenter.trim(),
    guests: linesOf(draft.guests),
    inviteHonourees,
    notes: linesOf(draft.notes),
    items: linesOf(draft.items)
      .map(itemOf)
      .filter((item) => item.content.length > 1),
  };
}

/** The first field a print lacks; undefined when it can be printed. */
export function whyNot(kind: CeremonyPrint, draft: CeremonyDraft, awarded: number): string | undefined {
  const short = (['event', 'place', 'chair'] as const).find((name) => draft[name].trim().length < (name === 'event' ? 5 : 2));
  if (short !== undefined || draft.date === '' || !/^([01]\d|2[0-3]):[0-5]\d$/.test(draft.startTime)) {
    return short ?? 'date';
  }
  if (kind === 'giay-moi' && linesOf(draft.guests).length === 0 && !(draft.inviteHonourees && awarded > 0)) {
    return 'guests';
  }
  return kind === 'chuong-trinh-hoi-nghi' && linesOf(draft.items).length === 0 ? 'items' : undefined;
}
