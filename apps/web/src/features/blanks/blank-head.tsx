import type { ReactNode } from 'react';
import { Input, InputNumber, Select } from 'antd';
import { useText } from '../../i18n/use-text';

export interface Head {
  readonly name: string;
  readonly awards: string[];
  readonly widthMm: number;
  readonly heightMm: number;
}

interface Props {
  readonly head: Head;
  readonly awards: readonly { readonly code: string; readonly name: string }[];
  readonly locked: boolean;
  readonly onChange: (head: Head) => void;
}

/** Name, awards and size of a blank. */
export function BlankHead({ head, awards, locked, onChange }: Props): ReactNode {
  const t = useText();
  return (
    <div className="blank-head">
      <div className="field wide">
        <label className="field-label" htmlFor="head-name">
          {t('blanks.list.name')}
        </label>
        <Input
          id="head-name"
          maxLength={120}
          disabled={locked}
          value={head.name}
          onChange={(event) => {
            onChange({ ...head, name: event.target.value });
          }}
        />
      </div>
      <div className="field wide">
        <label className="field-label" htmlFor="head-awards">
          {t('blanks.list.awards')}
        </label>
        <Select
          id="head-awards"
          mode="multiple"
          disabled={locked}
          placeholder={t('blanks.anyAward')}
          value={head.awards}
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: '100%' }}
          options={awards.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(chosen) => {
            onChange({ ...head, awards: chosen });
          }}
        />
      </div>
      {(['widthMm', 'heightMm'] as const).map((side) => (
        <div className="field" key={side}>
          <label className="field-label" htmlFor={`head-${side}`}>
            {t(`blanks.${side}`)}
          </label>
          <InputNumber
            id={`head-${side}`}
            min={50}
            max={900}
            step={1}
            decimalSeparator=","
            disabled={locked}
            value={head[side]}
            onChange={(value) => {
              onChange({ ...head, [side]: value ?? head[side] });
            }}
          />
        </div>
      ))}
    </div>
  );
}
