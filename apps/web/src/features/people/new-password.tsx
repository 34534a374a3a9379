import type { ReactNode } from 'react';
import { Input } from 'antd';
import { SHORTEST_PASSWORD } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import { WhyDisabled } from '../../pieces/why-disabled';
import { Field } from './fields';

export interface TypedPassword {
  readonly password: string;
  readonly again: string;
}

export const NO_PASSWORD: TypedPassword = { password: '', again: '' };

export const isPassword = ({ password, again }: TypedPassword): boolean => password.length >= SHORTEST_PASSWORD && again === password;

interface PasswordProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function PasswordInput({ id, label, help, autoComplete, value, onChange }: PasswordProps): ReactNode {
  return (
    <Field id={id} label={label} {...(help === undefined ? {} : { help })}>
      <Input.Password
        id={id}
        autoComplete={autoComplete}
        maxLength={200}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </Field>
  );
}

/** A password twice, and what is still wrong with it. */
export function NewPassword({
  typed,
  onChange,
}: {
  readonly typed: TypedPassword;
  readonly onChange: (typed: TypedPassword) => void;
}): ReactNode {
  const t = useText();
  const { password, again } = typed;
  const short = password !== '' && password.length < SHORTEST_PASSWORD;
  const differs = again !== '' && again !== password;
  return (
    <>
      <PasswordInput
        id="new-password"
        label={t('activate.password')}
        help={t('activate.help', { count: SHORTEST_PASSWORD })}
        autoComplete="new-password"
        value={password}
        onChange={(value) => {
          onChange({ ...typed, password: value });
        }}
      />
      <PasswordInput
        id="new-password-again"
        label={t('activate.again')}
        autoComplete="new-password"
        value={again}
        onChange={(value) => {
          onChange({ ...typed, again: value });
        }}
      />
      <WhyDisabled reason={short ? t('activate.short', { count: SHORTEST_PASSWORD }) : differs ? t('activate.differs') : null} />
    </>
  );
}
