import type { ReactNode } from 'react';
import { Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import type { FieldOption, FormField, FormProblem } from '@thidua/contract/forms';
import { useText } from '../i18n/use-text';
import { DayField } from './day-field';
import type { JsonValue } from './json';
import { problemText } from './problem-text';

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
  const { field, id, value, options, problem, readOnly, onChange } = props;
  const shared = {
    id,
    disabled: readOnly || field.disabled,
    'aria-describedby': problem === undefined ? undefined : `${id}-error`,
    'aria-invalid': problem !== undefined,
    'aria-required': field.required,
    ...(problem === undefined ? {} : { status: 'error' as const }),
  };
  const text = typeof value === 'string' ? value : '';
  switch (field.type) {
    case 'textfield':
      return (
        <Input
          {...shared}
          value={text}
          maxLength={field.maxLength}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      );
    case 'textarea':
      return (
        <Input.TextArea
          {...shared}
          value={text}
          autoSize={{ minRows: 3, maxRows: 14 }}
          maxLength={field.maxLength}
          showCount={field.maxLength !== undefined && text.length > field.maxLength * 0.8}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      );
    case 'number':
      return (
        <InputNumber
          {...shared}
          className="number"
          value={typeof value === 'number' ? value : null}
          onChange={(next) => {
            onChange(next);
          }}
        />
      );
    case 'select':
      return (
        <Select
          {...shared}
          className="wide"
          value={text === '' ? undefined : text}
          options={options.map((option) => ({ ...option }))}
          allowClear={!field.required}
          showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
          onChange={(next: string | undefined) => {
            onChange(next ?? null);
          }}
        />
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
      return <DayField {...shared} withTime={field.withTime === true} value={text} onChange={onChange} />;
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
