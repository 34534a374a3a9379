import { useState, type ReactNode } from 'react';
import { Button, Checkbox, Input, Radio, Select } from 'antd';
import type { RoundView } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { DayField } from '../../forms/day-field';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';

const KINDS = ['received', 'returned', 'opinion-asked', 'differs', 'decision'] as const;
type Kind = (typeof KINDS)[number];

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
  const [refused, setRefused] = useState<readonly string[]>([]);
  const needsGround = kind === 'returned' || kind === 'opinion-asked';
  const complete =
    (kind !== 'differs' || Object.keys(awards).length > 0) &&
    date !== '' &&
    (!needsGround || ground.trim() !== '') &&
    (kind !== 'decision' || numberText.trim() !== '');
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
      {kind === 'decision' ? (
        <fieldset className="row-entry">
          <legend>{t('central.results')}</legend>
          {rows.map((row) => (
            <div key={row.id}>
              <Checkbox
                checked={!refused.includes(row.id)}
                onChange={(event) => {
                  setRefused(event.target.checked ? refused.filter((other) => other !== row.id) : [...refused, row.id]);
                }}
              >
                {row.name} · {row.awardName}
              </Checkbox>
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
                  ...(kind === 'decision' ? { results: Object.fromEntries(rows.map((row) => [row.id, !refused.includes(row.id)])) } : {}),
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
