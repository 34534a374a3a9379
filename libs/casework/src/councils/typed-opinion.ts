import type { BallotOption, SessionItem } from '@thidua/store';

const LETTER: Readonly<Record<BallotOption, string>> = { yes: 'y', no: 'n', blank: 'b' };
const OPTION: ReadonlyMap<string, BallotOption> = new Map([
  ['y', 'yes'],
  ['n', 'no'],
  ['b', 'blank'],
]);
/** No voice on the item. */
const NONE = '-';

/** One letter per item of the agenda: every opinion of a session is as long as every other, so that its length says nothing. */
export function opinionText(items: readonly Pick<SessionItem, 'id'>[], choices: ReadonlyMap<string, BallotOption>): Buffer {
  const letters = items.map((item) => {
    const option = choices.get(item.id);
    return option === undefined ? NONE : LETTER[option];
  });
  return Buffer.from(letters.join(''), 'ascii');
}

export function choicesOf(items: readonly Pick<SessionItem, 'id'>[], text: Buffer): ReadonlyMap<string, BallotOption> {
  const letters = text.toString('ascii');
  return new Map(
    items.flatMap((item, index) => {
      const option = OPTION.get(letters.charAt(index));
      return option === undefined ? [] : [[item.id, option] as const];
    }),
  );
}
