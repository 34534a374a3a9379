import type { ReactNode } from 'react';
import { Select } from 'antd';
import type { IntakeMenu } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import type { Draft, Ground, Secrecy } from './draft';

const SECRECIES: readonly Secrecy[] = ['none', 'mat', 'toi-mat', 'tuyet-mat'];

interface Props {
  readonly draft: Draft;
  readonly menu: IntakeMenu | undefined;
  /** On paper nothing is decided by the unit itself. */
  readonly onPaper: boolean;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly onSecrecy: (secrecy: Secrecy) => void;
}

/** What the plain case leaves as it is: who decides, the simplified procedure with its ground, độ mật. */
export function OptionsPanel({ draft, menu, onPaper, onChange, onSecrecy }: Props): ReactNode {
  const t = useText();
  const grounds = menu?.grounds ?? [];
  const citation = grounds.find((one) => one.ground === draft.simplified)?.citation;
  return (
    <details className="wizard-options" open={draft.route === 'own' || draft.simplified !== null}>
      <summary>{t('wizard.options')}</summary>
      <div className="task-form">
        {menu?.mayDecideItself === true && !onPaper ? (
          <fieldset className="choices">
            <legend className="field-label">{t('wizard.route')}</legend>
            {(['upper', 'own'] as const).map((route) => (
              <label key={route} className="choice">
                <input
                  type="radio"
                  name="route"
                  checked={draft.route === route}
                  onChange={() => {
                    onChange({ route, rows: draft.rows.map((row) => ({ ...row, award: '' })) });
                  }}
                />
                <span>
                  {t(`wizard.routeOf.${route}`)}
                  <span className="small muted">{t(`wizard.routeHint.${route}`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
        ) : null}
        <div className="field">
          <label className="field-label" htmlFor="wizard-procedure">
            {t('wizard.procedure')}
          </label>
          <Select
            id="wizard-procedure"
            value={draft.simplified ?? ''}
            options={[
              { value: '', label: t('wizard.ordinary') },
              ...grounds.map(({ ground }) => ({ value: ground, label: t(`wizard.ground.${ground}`) })),
            ]}
            onChange={(ground: Ground | '') => {
              onChange({ simplified: ground === '' ? null : ground });
            }}
          />
          {citation === undefined ? null : <p className="help">{t('wizard.groundCitation', { citation })}</p>}
        </div>
        <div className="field">
          <label className="field-label" htmlFor="wizard-secrecy">
            {t('wizard.secrecy')}
          </label>
          <Select
            id="wizard-secrecy"
            value="none"
            options={SECRECIES.map((secrecy) => ({ value: secrecy, label: t(`secrecy.${secrecy}`) }))}
            onChange={onSecrecy}
          />
          <p className="help">{t('wizard.secrecyHint')}</p>
        </div>
      </div>
    </details>
  );
}
