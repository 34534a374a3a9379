import type { ReactNode } from 'react';
import { Input, InputNumber, Select } from 'antd';
import type { IntakeMenu, MovementList } from '@thidua/contract';
import { DayField } from '../../forms/day-field';
import { useText } from '../../i18n/use-text';
import { ChainChoice } from './chain-choice';
import { menuOf, occasionsOf, refusedOf, type Draft, type OnPaper, type Secrecy } from './draft';
import { OptionsPanel } from './options-panel';
import { receiverText } from './receiver-text';

/** A body one may propose for. */
export interface ProposingBody {
  readonly orgId: string;
  readonly orgName: string;
}

interface Props {
  readonly draft: Draft;
  readonly movements: MovementList;
  readonly bodies: readonly ProposingBody[];
  readonly menu: IntakeMenu | undefined;
  /** Nhập thay. */
  readonly paper: OnPaper | null;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly onPaper: (part: Partial<OnPaper>) => void;
  readonly onSecrecy: (secrecy: Secrecy) => void;
}

/** Which movement (or none), which occasion, which year; the menu and the deciders show at once. */
export function OccasionStep({ draft, movements, bodies, menu, paper, onChange, onPaper, onSecrecy }: Props): ReactNode {
  const t = useText();
  const choose = (movementId: string | null): void => {
    onChange({ movementId, underMovementId: null, occasion: null, rows: draft.rows.map((row) => ({ ...row, award: '' })) });
  };
  return (
    <section className="section task-form" aria-label={t('wizard.step.occasion')}>
      {bodies.length < 2 && paper === null ? null : (
        <div className="field">
          <label className="field-label" htmlFor="wizard-org">
            {t(paper === null ? 'wizard.org' : 'intake.entry.org')}
          </label>
          <Select
            id="wizard-org"
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.orgId}
            options={bodies.map((one) => ({ value: one.orgId, label: one.orgName }))}
            onChange={(orgId) => {
              onChange({ orgId });
            }}
          />
        </div>
      )}
      {paper === null ? null : <PaperFields paper={paper} onPaper={onPaper} />}
      <fieldset className="choices">
        <legend className="field-label">{t('wizard.movement')}</legend>
        {movements.movements.map((movement) => (
          <label key={movement.id} className="choice">
            <input
              type="radio"
              name="movement"
              checked={draft.movementId === movement.id}
              onChange={() => {
                choose(movement.id);
              }}
            />
            <span>
              <strong>{movement.name}</strong>
              <span className="small muted">
                {movement.launcher} · {movement.period} · {movement.source}
              </span>
            </span>
          </label>
        ))}
        <label className="choice">
          <input
            type="radio"
            name="movement"
            checked={draft.movementId === null}
            onChange={() => {
              choose(null);
            }}
          />
          <span>
            <strong>{t('wizard.noMovement')}</strong>
            <span className="small muted">{t('wizard.noMovementHint')}</span>
          </span>
        </label>
      </fieldset>
      <fieldset className="choices">
        <legend className="field-label">{t('wizard.occasion')}</legend>
        {occasionsOf(draft, movements).map((one) => (
          <label key={one.occasion} className="choice">
            <input
              type="radio"
              name="occasion"
              checked={draft.occasion === one.occasion}
              onChange={() => {
                onChange({ occasion: one.occasion, simplified: null });
              }}
            />
            <span>{one.label}</span>
          </label>
        ))}
      </fieldset>
      {menu === undefined || menu.chain.length < 2 ? null : (
        <ChainChoice
          menu={menu}
          onChange={(underMovementId) => {
            onChange({ underMovementId, rows: draft.rows.map((row) => ({ ...row, award: '' })) });
          }}
        />
      )}
      {menu === undefined ? null : <MenuList menu={menu} />}
      <div className="field">
        <label className="field-label" htmlFor="wizard-year">
          {t('wizard.year')}
        </label>
        <InputNumber
          id="wizard-year"
          min={2024}
          max={2100}
          value={draft.year}
          onChange={(year) => {
            onChange({ year: year ?? draft.year });
          }}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="wizard-title">
          {t('wizard.titleField')} <span className="required">*</span>
        </label>
        <Input
          id="wizard-title"
          maxLength={300}
          value={draft.title}
          placeholder={t('wizard.titleHint')}
          onChange={(event) => {
            onChange({ title: event.target.value });
          }}
        />
      </div>
      <OptionsPanel draft={draft} menu={menu} onPaper={paper !== null} onChange={onChange} onSecrecy={onSecrecy} />
    </section>
  );
}

/** What may be proposed with who decides and until when, who receives it, and what is not on the menu by which row. */
function MenuList({ menu }: { readonly menu: IntakeMenu }): ReactNode {
  const t = useText();
  const refused = refusedOf(menu);
  return (
    <div>
      <h3>{t('wizard.menu')}</h3>
      <p className="help">
        {t('wizard.receiver')}: {receiverText(t, menu.receiver, menu.desk)}
      </p>
      <ul className="menu-list">
        {menuOf(menu).map((award) => (
          <li key={award.code}>
            <strong>{award.name}</strong>: {t('wizard.decider', { decider: award.decider.title })}
            <span className="small muted">
              {' '}
              ({[award.decider.ruleId, ...(award.line === null ? [] : [t('wizard.planLine', { line: award.line })])].join(', ')})
            </span>
            {award.ofCluster ? <span className="small"> · {t('wizard.ofCluster')}</span> : null}
          </li>
        ))}
      </ul>
      {refused.length === 0 ? null : (
        <details className="small">
          <summary>{t('wizard.whyNot', { count: refused.length })}</summary>
          <ul className="menu-list">
            {refused.map(({ code, name, refusal }) => (
              <li key={code}>
                <strong>{name}</strong>: {reasonText(t, refusal?.reason ?? 'not-on-menu')}{' '}
                <span className="muted">
                  {[refusal?.ruleId, refusal?.citation].filter((part) => part !== undefined && part !== '').join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Reasons that only movements know stand with their texts. */
function reasonText(t: ReturnType<typeof useText>, reason: string): string {
  return t.or(`intake.reason.${reason}`, t.or(`movements.occasions.reason.${reason}`, reason));
}

/** When the paper came in; its minutes are scanned, not typed. */
function PaperFields({ paper, onPaper }: { readonly paper: OnPaper; readonly onPaper: (part: Partial<OnPaper>) => void }): ReactNode {
  const t = useText();
  return (
    <div className="field">
      <label className="field-label" htmlFor="paper-delivered">
        {t('intake.entry.deliveredOn')} <span className="required">*</span>
      </label>
      <DayField
        id="paper-delivered"
        value={paper.deliveredOn}
        withTime={false}
        disabled={false}
        onChange={(value) => {
          onPaper({ deliveredOn: typeof value === 'string' ? value : '' });
        }}
      />
      <p className="help">{t('intake.entry.hint')}</p>
    </div>
  );
}
