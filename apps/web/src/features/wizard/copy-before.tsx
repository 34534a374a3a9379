import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { call } from '../../api/client';
import { useText } from '../../i18n/use-text';
import type { Menu, NomineeDraft } from './draft';

interface Props {
  readonly orgName: string;
  readonly menu: Menu;
  readonly onAdd: (rows: readonly Partial<NomineeDraft>[]) => void;
}

/** The list of an earlier dossier as the beginning of this one; what each did is written anew. */
export function CopyBefore({ orgName, menu, onAdd }: Props): ReactNode {
  const t = useText();
  const before = useQuery({ queryKey: ['dossiers', {}, { limit: 50 }], queryFn: () => call('dossiers', { query: { limit: 50 } }) });
  const mine = before.data?.dossiers.filter((one) => one.orgName === orgName && one.rowCount > 0) ?? [];
  if (mine.length === 0) {
    return null;
  }
  const copy = async (id: string): Promise<void> => {
    const found = await call('dossierCopy', { params: { id } });
    onAdd(
      found.rows.map(({ personId, subjectOrgId, award, ...row }) => ({
        ...row,
        award: menu.some((one) => one.code === award) ? award : '',
        ...(personId === null ? {} : { personId }),
        ...(subjectOrgId === null ? {} : { subjectOrgId }),
      })),
    );
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor="copy-before">
        {t('wizard.copy')}
      </label>
      <Select
        id="copy-before"
        className="wide"
        value={null}
        placeholder={t('wizard.copyHint')}
        options={mine.map((one) => ({ value: one.id, label: `${one.code} · ${one.title} · ${String(one.year)}` }))}
        onSelect={(id: string | null) => {
          if (id !== null) {
            void copy(id);
          }
        }}
      />
    </div>
  );
}
