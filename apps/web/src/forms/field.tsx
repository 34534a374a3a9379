import { lazy, Suspense, type ReactNode } from 'react';
import { Checkbox, Radio } from 'antd';
import type { FieldOption, FormField, FormProblem } from '@thidua/contract/forms';
import { useText } from '../i18n/use-text';
import type { JsonValue } from './json';
import { problemText } from './problem-text';

/** The calendar weighs as much as the rest of a form: only forms with a day load it, and numbers likewise. */
const DayField = lazy(async () => ({ default: (await import('./day-field')).DayField }));
const NumberField = lazy(async () => ({ default: (await import('./number-field')).NumberField }));

interface Props {
  readonly field: FormField;
  readonly path: string;
  readonly value: JsonValue | undefined;
  readonly options: readonly FieldOption[];
  readonly problem: FormProblem | undefined;
  readonly readOnly: boolean;
  readonly onChange: (value: JsonValue) => void;
}

export const idOf = (path: string): string => `field-${path.replaceAll('.', '-')}`;

/** One field: label above, control, its problem in words under it. */
export function Field(props: Props): ReactNode {
  const t = useText();
  const { field, path, problem } = props;
  const id = idOf(path);
  if (field.type === 'text') {
    return <p className="help form-text">{(field.text ?? '').replaceAll(/[#*_`]/g, '')}</p>;
  }
  const grouped = field.type === 'radio' || field.type === 'checklist';
  const label = (
    <>
      {field.label ?? field.key}
      {field.required ? <span className="required"> *</span> : null}
    </>
  );
  return (
    <div className="field">
      {field.type === 'checkbox' ? null : grouped ? (
        <span className="field-label" id={`${id}-label`}>
          {label}
        </span>
      ) : (
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
      )}
      <Control {...props} id={id} />
      {problem === undefined ? null : (
        <p className="field-error" id={`${id}-error`}>
          {problemText(problem, t)}
        </p>
      )}
    </div>
  );
}

function Control(props: Props & { readonly id: string }): ReactNode {
  const t = useText();
  const { field, id, value, options, problem, readOnly, onChange } = props;
  const native = {
    id,
    disabled: readOnly || field.disabled,
    'aria-describedby': problem === undefined ? undefined : `${id}-error`,
    'aria-invalid': problem !== undefined,
    'aria-required': field.required,
  };
  const shared = { ...native, ...(problem === undefined ? {} : { status: 'error' as const }) };
  const text = typeof value === 'string' ? value : '';
  switch (field.type) {
    case 'textfield':
      return (
        <input
          {...native}
          className="form-input"
          value={text}
          maxLength={field.maxLength}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      );
    case 'textarea':
      return (
        <>
          <textarea
            {...native}
            className="form-input form-area"
            rows={3}
            value={text}
            maxLength={field.maxLength}
            onChange={(event) => {
              onChange(event.target.value);
            }}
          />
          {field.maxLength !== undefined && text.length > field.maxLength * 0.8 ? (
            <span className="help">
              {text.length}/{field.maxLength}
            </span>
          ) : null}
        </>
      );
    case 'number':
      return (
        <Suspense fallback={<input className="form-input number" disabled id={id} />}>
          <NumberField {...shared} value={value} onChange={onChange} />
        </Suspense>
      );
    case 'select':
      return (
        <select
          {...native}
          className="form-select"
          value={text}
          onChange={(event) => {
            onChange(event.target.value === '' ? null : event.target.value);
          }}
        >
          <option value="">{t('form.choose')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      );
    case 'radio':
      return (
        <Radio.Group
          disabled={shared.disabled}
          value={text}
          aria-labelledby={`${id}-label`}
          className="stack"
          name={id}
          options={options.map((option) => ({ ...option }))}
          onChange={(event) => {
            onChange(String(event.target.value));
          }}
        />
      );
    case 'checklist':
      return <Checklist id={id} disabled={shared.disabled} value={value} options={options} onChange={onChange} />;
    case 'checkbox':
      return (
        <Checkbox
          id={id}
          disabled={shared.disabled}
          checked={value === true}
          onChange={(event) => {
            onChange(event.target.checked);
          }}
        >
          {field.label}
        </Checkbox>
      );
    case 'datetime':
      return (
        <Suspense fallback={<input className="form-input number" disabled id={id} />}>
          <DayField {...shared} withTime={field.withTime === true} value={text} onChange={onChange} />
        </Suspense>
      );
    case 'dynamiclist':
    case 'text':
      return null;
  }
}

interface ChecklistProps {
  readonly id: string;
  readonly disabled: boolean;
  readonly value: JsonValue | undefined;
  readonly options: readonly FieldOption[];
  readonly onChange: (value: JsonValue) => void;
}

function Checklist({ id, disabled, value, options, onChange }: ChecklistProps): ReactNode {
  const t = useText();
  const chosen = Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  if (options.length === 0) {
    return <p className="help">{t('form.nothingToChoose')}</p>;
  }
  return (
    <div role="group" aria-labelledby={`${id}-label`}>
      <Checkbox.Group
        className="stack"
        disabled={disabled}
        value={chosen}
        options={options.map((option) => ({ ...option }))}
        onChange={(next: string[]) => {
          onChange(next);
        }}
      />
    </div>
  );
}
