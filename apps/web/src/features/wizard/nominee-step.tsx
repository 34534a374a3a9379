import { useState, type ReactNode } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { call } from '../../api/client';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import type { Draft, Menu, NomineeDraft } from './draft';

const KINDS = ['individual', 'collective', 'household'] as const;
const SCOPES = ['inside', 'outside', 'independent'] as const;

interface Props {
  readonly draft: Draft;
  readonly menu: Menu;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** Nominees found by name or added by hand; each gets an award of the plan's menu, with who decides it. */
export function NomineeStep({ draft, menu, onChange }: Props): ReactNode {
  const t = useText();
  const add = (row: Partial<NomineeDraft>): void => {
    const fresh: NomineeDraft = {
      key: crypto.randomUUID(),
      kind: 'individual',
      name: '',
      title: '',
      scope: 'inside',
      achievement: '',
      award: menu.length === 1 ? (menu[0]?.code ?? '') : '',
      history: [],
      ...row,
    };
    onChange({ rows: [...draft.rows, fresh] });
  };
  const set = (key: string, part: Partial<NomineeDraft>): void => {
    onChange({ rows: draft.rows.map((row) => (row.key === key ? { ...row, ...part } : row)) });
  };
  return (
    <section className="section task-form" aria-label={t('wizard.step.nominees')}>
      <SubjectSearch onPick={add} />
      <div>
        <Button
          icon={<PlusOutlined aria-hidden />}
          onClick={() => {
            add({});
          }}
        >
          {t('wizard.addByHand')}
        </Button>
      </div>
      {draft.rows.length === 0 ? <EmptyState text={t('wizard.noRows')} /> : null}
      {draft.rows.map((row, index) => (
        <NomineeCard
          key={row.key}
          row={row}
          number={index + 1}
          menu={menu}
          onSet={(part) => {
            set(row.key, part);
          }}
          onRemove={() => {
            onChange({ rows: draft.rows.filter((other) => other.key !== row.key) });
          }}
        />
      ))}
    </section>
  );
}

function SubjectSearch({ onPick }: { readonly onPick: (row: Partial<NomineeDraft>) => void }): ReactNode {
  const t = useText();
  const [q, setQ] = useState('');
  const term = q.trim();
  const found = useQuery({
    queryKey: ['subjects', {}, { q: term }],
    queryFn: () => call('subjects', { query: { q: term } }),
    enabled: term.length > 0,
    placeholderData: keepPreviousData,
  });
  const subjects = term === '' ? [] : (found.data?.subjects ?? []);
  return (
    <div className="field">
      <label className="field-label" htmlFor="subject-search">
        {t('wizard.search')}
      </label>
      <Select
        id="subject-search"
        className="wide"
        showSearch={{ filterOption: false, searchValue: q, onSearch: setQ }}
        value={null}
        placeholder={t('wizard.searchHint')}
        notFoundContent={term === '' ? null : found.isFetching ? t('loading') : t('wizard.nobody')}
        options={subjects.map((subject) => ({
          value: subject.id,
          label: [subject.name, subject.title, subject.orgName].filter((part) => part !== '').join(' · '),
        }))}
        onSelect={(id: string | null) => {
          const subject = subjects.find((one) => one.id === id);
          setQ('');
          if (subject !== undefined) {
            onPick({
              kind: subject.kind,
              name: subject.name,
              title: subject.title,
              history: subject.awards,
              ...(subject.kind === 'individual'
                ? { personId: subject.id }
                : subject.kind === 'collective'
                  ? { subjectOrgId: subject.id }
                  : {}),
            });
          }
        }}
      />
    </div>
  );
}

interface CardProps {
  readonly row: NomineeDraft;
  readonly number: number;
  readonly menu: Menu;
  readonly onSet: (part: Partial<NomineeDraft>) => void;
  readonly onRemove: () => void;
}

function NomineeCard({ row, number, menu, onSet, onRemove }: CardProps): ReactNode {
  const t = useText();
  const known = row.personId !== undefined || row.subjectOrgId !== undefined;
  const award = menu.find((one) => one.code === row.award);
  const id = (name: string): string => `nominee-${String(number)}-${name}`;
  return (
    <fieldset className="row-entry">
      <legend>{row.name === '' ? t('wizard.nominee', { number }) : `${String(number)}. ${row.name}`}</legend>
      <div className="nominee-fields">
        <div className="field">
          <label className="field-label" htmlFor={id('kind')}>
            {t('wizard.kind')}
          </label>
          <Select
            id={id('kind')}
            disabled={known}
            value={row.kind}
            options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(kind) => {
              onSet({ kind });
            }}
          />
        </div>
        <div className="field nominee-name">
          <label className="field-label" htmlFor={id('name')}>
            {t('wizard.name')} <span className="required">*</span>
          </label>
          <Input
            id={id('name')}
            disabled={known}
            maxLength={200}
            value={row.name}
            onChange={(event) => {
              onSet({ name: event.target.value });
            }}
          />
        </div>
        <div className="field nominee-name">
          <label className="field-label" htmlFor={id('title')}>
            {t('wizard.jobTitle')}
          </label>
          <Input
            id={id('title')}
            maxLength={300}
            value={row.title}
            onChange={(event) => {
              onSet({ title: event.target.value });
            }}
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor={id('scope')}>
            {t('wizard.scope')}
          </label>
          <Select
            id={id('scope')}
            value={row.scope}
            options={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
            onChange={(scope) => {
              onSet({ scope });
            }}
          />
        </div>
        <div className="field nominee-award">
          <label className="field-label" htmlFor={id('award')}>
            {t('wizard.award')} <span className="required">*</span>
          </label>
          <Select
            id={id('award')}
            value={row.award === '' ? undefined : row.award}
            placeholder={t('wizard.chooseAward')}
            options={menu.map((one) => ({ value: one.code, label: one.name }))}
            onChange={(code: string) => {
              onSet({ award: code });
            }}
          />
          {award === undefined ? null : <p className="help">{t('wizard.decider', { decider: award.decider })}</p>}
        </div>
      </div>
      {row.history.length === 0 ? null : <p className="help">{t('wizard.history', { awards: row.history.join(', ') })}</p>}
      <p className="row-entry-remove">
        <Button size="small" icon={<DeleteOutlined aria-hidden />} onClick={onRemove}>
          {t('wizard.remove', { name: row.name === '' ? String(number) : row.name })}
        </Button>
      </p>
    </fieldset>
  );
}
