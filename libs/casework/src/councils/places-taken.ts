import { choiceAmong, type Candidate, type Choice } from '@thidua/awards';
import type { AnnouncedPlaces, TieBreakRecord } from '@thidua/store';
import type { ActContext } from '../acts/act';
import { problem } from '../dossiers/row-entries';
import { Refused } from '../refused';
import type { CountedItem } from './count-session';
import type { CountingRoom } from './counting-room';
import { nomineeFacts } from './nominee-facts';

/** The rule of equally placed nominees (law.md 6). */
const RULE = 'R-07';

export interface Chosen {
  /** Rows the council chose among equals. */
  readonly chosen: readonly string[];
  readonly reason: string;
}

export interface PlacesTaken {
  readonly items: readonly CountedItem[];
  readonly ties: readonly TieBreakRecord[];
}

/**
 * Where more rows passed than may be recommended: the votes decide, and among equals at the last place the council does, told whom R-07 prefers.
 * @throws Refused tie-to-break until the council has chosen · form-invalid when its choice does not fit
 */
export async function placesTaken(
  context: ActContext,
  room: CountingRoom,
  items: readonly CountedItem[],
  council: Chosen,
): Promise<PlacesTaken> {
  const ties: TieBreakRecord[] = [];
  let decided = items;
  for (const places of room.session.places) {
    const passed = items.filter((one) => one.passed && one.item.award === places.award);
    const choice = choiceAmong(await candidates(context, passed), places.places, shareOfWomen(room));
    if (choice.kind !== 'enough') {
      const tie = choice.kind === 'tie' ? tieOf(room, { places, choice, items, council }) : undefined;
      ties.push(...(tie === undefined ? [] : [tie]));
      const taken = [...choice.sure, ...(tie?.chosen ?? [])];
      decided = decided.map((one) => (passed.includes(one) ? { ...one, chosen: taken.includes(one.item.rowId) } : one));
    }
  }
  return { items: decided, ties };
}

async function candidates({ deps, tx, task }: ActContext, passed: readonly CountedItem[]): Promise<readonly Candidate[]> {
  const facts = await nomineeFacts(
    deps,
    task.provinceId,
    passed.map((one) => one.item.rowId),
    tx,
  );
  return passed.map(({ item, yes }) => {
    const known = facts.get(item.rowId);
    const kind = item.kind === 'collective' || item.kind === 'household' ? item.kind : 'individual';
    return { rowId: item.rowId, kind, yes, female: known?.female ?? null, women: known?.women ?? null };
  });
}

function shareOfWomen({ pack }: CountingRoom): { readonly numerator: number; readonly denominator: number } {
  const share = pack.rules.find((row) => row.id === RULE)?.share;
  // A pack without the rule prefers nobody: no collective is made of more than all.
  return share ?? { numerator: 1, denominator: 1 };
}

interface Tie {
  readonly places: AnnouncedPlaces;
  readonly choice: Choice;
  readonly items: readonly CountedItem[];
  readonly council: Chosen;
}

function tieOf({ pack }: CountingRoom, { places, choice, items, council }: Tie): TieBreakRecord {
  const { tied, placesLeft, preferred, unknown } = choice;
  const names = (rowIds: readonly string[]): string =>
    items
      .filter((one) => rowIds.includes(one.item.rowId))
      .map((one) => one.item.name)
      .join('; ');
  const chosen = council.chosen.filter((rowId) => tied.includes(rowId));
  if (chosen.length === 0) {
    const rule = pack.rules.find((row) => row.id === RULE);
    throw new Refused('tie-to-break', {
      ...{ ruleId: RULE, citation: rule?.citation ?? '', text: rule?.text ?? '', award: places.award, places: places.places, placesLeft },
      ...{ tied: names(tied), tiedIds: [...tied], preferred: names(preferred), preferredIds: [...preferred], unknown: names(unknown) },
    });
  }
  const follows =
    preferred.length === 0 || chosen.every((rowId) => preferred.includes(rowId)) || preferred.every((rowId) => chosen.includes(rowId));
  const problems = [
    ...(chosen.length === placesLeft ? [] : [problem('chosen', 'not-the-places', 'Trường hợp được chọn', { expected: placesLeft })]),
    ...(follows || council.reason !== '' ? [] : [problem('tieReason', 'required', 'Lý do lựa chọn')]),
  ];
  if (problems.length > 0) {
    throw new Refused('form-invalid', { problems });
  }
  return { award: places.award, places: places.places, tied, preferred, chosen, ruleId: RULE, reason: council.reason };
}
