import { useState, type ReactNode } from 'react';
import { Button, Input, Radio, Select } from 'antd';
import type { RoundView } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { DayField } from '../../forms/day-field';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';

const KINDS = ['received', 'returned', 'opinion-asked', 'differs', 'decision'] as const;
type Kind = (typeof KINDS)[number];
/** The Prime Minister and the President decide on papers of their own. */
const DECIDERS = ['TTG', 'CTN'] as const;
type Decider = (typeof DECIDERS)[number];
/** open: another paper answers the row. */
const ANSWERS = ['yes', 'no', 'open'] as const;
type Answer = (typeof ANSWERS)[number];

/** What came from Bộ Nội vụ: received, returned with its ground, opinion asked, or the decision with its result per row. */
export function CentralPaper({ round, onClose }: { readonly round: RoundView; readonly onClose: () => void }): ReactNode {
  const t = useText();
  const record = useAct('recordCentralPaper');
  const rows = round.rows.filter((row) => row.state === 'open' && row.stage === 'TW');
  const procedure = useRead('roundProcedure', { params: { id: round.id } });
  const [kind, setKind] = useState<Kind>('received');
  const [numberText, setNumber] = useState('');
  const [date, setDate] = useState('');
  const [ground, setGround] = useState('');
  const [awards, setAwards] = useState<Readonly<Record<string, string>>>({});
  const [decider, setDecider] = useState<Decider | null>(null);
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const deciderOf = new Map((procedure.data?.centralAwards ?? []).map((one) => [one.award, one.decider]));
  const deciders = DECIDERS.filter((one) => rows.some((row) => deciderOf.get(row.award) === one));
  const deciding = decider ?? deciders[0];
  const decided = rows.filter((row) => deciderOf.get(row.award) === deciding);
  const results = decided.flatMap(({ id }) => ((answers[id] ?? 'yes') === 'open' ? [] : [[id, (answers[id] ?? 'yes') === 'yes'] as const]));
  const needsGround = kind === 'returned' || kind === 'opinion-asked';
  const complete =
    (kind !== 'differs' || Object.keys(awards).length > 0) &&
    date !== '' &&
    (!needsGround || ground.trim() !== '') &&
    (kind !== 'decision' || (numberText.trim() !== '' && results.length > 0));
  return (
    <form
      className="task-form"
      aria-label={t('central.record')}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <div className="field">
        <span className="field-label" id="central-kind">
          {t('central.kind')}
        </span>
        <Radio.Group
          className="stack"
          aria-labelledby="central-kind"
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`centralKind.${value}`) }))}
          onChange={(event) => {
            setKind(KINDS.find((known) => known === event.target.value) ?? 'received');
          }}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="central-number">
          {t('central.number')}
          {kind === 'decision' ? <span className="required"> *</span> : null}
        </label>
        <Input
          id="central-number"
          maxLength={60}
          value={numberText}
          onChange={(event) => {
            setNumber(event.target.value);
          }}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="central-date">
          {t('central.date')}
          <span className="required"> *</span>
        </label>
        <DayField
          id="central-date"
          withTime={false}
          disabled={false}
          value={date}
          onChange={(next) => {
            setDate(typeof next === 'string' ? next : '');
          }}
        />
      </div>
      {needsGround ? (
        <div className="field">
          <label className="field-label" htmlFor="central-ground">
            {t('central.ground')}
            <span className="required"> *</span>
          </label>
          <Input.TextArea
            id="central-ground"
            rows={3}
            maxLength={1000}
            value={ground}
            onChange={(event) => {
              setGround(event.target.value);
            }}
          />
        </div>
      ) : null}
      {kind === 'differs' ? (
        <fieldset className="row-entry">
          <legend>{t('central.differs')}</legend>
          {rows.map((row) => (
            <div key={row.id} className="field">
              <label className="field-label" htmlFor={`differs-${row.id}`}>
                {row.name} · {row.awardName}
              </label>
              <Select
                id={`differs-${row.id}`}
                allowClear
                placeholder={t('central.same')}
                options={(procedure.data?.centralAwards ?? [])
                  .filter((one) => one.award !== row.award)
                  .map((one) => ({ value: one.award, label: one.name }))}
                onChange={(next: string | undefined) => {
                  const others = Object.entries(awards).filter(([id]) => id !== row.id);
                  setAwards(Object.fromEntries(next === undefined ? others : [...others, [row.id, next]]));
                }}
              />
            </div>
          ))}
        </fieldset>
      ) : null}
      {kind === 'decision' && deciders.length > 1 ? (
        <div className="field">
          <span className="field-label" id="central-decider">
            {t('central.decider')}
          </span>
          <Radio.Group
            aria-labelledby="central-decider"
            value={deciding}
            options={deciders.map((value) => ({ value, label: t(`level.${value}`) }))}
            onChange={(event) => {
              setDecider(DECIDERS.find((known) => known === event.target.value) ?? null);
            }}
          />
        </div>
      ) : null}
      {kind === 'decision' ? (
        <fieldset className="row-entry">
          <legend>{t('central.results')}</legend>
          {decided.map((row) => (
            <div key={row.id} className="field">
              <span className="field-label" id={`result-${row.id}`}>
                {row.name} · {row.awardName}
              </span>
              <Radio.Group
                aria-labelledby={`result-${row.id}`}
                value={answers[row.id] ?? 'yes'}
                options={[
                  { value: 'yes', label: t('central.awarded') },
                  { value: 'no', label: t('central.notAwarded') },
                  { value: 'open', label: t('central.notInThis') },
                ]}
                onChange={(event) => {
                  setAnswers({ ...answers, [row.id]: ANSWERS.find((known) => known === event.target.value) ?? 'yes' });
                }}
              />
            </div>
          ))}
        </fieldset>
      ) : null}
      <ErrorNote error={record.error} />
      <div className="bar-buttons">
        <Button
          type="primary"
          disabled={!complete}
          loading={record.isPending}
          onClick={() => {
            record.mutate(
              {
                params: { id: round.id },
                body: {
                  kind,
                  date,
                  ...(numberText.trim() === '' ? {} : { numberText: numberText.trim() }),
                  ...(needsGround ? { ground: ground.trim() } : {}),
                  ...(kind === 'differs' ? { awards } : {}),
                  ...(kind === 'decision' ? { results: Object.fromEntries(results) } : {}),
                },
              },
              { onSuccess: onClose },
            );
          }}
        >
          {t('central.save')}
        </Button>
        <Button onClick={onClose}>{t('action.close')}</Button>
      </div>
    </form>
  );
}
