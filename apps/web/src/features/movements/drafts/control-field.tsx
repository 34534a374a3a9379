import { useId, type ReactNode } from 'react';
import { useText } from '../../../i18n/use-text';
import { OPTIONS, type Control, type FieldKind } from './field-shapes';
import type { Typed } from './typed-value';

interface Props {
  readonly control: Control;
  readonly kind: FieldKind;
  readonly awards: readonly { readonly award: string; readonly name: string }[];
  readonly value: Typed[string] | undefined;
  readonly onChange: (value: Typed[string]) => void;
}

/** One part of a field in the editor. */
export function ControlField({ control, kind, awards, value, onChange }: Props): ReactNode {
  const t = useText();
  const id = useId();
  const { as, name } = control;
  const label = name === '' ? t(`movements.drafts.kind.${kind}`) : t(`movements.drafts.control.${name}`);
  const options = optionsOf(control, awards, t);
  if (as === 'check') {
    return (
      <label className="field draft-check">
        <input
          type="checkbox"
          checked={value === true}
          onChange={(event) => {
            onChange(event.target.checked);
          }}
        />{' '}
        {label}
      </label>
    );
  }
  if (as === 'some-of') {
    const some = Array.isArray(value) ? (value as readonly string[]) : [];
    return (
      <fieldset className="field">
        <legend className="field-label">{label}</legend>
        {options.map((option) => (
          <label key={option.value} className="draft-check">
            <input
              type="checkbox"
              checked={some.includes(option.value)}
              onChange={(event) => {
                onChange(event.target.checked ? [...some, option.value] : some.filter((one) => one !== option.value));
              }}
            />{' '}
            {option.label}
          </label>
        ))}
      </fieldset>
    );
  }
  const text = typeof value === 'string' ? value : '';
  const change = (event: { readonly target: { readonly value: string } }): void => {
    onChange(event.target.value);
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        {control.optional === true ? null : <span className="required"> *</span>}
      </label>
      {as === 'one-of' ? (
        <select id={id} className="form-input" value={text} onChange={change}>
          {control.optional === true || text === '' ? <option value="">{t('movements.drafts.none')}</option> : null}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : as === 'long' ? (
        <textarea id={id} className="form-input form-area" rows={3} value={text} onChange={change} />
      ) : (
        <input
          id={id}
          className="form-input"
          value={text}
          onChange={change}
          {...(as === 'day' || as === 'month-day' ? { placeholder: t(`movements.drafts.placeholder.${as}`) } : {})}
          {...(as === 'number' ? { inputMode: 'numeric' as const } : {})}
        />
      )}
    </div>
  );
}

function optionsOf(
  { list }: Control,
  awards: Props['awards'],
  t: (key: string) => string,
): readonly { readonly value: string; readonly label: string }[] {
  if (list === undefined) {
    return [];
  }
  return list === 'award'
    ? awards.map(({ award, name }) => ({ value: award, label: name }))
    : OPTIONS[list].map((value) => ({ value, label: t(`movements.drafts.option.${list}.${value}`) }));
}
