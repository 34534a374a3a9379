import { clockFacts, deadline, rowsOn, type ClockEvent, type Deadline, type LimitRow, type Pack } from '@thidua/awards';
import type { LimitLine } from '@thidua/contract';
import { compareDates, dayOf, formatLocalDate, type LocalDate } from '@thidua/kernel';
import type { DossierRecord, LimitEventRecord, NomineeRow, RoundTrace, RowDecision } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { clockEvent } from './task-clock';

export interface DossierInTime {
  readonly dossier: DossierRecord;
  readonly rows: readonly NomineeRow[];
  readonly pack: Pack;
  /** Level of the body that received it. */
  readonly receivedAt: Level;
  readonly rounds: readonly RoundTrace[];
  readonly decisions: readonly RowDecision[];
  readonly events: readonly LimitEventRecord[];
  readonly today: LocalDate;
}

const LADDER = ['UNIT', 'XA', 'HUYEN', 'TINH'] as const;
export type Level = (typeof LADDER)[number];

/** The legal limits of a dossier at each level it has come to, one line per limit and per clock of its nominees (law.md 8, decision 30). */
export function dossierClocks({ calendars }: Pick<CaseworkDeps, 'calendars'>, around: DossierInTime): LimitLine[] {
  const { dossier, pack, rows } = around;
  const calendar = calendars.of(dossier.provinceId, dossier.receiverOrgId);
  const day = dossier.receivedAt === null ? around.today : dayOf(dossier.receivedAt.getTime());
  const lines = new Map<string, LimitLine>();
  for (const level of LADDER) {
    for (const limit of limitsAt(pack, level, day)) {
      for (const row of rows.filter((one) => limit.awards.length === 0 || limit.awards.includes(one.award))) {
        const facts = factsAt(around, level, row);
        if (facts.received === null) {
          continue;
        }
        const asOf = facts.ended ?? around.today;
        const answer = deadline(
          {
            pack: { ...pack, limits: [limit] },
            rowId: limit.id,
            receivedAt: facts.received,
            completeAt: facts.complete,
            pauses: facts.pauses,
            asOf,
          },
          calendar,
        );
        addLine(lines, lineOf(limit, answer, facts.ended), row.seq);
      }
    }
  }
  return [...lines.values()];
}

/** Rows of law that bind the body of a level for a whole file; those that run from an event of their own are shown where it happens. */
function limitsAt(pack: Pack, level: Level, day: LocalDate): readonly LimitRow[] {
  return rowsOn(pack.limits, day).filter(
    (row) => row.kind === 'within' && row.level === level && row.startsAt !== 'event' && row.amount.unit !== 'month',
  );
}

interface LevelFacts {
  readonly received: LocalDate | null;
  readonly complete: LocalDate | null;
  readonly pauses: ReturnType<typeof clockFacts>['pauses'];
  /** When the level was done with the row. */
  readonly ended: LocalDate | null;
}

/** At the receiving level the desk's own events count; a higher level has received and has a complete file on the day the row joins its round. */
function factsAt(around: DossierInTime, level: Level, row: NomineeRow): LevelFacts {
  const rounds = around.rounds.filter((round) => round.level === level);
  const [joined] = rounds.map((round) => dayOf(round.joinedAt.getTime()));
  const own = eventsFor(around, row, (event) => event.roundId === null || rounds.some((round) => round.roundId === event.roundId));
  const ended = endedAt(around, level, row);
  if (level === around.receivedAt) {
    const { receivedAt, completeAt, pauses } = clockFacts(own);
    return { received: receivedAt, complete: completeAt, pauses, ended };
  }
  const passes = LADDER.indexOf(level) > LADDER.indexOf(around.receivedAt) && joined !== undefined;
  const upper = eventsFor(around, row, (event) => event.rowId !== null || rounds.some((round) => round.roundId === event.roundId));
  return { received: passes ? joined : null, complete: passes ? joined : null, pauses: clockFacts(upper).pauses, ended };
}

function eventsFor({ events }: DossierInTime, row: NomineeRow, wanted: (event: LimitEventRecord) => boolean): readonly ClockEvent[] {
  return events.filter((event) => (event.rowId === null || event.rowId === row.id) && wanted(event)).map(clockEvent);
}

function endedAt({ rounds, decisions, dossier }: DossierInTime, level: Level, row: NomineeRow): LocalDate | null {
  const above = rounds
    .filter((round) => LADDER.indexOf(round.level) > LADDER.indexOf(level))
    .map((round) => dayOf(round.joinedAt.getTime()));
  const decided = decisions.filter((one) => one.rowId === row.id).map((one) => dayOf(Date.parse(`${one.date}T00:00:00+07:00`)));
  const closed = dossier.closedAt === null ? [] : [dayOf(dossier.closedAt.getTime())];
  return [...above, ...decided, ...closed].reduce<LocalDate | null>(
    (first, day) => (first === null || compareDates(day, first) < 0 ? day : first),
    null,
  );
}

function lineOf(limit: LimitRow, answer: Deadline, ended: LocalDate | null): LimitLine {
  return {
    ruleId: limit.id,
    text: limit.text,
    level: limit.level,
    rowSeqs: [],
    status: ended === null ? answer.status : 'ended',
    unit: answer.unit,
    legalDays: answer.legalDays,
    startedOn: shown(answer.startedOn),
    dueOn: shown(answer.dueOn),
    elapsedDays: answer.elapsedDays,
    remainingDays: answer.remainingDays,
    overdue: answer.overdue,
    endedOn: shown(ended),
    readings: answer.readings.map(({ from, startedOn, dueOn, elapsedDays }) => ({
      from,
      startedOn: shown(startedOn),
      dueOn: shown(dueOn),
      elapsedDays,
    })),
    startsAt: answer.startsAt,
    onSupplement: answer.onSupplement,
    onOpinion: answer.onOpinion,
    citation: answer.citation,
    confirmed: answer.confirmed,
  };
}

/** Nominees whose clocks show the same stand on one line. */
function addLine(lines: Map<string, LimitLine>, line: LimitLine, seq: number): void {
  const key = JSON.stringify(line);
  const known = lines.get(key);
  lines.set(key, { ...line, rowSeqs: [...(known?.rowSeqs ?? []), seq] });
}

function shown(day: LocalDate | null): string | null {
  return day === null ? null : formatLocalDate(day);
}
