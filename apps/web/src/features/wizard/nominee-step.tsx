import { useState, type ReactNode } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { call } from '../../api/client';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { CopyBefore } from './copy-before';
import { emptyRow, type Draft, type Menu, type NomineeDraft } from './draft';
import { NomineeCard } from './nominee-card';
import { SheetImport } from './sheet-import';

interface Props {
  readonly draft: Draft;
  readonly menu: Menu;
  readonly orgName: string;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** Nominees found by name or added by hand; each gets an award of the plan's menu, with who decides it. */
export function NomineeStep({ draft, menu, orgName, onChange }: Props): ReactNode {
  const t = useText();
  const addAll = (rows: readonly Partial<NomineeDraft>[]): void => {
    onChange({ rows: [...draft.rows, ...rows.map((row) => emptyRow(menu, row))] });
  };
  const add = (row: Partial<NomineeDraft>): void => {
    addAll([row]);
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
      <details className="wizard-options">
        <summary>{t('wizard.manyAtOnce')}</summary>
        <SheetImport draft={draft} onAdd={addAll} />
        <CopyBefore orgName={orgName} menu={menu} onAdd={addAll} />
      </details>
      {draft.rows.length === 0 ? <EmptyState text={t('wizard.noRows')} /> : null}
      {draft.rows.map((row, index) => (
        <NomineeCard
          key={row.key}
          draft={draft}
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
