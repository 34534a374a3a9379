import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { PlanFieldView } from '@thidua/contract';
import { useText } from '../../../i18n/use-text';
import { Dialog } from '../../../pieces/dialog';
import { ErrorNote } from '../../../pieces/error-note';
import { WhyDisabled } from '../../../pieces/why-disabled';
import { ControlField } from './control-field';
import { CONTROLS, emptyValue, type FieldKind } from './field-shapes';
import { wordsToValue, valueToWords, type Typed } from './typed-value';

/** Kinds that are nothing but their wording: without lines of the text a person writes it. */
const WORDED: readonly FieldKind[] = ['criterion', 'standard'];

interface Props {
  readonly kind: FieldKind;
  /** Null: a field that is not there yet. */
  readonly field: PlanFieldView | null;
  readonly lines: number;
  readonly awards: readonly { readonly award: string; readonly name: string }[];
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSave: (value: PlanFieldView['value'], line: { from: number; to: number } | null, words: string) => void;
  readonly onClose: () => void;
}

/** What a person knows better than the reader: the value, and the lines that say it, if any. */
export function FieldEditor({ kind, field, lines, awards, busy, error, onSave, onClose }: Props): ReactNode {
  const t = useText();
  const [typed, setTyped] = useState<Typed>(() => valueToWords(kind, field?.value ?? emptyOf(kind)));
  // A copy brings the lines of a text that is not here: only their words can be kept.
  const place = lines === 0 ? undefined : field?.source?.line;
  const [from, setFrom] = useState(() => String(place?.from ?? ''));
  const [to, setTo] = useState(() => String(place?.to ?? ''));
  const [words, setWords] = useState(() => (lines === 0 || field?.source?.line.from === 0 ? (field?.source?.quote ?? '') : ''));
  const needsWords = WORDED.includes(kind) && from.trim() === '' && to.trim() === '';
  const read = wordsToValue(kind, typed, field?.value ?? null);
  const line = lineOf(from, to, lines);
  const lacking = read === null || (needsWords && words.trim().length < 3);
  const why = lacking ? t('movements.drafts.why.value') : line === undefined ? t('movements.drafts.why.line', { most: lines }) : null;
  return (
    <Dialog
      title={t(`movements.drafts.kind.${kind}`)}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('movements.drafts.cancel')}</Button>
          <Button
            type="primary"
            loading={busy}
            disabled={why !== null}
            onClick={() => {
              if (read !== null && line !== undefined) {
                onSave(read, line, needsWords ? words.trim() : '');
              }
            }}
          >
            {t('movements.drafts.save')}
          </Button>
        </>
      }
    >
      {CONTROLS[kind].map((control) => (
        <ControlField
          key={control.name}
          control={control}
          kind={kind}
          awards={awards}
          value={typed[control.name]}
          onChange={(value) => {
            setTyped({ ...typed, [control.name]: value });
          }}
        />
      ))}
      {needsWords ? (
        <div className="field">
          <label className="field-label" htmlFor="draft-words">
            {t('movements.drafts.words')}
            <span className="required"> *</span>
          </label>
          <textarea
            id="draft-words"
            className="form-input form-area"
            rows={4}
            maxLength={1500}
            value={words}
            onChange={(event) => {
              setWords(event.target.value);
            }}
          />
        </div>
      ) : null}
      {lines === 0 ? null : (
        <fieldset className="draft-lines">
          <legend>{t('movements.drafts.linesLegend')}</legend>
          {(
            [
              ['from', from, setFrom],
              ['to', to, setTo],
            ] as const
          ).map(([name, value, set]) => (
            <label key={name}>
              {t(`movements.drafts.${name}Line`)}{' '}
              <input
                className="form-input draft-line-input"
                inputMode="numeric"
                value={value}
                onChange={(event) => {
                  set(event.target.value);
                }}
              />
            </label>
          ))}
          <p className="help">{t('movements.drafts.linesHelp')}</p>
        </fieldset>
      )}
      <WhyDisabled reason={why} />
      <ErrorNote error={error} />
    </Dialog>
  );
}

function emptyOf(kind: FieldKind): PlanFieldView['value'] {
  const start = emptyValue(kind);
  return (CONTROLS[kind][0]?.name === '' ? start[''] : start) as PlanFieldView['value']; // its own shape, still to be filled
}

/** Null: no line says it; undefined: what was typed names no lines of the text. */
function lineOf(from: string, to: string, most: number): { from: number; to: number } | null | undefined {
  if (from.trim() === '' && to.trim() === '') {
    return null;
  }
  const [first, last] = [Number(from), Number(to.trim() === '' ? from : to)];
  return Number.isInteger(first) && Number.isInteger(last) && first >= 1 && last >= first && last <= most
    ? { from: first, to: last }
    : undefined;
}
