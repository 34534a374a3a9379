import { useId, useRef, useState, type ReactNode } from 'react';
import { UploadOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import type { CalendarFileReading } from '@thidua/contract';
import { call } from '../../api/client';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { WhyDisabled } from '../../pieces/why-disabled';
import { calendarText, type PlanItem } from './plan';

const LARGEST = 1_000_000;

/** An .ics file: every day with what it would be, every event left out with why; the days ticked go into the plan. */
export function IcsImport({ onAdd }: { readonly onAdd: (items: readonly PlanItem[]) => void }): ReactNode {
  const t = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [reading, setReading] = useState<CalendarFileReading | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const read = async (file: File): Promise<void> => {
    setName(file.name);
    setReading(null);
    setFailed(null);
    const text = file.size > LARGEST ? undefined : calendarText(new Uint8Array(await file.arrayBuffer()));
    setRefusal(text === undefined ? t(file.size > LARGEST ? 'days.ics.tooLarge' : 'days.ics.notText') : null);
    if (text !== undefined) {
      try {
        const answer = await call('readCalendarFile', { body: { text } });
        setReading(answer);
        setRefusal(answer.refusal);
      } catch (error) {
        setFailed(error);
      }
    }
  };
  return (
    <>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t('days.ics.file')}
        </label>
        <div className="bar-buttons">
          <input
            ref={input}
            id={id}
            type="file"
            className="visually-hidden"
            accept=".ics,text/calendar"
            aria-invalid={refusal !== null}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file !== undefined) {
                void read(file);
              }
            }}
          />
          <Button icon={<UploadOutlined aria-hidden />} tabIndex={-1} onClick={() => input.current?.click()}>
            {t('file.choose')}
          </Button>
          <span className="small muted">{name}</span>
        </div>
        <p className="help">{t('days.ics.help')}</p>
        {refusal === null ? null : (
          <p className="field-error" role="alert">
            {refusal}
          </p>
        )}
        <ErrorNote error={failed} />
      </div>
      {reading === null || reading.refusal !== null ? null : <Found key={name} reading={reading} onAdd={onAdd} />}
    </>
  );
}

function Found({
  reading,
  onAdd,
}: {
  readonly reading: CalendarFileReading;
  readonly onAdd: (items: readonly PlanItem[]) => void;
}): ReactNode {
  const t = useText();
  const id = useId();
  const fresh = reading.days.filter((day) => day.state === 'new' && day.kind !== null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(fresh.map((day) => day.date)));
  const [citation, setCitation] = useState('');
  const counts = {
    fresh: fresh.length,
    known: reading.days.filter((day) => day.state === 'known').length,
    rest: reading.days.filter((day) => day.state === 'rest').length,
    left: reading.problems.length,
  };
  const why = ticked.size === 0 ? t('days.chooseFirst') : citation.trim().length < 3 ? t('days.citationFirst') : null;
  const add = (): void => {
    onAdd(
      fresh.flatMap(({ date, name, kind }) =>
        kind === null || !ticked.has(date)
          ? []
          : [{ type: 'day' as const, key: `${date}/`, date, kind, name, citation: citation.trim(), closesAt: null, org: null }],
      ),
    );
    setTicked(new Set());
  };
  return (
    <>
      <p role="status">{t('days.ics.counts', counts)}</p>
      {fresh.length === 0 ? null : (
        <ul className="plain">
          {fresh.map(({ date, name, kind }) => (
            <li key={date}>
              <Checkbox
                checked={ticked.has(date)}
                onChange={(event) => {
                  const next = new Set(ticked);
                  if (event.target.checked) {
                    next.add(date);
                  } else {
                    next.delete(date);
                  }
                  setTicked(next);
                }}
              >
                {dayText(date)} · {t(`calendar.kind.${kind ?? 'holiday'}`)} · {name}
              </Checkbox>
            </li>
          ))}
        </ul>
      )}
      {reading.problems.length === 0 ? null : (
        <details open>
          <summary>{t('days.ics.left', { count: reading.problems.length })}</summary>
          <ul>
            {reading.problems.map((problem) => (
              <li key={`${String(problem.line)}/${problem.text}`}>
                {t('days.ics.line', { line: problem.line })} {problem.name === '' ? '' : `“${problem.name}”: `}
                {problem.text}
              </li>
            ))}
          </ul>
        </details>
      )}
      {fresh.length === 0 ? null : (
        <>
          <div className="field plan-wide">
            <label className="field-label" htmlFor={id}>
              {t('calendar.column.citation')}
            </label>
            <Input
              id={id}
              maxLength={300}
              value={citation}
              placeholder={t('days.citationHint')}
              onChange={(event) => {
                setCitation(event.target.value);
              }}
            />
          </div>
          <div className="plan-add">
            <Button disabled={why !== null} onClick={add}>
              {ticked.size === 0 ? t('days.addNone') : t('days.add', { count: ticked.size })}
            </Button>
            <WhyDisabled reason={why} />
          </div>
        </>
      )}
    </>
  );
}
