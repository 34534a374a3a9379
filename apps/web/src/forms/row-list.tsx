import type { ReactNode } from 'react';
import { Button } from 'antd';
import type { FieldOption, FormField, FormProblem } from '@thidua/contract/forms';
import { useText } from '../i18n/use-text';
import { Field } from './field';
import { isRecord, rowIdOf, type Values } from './form-data';
import type { JsonValue } from './json';

interface Props {
  readonly field: FormField;
  readonly path: string;
  readonly rows: readonly JsonValue[];
  readonly options: Readonly<Record<string, readonly FieldOption[]>>;
  readonly problems: readonly FormProblem[];
  readonly readOnly: boolean;
  /** What is known of a row besides the form: verdicts, achievement. */
  readonly about: (rowId: string) => ReactNode;
  /** Votes of one row should add up to this many, when the form says how many were present. */
  readonly voters: number | null;
  readonly onChange: (rows: JsonValue) => void;
}

/** One card per nominee row: the row's name as legend, its fields in one line where they fit. */
export function RowList(props: Props): ReactNode {
  const { field, path, rows, onChange } = props;
  const entries = rows.map((row) => (isRecord(row) ? row : {}));
  const change = (index: number, key: string, value: JsonValue): void => {
    onChange(entries.map((row, at) => (at === index ? { ...row, [key]: value } : row)));
  };
  return (
    <section className="row-list" aria-label={field.label}>
      <h2>{field.label}</h2>
      <FillAll field={field} entries={entries} readOnly={props.readOnly} onChange={onChange} />
      {entries.map((row, index) => (
        <Entry
          key={rowIdOf(row) ?? index}
          {...props}
          row={row}
          path={`${path}.${String(index)}`}
          onSet={(key, value) => {
            change(index, key, value);
          }}
        />
      ))}
    </section>
  );
}

interface EntryProps extends Props {
  readonly row: Values;
  readonly onSet: (key: string, value: JsonValue) => void;
}

function Entry({ field, path, row, options, problems, readOnly, about, voters, onSet }: EntryProps): ReactNode {
  const fields = field.entry ?? [];
  const titles = fields.filter((part) => part.disabled && part.key !== 'rowId').map((part) => row[part.key ?? '']);
  const id = rowIdOf(row);
  return (
    <fieldset className="row-entry">
      <legend>{titles.filter((title): title is string => typeof title === 'string' && title !== '').join(' · ')}</legend>
      {id === null ? null : about(id)}
      <div className="row-entry-fields">
        {fields
          .filter((part) => !part.disabled)
          .map((part) => (
            <Field
              key={part.key}
              field={part}
              path={`${path}.${part.key ?? ''}`}
              value={row[part.key ?? '']}
              options={part.optionsFrom === undefined ? (part.options ?? []) : (options[part.optionsFrom] ?? [])}
              problem={problems.find((problem) => problem.path === `${path}.${part.key ?? ''}`)}
              readOnly={readOnly}
              onChange={(value) => {
                onSet(part.key ?? '', value);
              }}
            />
          ))}
      </div>
      {voters === null ? null : <VoteSum row={row} voters={voters} />}
    </fieldset>
  );
}

function VoteSum({ row, voters }: { readonly row: Values; readonly voters: number }): ReactNode {
  const t = useText();
  const votes = ['yes', 'no', 'blank'].map((key) => row[key]);
  if (!votes.every((vote) => typeof vote === 'number')) {
    return null;
  }
  const [yes = 0] = votes;
  const sum = votes.reduce((total, vote) => total + vote, 0);
  return (
    <p className={sum === voters ? 'help' : 'field-error'} role="status">
      {sum === voters ? t('form.votesShare', { yes, voters, share: shareText(yes, voters) }) : t('form.votesSum', { sum, voters })}
    </p>
  );
}

/** '91,7' of 11/12: one decimal, comma. */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? '0' : (Math.round((part * 1000) / whole) / 10).toFixed(1).replace('.', ',').replace(/,0$/, '');
}

interface FillProps {
  readonly field: FormField;
  readonly entries: readonly Values[];
  readonly readOnly: boolean;
  readonly onChange: (rows: JsonValue) => void;
}

/** With several rows and a choice per row: one press fills those still blank; each stays changeable. */
function FillAll({ field, entries, readOnly, onChange }: FillProps): ReactNode {
  const t = useText();
  const choice = field.entry?.find((part) => part.type === 'select');
  const first = choice?.options?.[0];
  const key = choice?.key;
  if (readOnly || first === undefined || key === undefined || entries.length < 2) {
    return null;
  }
  const blank = entries.filter((row) => typeof row[key] !== 'string' || row[key] === '').length;
  return (
    <p>
      <Button
        size="small"
        disabled={blank === 0}
        onClick={() => {
          onChange(entries.map((row) => (typeof row[key] === 'string' && row[key] !== '' ? { ...row } : { ...row, [key]: first.value })));
        }}
      >
        {t('form.fillBlank', { label: first.label, count: blank })}
      </Button>
    </p>
  );
}
