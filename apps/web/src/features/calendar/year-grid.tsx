import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayText, weekdayText } from '../../i18n/format';
import { useText, type Text } from '../../i18n/use-text';
import type { Mark } from './plan';

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);
const WEEK = [1, 2, 3, 4, 5, 6, 7];
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const KINDS = ['holiday', 'swap-day', 'working-day', 'half-day', 'closure'] as const;

interface Props {
  readonly year: number;
  readonly today: string;
  readonly marks: ReadonlyMap<string, readonly Mark[]>;
  /** Undefined: the reader looks only. */
  readonly chosen?: ReadonlySet<string>;
  readonly onToggle?: (date: string) => void;
}

/** Twelve months; whoever may change the calendar picks days in it, with the mouse or with arrows and space. */
export function YearGrid({ year, today, marks, chosen, onToggle }: Props): ReactNode {
  const t = useText();
  const [focused, setFocused] = useState('');
  const move = (event: KeyboardEvent<HTMLElement>, date: string): void => {
    const step = STEPS[event.key];
    const next = step === undefined ? null : document.getElementById(`day-${shifted(date, step)}`);
    if (next !== null) {
      event.preventDefault();
      setFocused(shifted(date, step ?? 0));
      next.focus();
    }
  };
  return (
    <>
      <div className="year-grid">
        {MONTHS.map((month) => (
          <table key={month} className="month">
            <caption>{t('days.month', { month, year })}</caption>
            <thead>
              <tr>
                {WEEK.map((day) => (
                  <th key={day} scope="col">
                    <abbr title={t(`days.weekday.${String(day)}`)}>{t(`days.weekdayShort.${String(day)}`)}</abbr>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(year, month).map((week, row) => (
                <tr key={`${String(month)}/${String(row)}`}>
                  {week.map((date, at) =>
                    date === null ? (
                      <td key={`${String(row)}/${String(at)}`} />
                    ) : (
                      <DayCell
                        key={date}
                        date={date}
                        rest={at > 4}
                        marks={marks.get(date) ?? []}
                        today={date === today}
                        chosen={chosen?.has(date)}
                        tabbable={focused.slice(0, 7) === date.slice(0, 7) ? focused === date : date.endsWith('-01')}
                        onToggle={onToggle}
                        onKey={move}
                        onFocus={setFocused}
                      />
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <Legend t={t} />
    </>
  );
}

function Legend({ t }: { readonly t: Text }): ReactNode {
  return (
    <ul className="year-legend" aria-label={t('days.legend')}>
      {KINDS.map((kind) => (
        <li key={kind}>
          <span className={`day-mark day-${kind}`} aria-hidden>
            {t(`days.letter.${kind}`)}
          </span>{' '}
          {t(`calendar.kind.${kind}`)}
        </li>
      ))}
      {(['local', 'proposed', 'planned'] as const).map((state) => (
        <li key={state}>
          <span className={`day-mark day-${state}`} aria-hidden>
            7
          </span>{' '}
          {t(`days.state.${state}`)}
        </li>
      ))}
    </ul>
  );
}

interface CellProps {
  readonly date: string;
  readonly rest: boolean;
  readonly marks: readonly Mark[];
  readonly today: boolean;
  readonly chosen: boolean | undefined;
  readonly tabbable: boolean;
  readonly onToggle: ((date: string) => void) | undefined;
  readonly onKey: (event: KeyboardEvent<HTMLElement>, date: string) => void;
  readonly onFocus: (date: string) => void;
}

function DayCell({ date, rest, marks, today, chosen, tabbable, onToggle, onKey, onFocus }: CellProps): ReactNode {
  const t = useText();
  const { i18n } = useTranslation();
  const last = marks.at(-1);
  const words = marks.map((mark) => `${t(`calendar.kind.${mark.kind}`)}, ${mark.name}, ${t(`days.state.${mark.state}`)}`);
  const label = [`${weekdayText(`${date}T12:00:00+07:00`, i18n.language)} ${dayText(date)}`, ...words].join('; ');
  const classes = [
    'day',
    rest ? 'day-rest' : '',
    last === undefined ? '' : `day-${last.kind} day-${last.state}`,
    chosen === true ? 'day-chosen' : '',
  ];
  const face = (
    <>
      {Number(date.slice(8))}
      {last === undefined ? null : <sup aria-hidden>{t(`days.letter.${last.kind}`)}</sup>}
    </>
  );
  return (
    <td aria-current={today ? 'date' : undefined} className={today ? 'day-today' : undefined}>
      {onToggle === undefined ? (
        <span className={classes.join(' ')} title={words.join('; ')}>
          {face}
          {words.length === 0 ? null : <span className="visually-hidden">{words.join('; ')}</span>}
        </span>
      ) : (
        <button
          type="button"
          id={`day-${date}`}
          className={classes.join(' ')}
          title={words.join('; ')}
          aria-label={label}
          aria-pressed={chosen}
          tabIndex={tabbable ? 0 : -1}
          onClick={() => {
            onToggle(date);
          }}
          onFocus={() => {
            onFocus(date);
          }}
          onKeyDown={(event) => {
            onKey(event, date);
          }}
        >
          {face}
        </button>
      )}
    </td>
  );
}

/** Weeks from Monday; days of other months are null. */
function weeksOf(year: number, month: number): readonly (readonly (string | null)[])[] {
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const start = `${String(year)}-${String(month).padStart(2, '0')}-01`;
  return Array.from({ length: Math.ceil((before + length) / 7) }, (_, week) =>
    WEEK.map((_day, at) => {
      const day = week * 7 + at - before;
      return day < 0 || day >= length ? null : shifted(start, day);
    }),
  );
}

function shifted(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
