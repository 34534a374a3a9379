import { useState, type ReactNode } from 'react';
import { Button, Checkbox, Input, InputNumber } from 'antd';
import type { PackRowView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { DayField } from '../../forms/day-field';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { LawProblems } from './law-problems';
import { isWhole, NO_PAPER, paperBody, PaperForm } from './paper-form';

type Value = PackRowView['values'][string];

/** Keys a place does not set: what names the row, and where it comes from. */
const FIXED = ['id', 'award', 'citation', 'confirmed', 'source', 'note', 'effectiveFrom', 'effectiveTo', 'province', 'kind', 'names'];

const LEVELS = ['UNIT', 'XA', 'HUYEN', 'TINH', 'TTG', 'CTN'] as const;

/** Keys with a closed list of values; `base` of a coefficient is a number and not among them. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  level: LEVELS,
  madeAt: LEVELS,
  startsAt: ['received', 'complete', 'event'],
  onSupplement: ['restart', 'pause', 'none'],
  onOpinion: ['none', 'pause'],
  body: ['none', 'standing', 'full'],
  conflict: ['chair-rules', 'recuse'],
  of: ['cluster-leaders', 'awarded-in-round', 'unit-members'],
  who: ['all', 'direct-workers'],
  when: [
    'always',
    'under-party-management',
    'enterprise',
    'own-body',
    'ministry-body',
    'external-relations',
    'state-budget-body',
    'initiative',
  ],
  silence: ['waits', 'goes-on'],
  payer: ['decider', 'province', 'enterprise'],
  order: ['multiplyFirst', 'roundFirst'],
  ownRow: ['deputy-signs', 'split'],
  procedure: ['ordinary', 'simplified', 'any'],
  base: ['all-members', 'standing-members'],
  threshold: ['majority'],
};

interface Props {
  readonly packId: string;
  readonly row: PackRowView;
  readonly today: string;
  readonly onClose: () => void;
}

/** The province's own value for one row, with the paper that sets it and the first day it holds. */
export function OverrideDialog({ packId, row, today, onClose }: Props): ReactNode {
  const t = useText();
  const propose = useAct('proposeLocalRow');
  const [paper, setPaper] = useState(NO_PAPER);
  const [from, setFrom] = useState(today);
  const [values, setValues] = useState<PackRowView['values']>({});
  const changed = Object.keys(values).length > 0;
  const ready = isWhole(paper) && changed && from !== '';
  return (
    <Dialog
      title={t('law.overrideTitle', { id: row.id })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button
            type="primary"
            disabled={!ready}
            loading={propose.isPending}
            onClick={() => {
              propose.mutate(
                { params: { pack: packId }, body: { ...paperBody(paper), rowKey: row.key, values, from } },
                { onSuccess: onClose },
              );
            }}
          >
            {t('law.proposeLocal')}
          </Button>
        </>
      }
    >
      <p className="small">{row.text}</p>
      <div className="law-paper">
        {Object.entries(row.values)
          .filter(([key]) => !FIXED.includes(key))
          .map(([key, value]) => (
            <ValueField
              key={key}
              name={key}
              value={values[key] ?? value}
              onChange={(next) => {
                setValues((before) => ({ ...before, [key]: next }));
              }}
            />
          ))}
        <div className="field">
          <label className="field-label" htmlFor="law-from">
            {t('law.from')}
          </label>
          <DayField
            id="law-from"
            value={from}
            withTime={false}
            disabled={false}
            onChange={(value) => {
              setFrom(typeof value === 'string' ? value : '');
            }}
          />
        </div>
      </div>
      <h3>{t('law.byPaper')}</h3>
      <PaperForm paper={paper} onChange={setPaper} />
      <p className="help">{ready ? t('law.secondPerson') : changed ? t('law.paperForm.missing') : t('law.changeFirst')}</p>
      <ErrorNote error={propose.error} />
      <LawProblems error={propose.error} />
    </Dialog>
  );
}

function ValueField({
  name,
  value,
  onChange,
}: {
  readonly name: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}): ReactNode {
  const t = useText();
  const label = t.or(`law.key.${name}`, name);
  if (typeof value === 'boolean') {
    return (
      <Checkbox
        checked={value}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      >
        {label}
      </Checkbox>
    );
  }
  if (typeof value === 'number') {
    return (
      <label className="field">
        <span className="field-label">{label}</span>
        <InputNumber
          min={0}
          value={value}
          onChange={(next) => {
            onChange(next ?? 0);
          }}
        />
      </label>
    );
  }
  const choices = CHOICES[name];
  if (typeof value === 'string' && choices?.includes(value) === true) {
    return (
      <label className="field">
        <span className="field-label">{label}</span>
        <select
          className="form-input"
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`law.value.${choice}`)}
            </option>
          ))}
        </select>
      </label>
    );
  }
  if (typeof value === 'string') {
    return (
      <label className="field">
        <span className="field-label">{label}</span>
        <Input
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      </label>
    );
  }
  if (!Array.isArray(value)) {
    return null;
  }
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <Input.TextArea
        rows={Math.min(4, Math.max(1, value.length))}
        value={value.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n')}
        onChange={(event) => {
          onChange(
            event.target.value
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== ''),
          );
        }}
      />
    </label>
  );
}
