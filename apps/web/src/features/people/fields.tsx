import { useState, type ReactNode } from 'react';
import { Input, Select } from 'antd';
import { POST_ROLES, type OrganisationSummary, type PostRole } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { DayField } from '../../forms/day-field';
import { plainText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function Field({ id, label, help, wide = false, children }: FieldProps): ReactNode {
  return (
    <div className={wide ? 'field wide' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children}
      {help === undefined ? null : <p className="help">{help}</p>}
    </div>
  );
}

interface TextProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: string;
  readonly wide?: boolean;
  readonly most?: number;
}

export function TextInput({ value, onChange, most = 300, ...field }: TextProps): ReactNode {
  return (
    <Field {...field}>
      <Input
        id={field.id}
        value={value}
        maxLength={most}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </Field>
  );
}

/** YYYY-MM-DD, '' where none is chosen. */
export function DayInput({ value, onChange, ...field }: Omit<TextProps, 'most'>): ReactNode {
  return (
    <Field {...field}>
      <DayField
        id={field.id}
        value={value}
        withTime={false}
        disabled={false}
        onChange={(day) => {
          onChange(typeof day === 'string' ? day : '');
        }}
      />
    </Field>
  );
}

const byWords = (input: string, option?: { label: string }): boolean => plainText(option?.label ?? '').includes(plainText(input));

/** Bodies by name, those of one name with the one above beside it. */
export function bodyOptions(bodies: readonly OrganisationSummary[]): { value: string; label: string }[] {
  const nameOf = new Map(bodies.map((body) => [body.id, body.name]));
  return bodies.map((body) => {
    const above = body.level === 'UNIT' ? nameOf.get(body.parentId ?? '') : undefined;
    return { value: body.id, label: above === undefined ? body.name : `${body.name} (${above})` };
  });
}

interface PickProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly help?: string;
  readonly wide?: boolean;
}

export function BodyPicker({
  value,
  onChange,
  bodies,
  ...field
}: PickProps & { readonly bodies: readonly OrganisationSummary[] }): ReactNode {
  return (
    <Field {...field}>
      <Select
        id={field.id}
        value={value}
        allowClear
        showSearch={{ filterOption: byWords }}
        options={bodyOptions(bodies)}
        onChange={(next: string | null | undefined) => {
          onChange(next ?? null);
        }}
      />
    </Field>
  );
}

/** People by a part of their name, with birth date and posts beside it. */
interface PersonProps extends PickProps {
  readonly onName?: (fullName: string) => void;
}

export function PersonPicker({ value, onChange, onName, ...field }: PersonProps): ReactNode {
  const t = useText();
  const [q, setQ] = useState('');
  const [known, setKnown] = useState<{ value: string; label: string } | null>(null);
  const found = useRead('people', { query: { q } }, { enabled: q.trim().length >= 2 });
  const options = (found.data?.people ?? []).map((person) => {
    const post = person.posts.find((one) => one.state === 'now');
    const about = [person.born?.slice(0, 4) ?? '', post === undefined ? '' : `${post.title}, ${post.orgName}`].filter(
      (part) => part !== '',
    );
    return { value: person.id, label: [person.fullName, ...about].join(' · ') };
  });
  return (
    <Field {...field}>
      <Select
        id={field.id}
        value={value}
        allowClear
        showSearch={{ filterOption: false, onSearch: setQ }}
        placeholder={t('staff.typeName')}
        notFoundContent={q.trim().length < 2 ? t('staff.typeName') : t('staff.nobody')}
        options={known === null || options.some((one) => one.value === known.value) ? options : [known, ...options]}
        onChange={(next: string | null | undefined) => {
          setKnown(options.find((one) => one.value === next) ?? null);
          onName?.(found.data?.people.find((person) => person.id === next)?.fullName ?? '');
          onChange(next ?? null);
        }}
      />
    </Field>
  );
}

export function RolePicker({
  value,
  onChange,
  ...field
}: Omit<PickProps, 'value' | 'onChange'> & {
  readonly value: PostRole | null;
  readonly onChange: (role: PostRole | null) => void;
}): ReactNode {
  const t = useText();
  return (
    <Field {...field}>
      <Select
        id={field.id}
        value={value}
        showSearch={{ filterOption: byWords }}
        options={POST_ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        onChange={(next: PostRole | undefined) => {
          onChange(next ?? null);
        }}
      />
    </Field>
  );
}
