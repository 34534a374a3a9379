import type { ReactNode } from 'react';
import { isHidden, type FormProblem, type FormSchema } from '@thidua/contract/forms';
import { useText } from '../i18n/use-text';
import { optionsOf } from './check-form';
import { Field, idOf } from './field';
import { isRecord, type Values } from './form-data';
import type { JsonValue } from './json';
import { problemText } from './problem-text';
import { RowList } from './row-list';

interface Props {
  readonly schema: FormSchema;
  readonly values: Values;
  readonly context: Values;
  readonly problems: readonly FormProblem[];
  readonly readOnly: boolean;
  readonly about: (rowId: string) => ReactNode;
  readonly onChange: (values: Values) => void;
}

/** Our renderer of form-js schemas: one column, labels above, a summary of problems that jumps to the field. */
export function TaskForm({ schema, values, context, problems, readOnly, about, onChange }: Props): ReactNode {
  const options = optionsOf(context);
  const now = Date.now();
  const set = (key: string, value: JsonValue): void => {
    onChange({ ...values, [key]: value });
  };
  const present = values['present'];
  return (
    <div className="task-form">
      <ProblemSummary problems={problems} values={values} />
      {schema.components.map((field, index) => {
        const key = field.key ?? '';
        if (isHidden(field, { ...values }, now)) {
          return null;
        }
        if (field.type === 'dynamiclist') {
          const rows = values[key];
          return (
            <RowList
              key={key}
              field={field}
              path={key}
              rows={Array.isArray(rows) ? rows : []}
              options={options}
              problems={problems}
              readOnly={readOnly}
              about={about}
              voters={typeof present === 'number' ? present : null}
              onChange={(next) => {
                set(key, next);
              }}
            />
          );
        }
        return (
          <Field
            key={key === '' ? `text-${String(index)}` : key}
            field={field}
            path={key}
            value={values[key]}
            options={field.optionsFrom === undefined ? (field.options ?? []) : (options[field.optionsFrom] ?? [])}
            problem={problems.find((problem) => problem.path === key)}
            readOnly={readOnly}
            onChange={(value) => {
              set(key, value);
            }}
          />
        );
      })}
    </div>
  );
}

function ProblemSummary({ problems, values }: Pick<Props, 'problems' | 'values'>): ReactNode {
  const t = useText();
  if (problems.length === 0) {
    return null;
  }
  return (
    <div className="note note-red" role="alert">
      <div>
        <strong>{t('form.summary', { count: problems.length })}</strong>
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.path}/${problem.code}`}>
              <a
                href={`#${idOf(problem.path)}`}
                onClick={(event) => {
                  event.preventDefault();
                  jumpTo(problem.path);
                }}
              >
                {rowName(problem.path, values)}
                {problemText(problem, t)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** 'Nguyễn Văn A · ' before a problem of that row. */
function rowName(path: string, values: Values): string {
  const [list = '', index = ''] = path.split('.');
  const rows = values[list];
  const row = isList(rows) ? rows[Number(index)] : undefined;
  const name = isRecord(row) ? row['name'] : undefined;
  return typeof name === 'string' ? `${name} · ` : '';
}

const isList = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value);

function jumpTo(path: string): void {
  const target = document.getElementById(idOf(path)) ?? document.getElementById(`${idOf(path)}-label`);
  target?.scrollIntoView({ block: 'center' });
  target?.focus();
}
