import type { ReactNode } from 'react';
import { isHidden, type FormProblem, type FormSchema } from '@thidua/contract/forms';
import { useText } from '../i18n/use-text';
import { optionsOf } from './check-form';
import { Field, idOf } from './field';
import type { Values } from './form-data';
import type { JsonValue } from './json';
import { problemText } from './problem-text';
import { RowList } from './row-list';
import './forms.css';

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
      <ProblemSummary problems={problems} />
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

function ProblemSummary({ problems }: { readonly problems: readonly FormProblem[] }): ReactNode {
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
                {problemText(problem, t)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function jumpTo(path: string): void {
  const target = document.getElementById(idOf(path)) ?? document.getElementById(`${idOf(path)}-label`);
  target?.scrollIntoView({ block: 'center' });
  target?.focus();
}
