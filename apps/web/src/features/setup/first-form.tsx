import { useState, type ReactNode } from 'react';
import { Button, Input } from 'antd';
import { PROVINCES, SHORTEST_PASSWORD, USERNAME } from '@thidua/contract';
import { DayField } from '../../forms/day-field';
import { plainText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { WhyDisabled } from '../../pieces/why-disabled';

interface Who {
  readonly fullName: string;
  readonly title: string;
  readonly username: string;
}

export interface FirstBody {
  readonly code: string;
  readonly province: { readonly kind: 'province' | 'city'; readonly name: string; readonly from: string };
  readonly first: Who & { readonly password: string };
  readonly second: Who;
}

interface Props {
  /** '' where it has to be typed. */
  readonly givenCode: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSend: (body: FirstBody) => void;
}

/** Since when the 34 provinces and their two tiers are what they are. */
const TWO_TIERS_SINCE = '2025-07-01';
const NOBODY: Who = { fullName: '', title: '', username: '' };

/** One page: the code, the province, two administrators. The second gets a code, so that nobody knows the password of both. */
export function FirstForm({ givenCode, busy, error, onSend }: Props): ReactNode {
  const t = useText();
  const [code, setCode] = useState(givenCode);
  const [province, setProvince] = useState<FirstBody['province']>({ kind: 'province', name: '', from: TWO_TIERS_SINCE });
  const [first, setFirst] = useState({ ...NOBODY, password: '' });
  const [second, setSecond] = useState(NOBODY);
  const missing = lacks({ code, province, first, second });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSend({ code, province, first, second });
      }}
    >
      <section className="section">
        <h2>{t('setup.first.codeTitle')}</h2>
        <Field id="setup-code" label={t('setup.first.code')} help={t('setup.first.codeHelp')} value={code} onChange={setCode} mono />
      </section>
      <section className="section">
        <h2>{t('setup.first.province')}</h2>
        <div className="setup-pair">
          <Field
            id="setup-province"
            label={t('setup.first.provinceName')}
            help={t('setup.first.provinceHelp')}
            value={province.name}
            list="setup-provinces"
            onChange={(name) => {
              const known = PROVINCES.find((one) => plainText(one.name) === plainText(name.trim()));
              setProvince({ ...province, name, kind: known?.kind ?? province.kind });
            }}
          />
          <datalist id="setup-provinces">
            {PROVINCES.map((one) => (
              <option key={one.code} value={one.name} />
            ))}
          </datalist>
          <div className="field">
            <label className="field-label" htmlFor="setup-kind">
              {t('setup.first.kind')}
            </label>
            <select
              id="setup-kind"
              className="form-input"
              value={province.kind}
              onChange={(event) => {
                setProvince({ ...province, kind: event.target.value === 'city' ? 'city' : 'province' });
              }}
            >
              <option value="province">{t('setup.kind.province')}</option>
              <option value="city">{t('setup.kind.city')}</option>
            </select>
          </div>
          <div className="field">
            <label className="field-label" htmlFor="setup-from">
              {t('setup.first.from')}
            </label>
            <DayField
              id="setup-from"
              value={province.from}
              withTime={false}
              disabled={false}
              onChange={(value) => {
                setProvince({ ...province, from: typeof value === 'string' ? value : '' });
              }}
            />
          </div>
        </div>
      </section>
      <section className="section">
        <h2>{t('setup.first.administrators')}</h2>
        <p className="muted">{t('setup.first.fourEyes')}</p>
        <div className="setup-pair">
          <fieldset>
            <legend>{t('setup.first.one')}</legend>
            <WhoFields
              id="first"
              who={first}
              onChange={(who) => {
                setFirst({ ...first, ...who });
              }}
            />
            <div className="field">
              <label className="field-label" htmlFor="first-password">
                {t('setup.first.password')}
              </label>
              <Input.Password
                id="first-password"
                autoComplete="new-password"
                maxLength={200}
                value={first.password}
                onChange={(event) => {
                  setFirst({ ...first, password: event.target.value });
                }}
              />
              <p className="help">{t('setup.first.passwordHelp', { count: SHORTEST_PASSWORD })}</p>
            </div>
          </fieldset>
          <fieldset>
            <legend>{t('setup.first.two')}</legend>
            <WhoFields id="second" who={second} onChange={setSecond} />
            <p className="help">{t('setup.first.twoHelp')}</p>
          </fieldset>
        </div>
      </section>
      <ErrorNote error={error} />
      <Button type="primary" htmlType="submit" loading={busy} disabled={missing !== null} aria-describedby="setup-first-why">
        {t('setup.first.send')}
      </Button>
      <WhyDisabled id="setup-first-why" reason={missing === null ? null : t(`setup.first.missing.${missing}`)} />
    </form>
  );
}

function WhoFields({ id, who, onChange }: { readonly id: string; readonly who: Who; readonly onChange: (who: Who) => void }): ReactNode {
  const t = useText();
  const { fullName, title, username } = who;
  const set = (change: Partial<Who>): void => {
    onChange({ fullName, title, username, ...change });
  };
  return (
    <>
      <Field
        id={`${id}-name`}
        label={t('setup.first.fullName')}
        value={fullName}
        onChange={(value) => {
          set({ fullName: value });
        }}
      />
      <Field
        id={`${id}-title`}
        label={t('setup.first.postTitle')}
        value={title}
        onChange={(value) => {
          set({ title: value });
        }}
      />
      <Field
        id={`${id}-username`}
        label={t('setup.first.username')}
        help={t('setup.first.usernameHelp')}
        value={username}
        onChange={(value) => {
          set({ username: value.toLowerCase() });
        }}
      />
    </>
  );
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: string;
  readonly list?: string;
  readonly mono?: boolean;
}

function Field({ id, label, value, onChange, help, list, mono }: FieldProps): ReactNode {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <Input
        id={id}
        value={value}
        maxLength={200}
        autoComplete="off"
        className={mono === true ? 'setup-mono' : ''}
        {...(list === undefined ? {} : { list })}
        {...(help === undefined ? {} : { 'aria-describedby': `${id}-help` })}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {help === undefined ? null : (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

/** The first thing that keeps the button shut. */
function lacks({ code, province, first, second }: FirstBody): string | null {
  const whole = (who: Who): boolean =>
    who.fullName.trim().length >= 2 && who.title.trim().length >= 2 && USERNAME.test(who.username.trim());
  const checks: readonly (readonly [string, boolean])[] = [
    ['code', code.trim() !== ''],
    ['province', province.name.trim().length >= 2 && province.from !== ''],
    ['first', whole(first)],
    ['password', first.password.length >= SHORTEST_PASSWORD],
    ['second', whole(second)],
    ['same', first.username.trim() !== second.username.trim() && plainText(first.fullName.trim()) !== plainText(second.fullName.trim())],
  ];
  return checks.find(([, good]) => !good)?.[0] ?? null;
}
