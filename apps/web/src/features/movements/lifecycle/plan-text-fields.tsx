import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { PlanTexts } from '@thidua/contract';
import { useText } from '../../../i18n/use-text';
import { linesOf } from './launch-words';
import './lifecycle.css';

interface Props {
  readonly texts: PlanTexts;
  readonly onChange: (texts: PlanTexts) => void;
}

/** What the plan's paper says beyond its data; proposed, and gone over by a person. One item per line. */
export function PlanTextFields({ texts, onChange }: Props): ReactNode {
  const t = useText();
  return (
    <section className="section movement-form" aria-label={t('movements.lifecycle.texts')}>
      <h2>{t('movements.lifecycle.texts')}</h2>
      <p className="help">{t('movements.lifecycle.textsHelp')}</p>
      <Lines
        name="purposes"
        value={texts.purposes}
        onChange={(purposes) => {
          onChange({ ...texts, purposes });
        }}
      />
      <Lines
        name="requirements"
        value={texts.requirements}
        onChange={(requirements) => {
          onChange({ ...texts, requirements });
        }}
      />
      {texts.contents.map((one, at) => (
        <fieldset key={at} className="section movement-form">
          <legend>{t('movements.lifecycle.content', { number: at + 1 })}</legend>
          <div className="field">
            <label className="field-label" htmlFor={`content-title-${String(at)}`}>
              {t('movements.lifecycle.contentTitle')}
            </label>
            <input
              id={`content-title-${String(at)}`}
              className="form-input"
              maxLength={300}
              value={one.title}
              onChange={(event) => {
                onChange({ ...texts, contents: texts.contents.with(at, { ...one, title: event.target.value }) });
              }}
            />
          </div>
          <Lines
            name={`items-${String(at)}`}
            label={t('movements.lifecycle.text.items')}
            value={one.items}
            onChange={(items) => {
              onChange({ ...texts, contents: texts.contents.with(at, { ...one, items }) });
            }}
          />
          <p>
            <Button
              size="small"
              onClick={() => {
                onChange({ ...texts, contents: texts.contents.filter((_, other) => other !== at) });
              }}
            >
              {t('movements.lifecycle.dropContent', { number: at + 1 })}
            </Button>
          </p>
        </fieldset>
      ))}
      <p>
        <Button
          onClick={() => {
            onChange({ ...texts, contents: [...texts.contents, { title: '', items: [] }] });
          }}
        >
          {t('movements.lifecycle.addContent')}
        </Button>
      </p>
      <div className="field">
        <label className="field-label" htmlFor="plan-funding">
          {t('movements.lifecycle.text.funding')}
        </label>
        <textarea
          id="plan-funding"
          className="form-input form-area"
          rows={2}
          maxLength={600}
          value={texts.funding}
          onChange={(event) => {
            onChange({ ...texts, funding: event.target.value });
          }}
        />
      </div>
      <Lines
        name="cooperation"
        value={texts.cooperation}
        onChange={(cooperation) => {
          onChange({ ...texts, cooperation });
        }}
      />
    </section>
  );
}

interface LinesProps {
  readonly name: string;
  readonly label?: string;
  readonly value: readonly string[];
  readonly onChange: (lines: string[]) => void;
}

/** Keeps what is typed as it is typed; the lines go up without empty ones. */
function Lines({ name, label, value, onChange }: LinesProps): ReactNode {
  const t = useText();
  const [text, setText] = useState(() => value.join('\n'));
  return (
    <div className="field">
      <label className="field-label" htmlFor={`plan-${name}`}>
        {label ?? t(`movements.lifecycle.text.${name}`)}
      </label>
      <textarea
        id={`plan-${name}`}
        className="form-input form-area"
        rows={Math.min(10, Math.max(3, value.length + 1))}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onChange(linesOf(event.target.value));
        }}
      />
    </div>
  );
}
