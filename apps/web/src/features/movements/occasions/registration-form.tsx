import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { RegistrationRow, RegistrationView } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { ChoiceLine, TextLine } from '../people/fields';

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
  const [rows, setRows] = useState<readonly Row[]>(() => registration.rows.map((row, index) => ({ ...keptOf(row), key: String(index) })));
  const kept = rows.map(keptOf);
  const changed = JSON.stringify(kept) !== JSON.stringify(registration.rows.map(keptOf));
  const change = (key: string, part: Partial<Row>): void => {
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  };
  const ready = rows.every((row) => row.name.trim().length > 1 && row.award !== '');
  return (
    <>
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
          type={changed ? 'primary' : 'default'}
          disabled={!ready}
          loading={save.isPending}
          onClick={() => {
            save.mutate({ params: { id: registration.workId }, body: { rows: kept } }, { onSuccess: onSaved });
          }}
        >
          {t('movements.occasions.saveRows')}
        </Button>{' '}
        <span className="small muted" role="status">
          {changed ? t('movements.occasions.unsaved') : rows.length > 0 ? t('movements.occasions.saved') : ''}
        </span>
      </p>
      <p className="help">{t('movements.occasions.saveHelp')}</p>
      <ErrorNote error={save.error} />
    </>
  );
}

/** As it is kept: in one order, without blanks at the ends. */
function keptOf({ kind, personId, subjectOrgId, name, title, award, goals }: RegistrationRow): RegistrationRow {
  return { kind, personId, subjectOrgId, name: name.trim(), title: title.trim(), award, goals: goals.trim() };
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
  const id = (name: string): string => `registration-${row.key}-${name}`;
  return (
    <fieldset className="registration-row">
      <legend className="field-label">{t('movements.occasions.rowNo', { at })}</legend>
      <div className="occasion-form">
        <ChoiceLine
          id={id('kind')}
          label={t('movements.occasions.column.kind')}
          value={row.kind}
          onChange={(value) => {
            onChange({ kind: KINDS.find((kind) => kind === value) ?? 'collective' });
          }}
          options={KINDS.map((value) => ({ value, label: t(`movements.occasions.kind.${value}`) }))}
        />
        <TextLine
          id={id('name')}
          label={t('movements.occasions.column.name')}
          value={row.name}
          max={200}
          onChange={(name) => {
            onChange({ name });
          }}
        />
        <TextLine
          id={id('title')}
          label={t('movements.occasions.column.title')}
          value={row.title}
          max={200}
          onChange={(title) => {
            onChange({ title });
          }}
        />
        <ChoiceLine
          id={id('award')}
          label={t('movements.occasions.column.award')}
          value={row.award}
          none={t('movements.occasions.chooseAward')}
          onChange={(award) => {
            onChange({ award });
          }}
          options={awards.map((award) => ({ value: award.code, label: award.name }))}
        />
        <TextLine
          id={id('goals')}
          label={t('movements.occasions.column.goals')}
          value={row.goals}
          max={2000}
          rows={2}
          onChange={(goals) => {
            onChange({ goals });
          }}
        />
      </div>
      <Button size="small" onClick={onRemove}>
        {t('movements.occasions.column.remove')}
      </Button>
    </fieldset>
  );
}
