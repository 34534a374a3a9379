import type { ReactNode } from 'react';
import { InputNumber } from 'antd';
import type { IndicatorView, ReportFigure } from '@thidua/contract';
import { useText } from '../../../i18n/use-text';
import { shareText } from './figure-words';

interface Props {
  readonly indicator: IndicatorView;
  readonly figure: ReportFigure | undefined;
  readonly onChange: (figure: ReportFigure | undefined) => void;
  readonly idPrefix?: string;
  readonly disabled?: boolean;
}

/** One line of the form of figures: a number, a part of a whole, or words. Empty is not zero. */
export function FigureField({ indicator, figure, onChange, idPrefix = 'figure', disabled = false }: Props): ReactNode {
  const t = useText();
  const id = `${idPrefix}-${indicator.id}`;
  if (indicator.type === 'text') {
    const text = figure !== undefined && 'text' in figure ? figure.text : '';
    return (
      <textarea
        id={id}
        className="form-input form-area"
        rows={3}
        maxLength={4000}
        disabled={disabled}
        value={text}
        onChange={(event) => {
          onChange(event.target.value === '' ? undefined : { text: event.target.value });
        }}
      />
    );
  }
  if (indicator.type === 'number') {
    const value = figure !== undefined && 'value' in figure ? figure.value : null;
    return (
      <span className="report-number">
        <Amount
          id={id}
          value={value}
          disabled={disabled}
          onChange={(next) => {
            onChange(next === null ? undefined : { value: next });
          }}
        />
        <span className="muted">{indicator.unit}</span>
      </span>
    );
  }
  const { part, whole } = figure !== undefined && 'part' in figure ? figure : { part: null, whole: null };
  const set = (next: { part: number | null; whole: number | null }): void => {
    onChange(next.part === null && next.whole === null ? undefined : { part: next.part ?? 0, whole: next.whole ?? 0 });
  };
  return (
    <span className="report-number">
      <Amount
        id={id}
        value={part}
        disabled={disabled}
        onChange={(next) => {
          set({ part: next, whole });
        }}
      />
      <span>{t('movements.reports.outOf')}</span>
      <Amount
        id={`${id}-whole`}
        label={t('movements.reports.wholeOf', { name: indicator.name })}
        value={whole}
        disabled={disabled}
        onChange={(next) => {
          set({ part, whole: next });
        }}
      />
      <strong className="report-share">{part === null ? '' : shareText(part, whole)}</strong>
    </span>
  );
}

interface AmountProps {
  readonly id: string;
  readonly label?: string;
  readonly value: number | null;
  readonly disabled: boolean;
  readonly onChange: (value: number | null) => void;
}

function Amount({ id, label, value, disabled, onChange }: AmountProps): ReactNode {
  return (
    <InputNumber
      id={id}
      {...(label === undefined ? {} : { 'aria-label': label })}
      className="report-amount"
      min={0}
      max={1e12}
      step={1}
      decimalSeparator=","
      controls={false}
      disabled={disabled}
      value={value}
      onChange={onChange}
    />
  );
}
