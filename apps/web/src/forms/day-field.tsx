import type { ReactNode } from 'react';
import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { dayText, timeText } from '../i18n/format';
import type { JsonValue } from './json';

interface Props {
  readonly id: string;
  readonly value: string;
  readonly withTime: boolean;
  readonly disabled: boolean;
  readonly status?: 'error';
  readonly onChange: (value: JsonValue) => void;
}

/** Days as YYYY-MM-DD, times as wall clock in Vietnam (+07:00), whatever zone the machine is in. */
export function DayField({ withTime, value, onChange, ...rest }: Props): ReactNode {
  return (
    <DatePicker
      {...rest}
      className="number"
      value={toPicker(value)}
      format={withTime ? 'DD/MM/YYYY HH:mm' : 'DD/MM/YYYY'}
      placeholder={withTime ? 'dd/MM/yyyy HH:mm' : 'dd/MM/yyyy'}
      showTime={withTime ? { format: 'HH:mm', minuteStep: 5 } : false}
      needConfirm={false}
      onChange={(next: Dayjs | null) => {
        onChange(next === null ? null : fromPicker(next, withTime));
      }}
    />
  );
}

export function toPicker(value: string): Dayjs | null {
  if (value === '') {
    return null;
  }
  const day = dayText(value).split('/').reverse().join('-');
  return dayjs(value.includes('T') ? `${day}T${timeText(value)}` : day);
}

export function fromPicker(value: Dayjs, withTime: boolean): string {
  return withTime ? `${value.format('YYYY-MM-DDTHH:mm')}:00+07:00` : value.format('YYYY-MM-DD');
}
