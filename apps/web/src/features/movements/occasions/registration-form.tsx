import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { RegistrationRow, RegistrationView } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';

const KINDS = ['collective', 'individual', 'household'] as const;
type Row = RegistrationRow & { readonly key: string };

interface Props {
  readonly registration: RegistrationView;
  readonly onSaved: () => void;
}

/** The unit's list: who aims at what by which deeds; only what the plan offers can be chosen. */
export function RegistrationForm({ registration, onSaved }: Props): ReactNode {
  const t = useText();
  const save = useAct('saveRegistration');
  const [rows, setRows] = useState<readonly Row[]>(() =>
    registration.rows.map(({ kind, personId, subjectOrgId, name, title, award, goals }, index) => ({
      ...{ key: String(index), kind, personId, subjectOrgId, name, title, award, goals },
    })),
  );
  const change = (key: string, part: Partial<Row>): void => {
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  };
  const ready = rows.every((row) => row.name.trim().length > 1 && row.award !== '');
  return (
    <>
      <div className="table-scroll">
        <table className="data">
          <thead>
            <tr>
              {['kind', 'name', 'title', 'award', 'goals', 'remove'].map((name) => (
                <th key={name} scope="col">
                  {t(`movements.occasions.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <RowFields
                key={row.key}
                row={row}
                at={index + 1}
                awards={registration.awards}
                onChange={(part) => {
                  change(row.key, part);
                }}
                onRemove={() => {
                  setRows(rows.filter((one) => one.key !== row.key));
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <Button
          onClick={() => {
            setRows([
              ...rows,
              {
                key: crypto.randomUUID(),
                kind: 'collective',
                personId: null,
                subjectOrgId: null,
                name: '',
                title: '',
                award: '',
                goals: '',
              },
            ]);
          }}
        >
          {t('movements.occasions.addRow')}
        </Button>{' '}
        <Button
          type="primary"
          disabled={!ready}
          loading={save.isPending}
          onClick={() => {
            const kept = rows.map(({ kind, personId, subjectOrgId, name, title, award, goals }) => ({
              ...{ kind, personId, subjectOrgId, award },
              ...{ name: name.trim(), title: title.trim(), goals: goals.trim() },
            }));
            save.mutate({ params: { id: registration.workId }, body: { rows: kept } }, { onSuccess: onSaved });
          }}
        >
          {t('movements.occasions.saveRows')}
        </Button>
      </p>
      <p className="help">{t('movements.occasions.saveHelp')}</p>
      <ErrorNote error={save.error} />
    </>
  );
}

interface RowProps {
  readonly row: Row;
  readonly at: number;
  readonly awards: RegistrationView['awards'];
  readonly onChange: (part: Partial<Row>) => void;
  readonly onRemove: () => void;
}

function RowFields({ row, at, awards, onChange, onRemove }: RowProps): ReactNode {
  const t = useText();
  const label = (column: string): string => `${t(`movements.occasions.column.${column}`)} ${String(at)}`;
  const text = (key: 'name' | 'title', max: number): ReactNode => (
    <input
      className="form-input"
      aria-label={label(key)}
      maxLength={max}
      value={row[key]}
      onChange={(event) => {
        onChange({ [key]: event.target.value });
      }}
    />
  );
  return (
    <tr className="registration-row">
      <td>
        <select
          className="form-select"
          aria-label={label('kind')}
          value={row.kind}
          onChange={(event) => {
            onChange({ kind: KINDS.find((kind) => kind === event.target.value) ?? 'collective' });
          }}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`movements.occasions.kind.${kind}`)}
            </option>
          ))}
        </select>
      </td>
      <td>{text('name', 200)}</td>
      <td>{text('title', 200)}</td>
      <td>
        <select
          className="form-select"
          aria-label={label('award')}
          value={row.award}
          onChange={(event) => {
            onChange({ award: event.target.value });
          }}
        >
          <option value="">{t('movements.occasions.chooseAward')}</option>
          {awards.map((award) => (
            <option key={award.code} value={award.code}>
              {award.name}
            </option>
          ))}
        </select>
      </td>
      <td>
        <textarea
          className="form-input form-area"
          rows={2}
          aria-label={label('goals')}
          maxLength={2000}
          value={row.goals}
          onChange={(event) => {
            onChange({ goals: event.target.value });
          }}
        />
      </td>
      <td>
        <Button onClick={onRemove} aria-label={label('remove')}>
          {t('movements.occasions.column.remove')}
        </Button>
      </td>
    </tr>
  );
}
