import type { ReactNode } from 'react';
import { Input, InputNumber, Select } from 'antd';
import type { MovementList, PositionView } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import { menuOf, occasionsOf, type Draft } from './draft';

interface Props {
  readonly draft: Draft;
  readonly movements: MovementList;
  readonly positions: readonly PositionView[];
  readonly onChange: (part: Partial<Draft>) => void;
}

/** Which movement (or none), which occasion, which year; the menu and the deciders show at once. */
export function OccasionStep({ draft, movements, positions, onChange }: Props): ReactNode {
  const t = useText();
  const menu = menuOf(draft, movements);
  const choose = (movementId: string | null): void => {
    onChange({ movementId, occasion: null, rows: draft.rows.map((row) => ({ ...row, award: '' })) });
  };
  return (
    <section className="section task-form" aria-label={t('wizard.step.occasion')}>
      {positions.length < 2 ? null : (
        <div className="field">
          <label className="field-label" htmlFor="wizard-org">
            {t('wizard.org')}
          </label>
          <Select
            id="wizard-org"
            value={draft.orgId}
            options={positions.map((one) => ({ value: one.orgId, label: one.orgName }))}
            onChange={(orgId) => {
              onChange({ orgId });
            }}
          />
        </div>
      )}
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
                onChange({
                  occasion: one.occasion,
                  rows: draft.rows.map((row) => ({ ...row, award: one.awards.some((award) => award.code === row.award) ? row.award : '' })),
                });
              }}
            />
            <span>{one.label}</span>
          </label>
        ))}
      </fieldset>
      {menu.length === 0 ? null : (
        <div>
          <h3>{t('wizard.menu')}</h3>
          <ul className="menu-list">
            {menu.map((award) => (
              <li key={award.code}>
                <strong>{award.name}</strong>: {t('wizard.decider', { decider: award.decider })}
                {award.line === null ? null : <span className="small muted"> ({t('wizard.planLine', { line: award.line })})</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
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
    </section>
  );
}
