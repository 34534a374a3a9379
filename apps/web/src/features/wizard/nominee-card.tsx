import type { ReactNode } from 'react';
import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useText } from '../../i18n/use-text';
import type { Draft, Menu, NomineeDraft } from './draft';
import { NomineeMore } from './nominee-more';
import { NomineeVerdicts } from './nominee-verdicts';

const KINDS = ['individual', 'collective', 'household'] as const;
const SCOPES = ['inside', 'outside', 'independent'] as const;

interface Props {
  readonly draft: Draft;
  readonly row: NomineeDraft;
  readonly number: number;
  readonly menu: Menu;
  readonly onSet: (part: Partial<NomineeDraft>) => void;
  readonly onRemove: () => void;
}

/** One nominee: who, for which award, how it stands against law, and what else is told of them. */
export function NomineeCard({ draft, row, number, menu, onSet, onRemove }: Props): ReactNode {
  const t = useText();
  const known = row.personId !== undefined || row.subjectOrgId !== undefined;
  const award = menu.find((one) => one.code === row.award);
  const fitting = menu.filter((one) => one.kinds.includes(row.kind) || one.code === row.award);
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
              onSet({ kind, ...(award?.kinds.includes(kind) === false ? { award: '' } : {}) });
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
            options={fitting.map((one) => ({ value: one.code, label: one.name }))}
            onChange={(code: string) => {
              onSet({ award: code, awardType: undefined, posthumous: undefined });
            }}
          />
          {award === undefined ? null : (
            <p className="help">
              {t('wizard.decider', { decider: award.decider.title })}{' '}
              <span className="muted">({[award.decider.ruleId, award.decider.citation].filter((part) => part !== '').join(', ')})</span>
            </p>
          )}
        </div>
      </div>
      {row.history.length === 0 ? null : <p className="help">{t('wizard.history', { awards: row.history.join(', ') })}</p>}
      {award === undefined || row.name.trim().length < 2 ? null : <NomineeVerdicts draft={draft} row={row} onSet={onSet} />}
      <NomineeMore row={row} award={award} number={number} onSet={onSet} />
      <p className="row-entry-remove">
        <Button size="small" icon={<DeleteOutlined aria-hidden />} onClick={onRemove}>
          {t('wizard.remove', { name: row.name === '' ? String(number) : row.name })}
        </Button>
      </p>
    </fieldset>
  );
}
