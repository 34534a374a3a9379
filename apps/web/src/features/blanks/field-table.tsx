import type { ReactNode } from 'react';
import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import type { BlankField } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import { replaced, type FieldHistory } from './use-fields';

interface Props {
  readonly history: FieldHistory;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
  readonly locked: boolean;
}

const NUMBERS = [
  { name: 'xMm', min: -50, max: 900, step: 0.5 },
  { name: 'yMm', min: -50, max: 900, step: 0.5 },
  { name: 'widthMm', min: 3, max: 900, step: 0.5 },
  { name: 'sizePt', min: 5, max: 120, step: 0.5 },
  { name: 'minPt', min: 5, max: 120, step: 0.5 },
  { name: 'lines', min: 1, max: 8, step: 1 },
] as const;
const TICKS = ['bold', 'italic', 'upper'] as const;

/** The fields in numbers: millimetres and points, for a ruler on a printed test sheet. */
export function FieldTable({ history, chosen, onChoose, locked }: Props): ReactNode {
  const t = useText();
  const columns = ['field', ...NUMBERS.map((number) => number.name), ...TICKS, 'align', 'colour'];
  return (
    <div className="table-scroll">
      <table className="data blank-fields">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {t(`blanks.column.${name}`)}
              </th>
            ))}
            <th scope="col">
              <span className="small">{t('blanks.column.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {history.fields.map((field) => (
            <FieldRow
              key={field.key}
              field={field}
              locked={locked}
              chosen={field.key === chosen}
              onChoose={() => {
                onChoose(field.key);
              }}
              onChange={(change) => {
                history.change(replaced(history.fields, field.key, change));
              }}
              onRemove={() => {
                history.change(history.fields.filter((one) => one.key !== field.key));
              }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly field: BlankField;
  readonly locked: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly onChange: (change: Partial<BlankField>) => void;
  readonly onRemove: () => void;
}

function FieldRow({ field, locked, chosen, onChoose, onChange, onRemove }: RowProps): ReactNode {
  const t = useText();
  const name = t(`blanks.source.${field.source}`);
  const of = (column: string): string => `${name}: ${t(`blanks.column.${column}`)}`;
  return (
    <tr className={chosen ? 'chosen' : ''} onFocus={onChoose}>
      <th scope="row">
        {name}
        {field.source === 'text' ? (
          <Input
            size="small"
            aria-label={of('text')}
            disabled={locked}
            maxLength={300}
            value={field.text}
            onChange={(event) => {
              onChange({ text: event.target.value });
            }}
          />
        ) : null}
      </th>
      {NUMBERS.map(({ name: column, ...bounds }) => (
        <td key={column}>
          <InputNumber
            size="small"
            aria-label={of(column)}
            decimalSeparator=","
            disabled={locked}
            {...bounds}
            value={field[column]}
            onChange={(value) => {
              if (value !== null) {
                onChange({ [column]: value });
              }
            }}
          />
        </td>
      ))}
      {TICKS.map((column) => (
        <td key={column}>
          <Checkbox
            aria-label={of(column)}
            disabled={locked}
            checked={field[column]}
            onChange={(event) => {
              onChange({ [column]: event.target.checked });
            }}
          />
        </td>
      ))}
      <td>
        <Select
          size="small"
          aria-label={of('align')}
          disabled={locked}
          value={field.align}
          style={{ width: 84 }}
          options={(['left', 'center', 'right'] as const).map((value) => ({ value, label: t(`blanks.align.${value}`) }))}
          onChange={(align) => {
            onChange({ align });
          }}
        />
      </td>
      <td>
        <input
          type="color"
          aria-label={of('colour')}
          disabled={locked}
          value={field.colour}
          onChange={(event) => {
            onChange({ colour: event.target.value });
          }}
        />
      </td>
      <td>
        <Button
          size="small"
          type="text"
          danger
          icon={<DeleteOutlined aria-hidden />}
          aria-label={`${t('blanks.removeField')}: ${name}`}
          disabled={locked}
          onClick={onRemove}
        />
      </td>
    </tr>
  );
}
