import { useState, type ReactNode } from 'react';
import { Button, Input, Select } from 'antd';
import type { AuditKinds } from '@thidua/contract';
import { DayField } from '../../forms/day-field';
import { plainText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import type { AuditSearch } from './audit-search';

interface Props {
  readonly kinds: AuditKinds | undefined;
  readonly search: AuditSearch;
  readonly onSearch: (search: AuditSearch) => void;
}

const WORDS = ['nguoi', 'cv', 'ten'] as const;
const CHOICES = ['loai', 'viec'] as const;
const DAYS = ['tu', 'den'] as const;

/** Filters are typed at leisure and asked for together. */
export function AuditFilter({ kinds, search, onSearch }: Props): ReactNode {
  const t = useText();
  const [asked, setAsked] = useState(search);
  const set = (key: keyof AuditSearch, value: string): void => {
    setAsked({ ...asked, [key]: value === '' ? undefined : value });
  };
  const options = { loai: kinds?.types ?? [], viec: kinds?.actions ?? [] };
  return (
    <form
      className="audit-filter"
      role="search"
      aria-label={t('audit.filter.title')}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch({ ...asked, lan: search.lan });
      }}
    >
      {WORDS.map((key) => (
        <label key={key}>
          <span className="field-label">{t(`audit.filter.${key}`)}</span>
          <Input
            value={asked[key] ?? ''}
            maxLength={200}
            placeholder={t(`audit.filter.hint.${key}`)}
            allowClear
            onChange={(event) => {
              set(key, event.target.value);
            }}
          />
        </label>
      ))}
      {CHOICES.map((key) => (
        <div key={key} className="field">
          <label className="field-label" htmlFor={`audit-${key}`}>
            {t(`audit.filter.${key}`)}
          </label>
          <Select
            id={`audit-${key}`}
            value={asked[key] ?? ''}
            showSearch={{ filterOption: (words, option) => plainText(option?.label ?? '').includes(plainText(words)) }}
            options={[{ value: '', label: t('audit.filter.all') }, ...options[key].map((one) => ({ value: one.code, label: one.name }))]}
            onChange={(value) => {
              set(key, value);
            }}
          />
        </div>
      ))}
      {DAYS.map((key) => (
        <div key={key} className="field">
          <label className="field-label" htmlFor={`audit-${key}`}>
            {t(`audit.filter.${key}`)}
          </label>
          <DayField
            id={`audit-${key}`}
            value={asked[key] ?? ''}
            withTime={false}
            disabled={false}
            onChange={(value) => {
              set(key, typeof value === 'string' ? value : '');
            }}
          />
        </div>
      ))}
      <div className="audit-filter-acts">
        <Button htmlType="submit" type="primary">
          {t('audit.filter.find')}
        </Button>
        <Button
          onClick={() => {
            setAsked({});
            onSearch({});
          }}
        >
          {t('audit.filter.clear')}
        </Button>
      </div>
    </form>
  );
}
