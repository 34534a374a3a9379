import type { Session } from '../session';

/** The demo's day, YYYY-MM-DD. */
export async function todayOf(person: Session): Promise<string> {
  return (await person.call<{ now: string }>('clock')).now.slice(0, 10);
}

/** Moves the demo's clock on to nine o'clock of a day; a day that has passed stays passed. */
export async function advanceTo(person: Session, day: string): Promise<void> {
  if ((await todayOf(person)) < day) {
    await person.call('advanceClock', { body: { to: `${day}T09:00:00+07:00` } });
  }
}
