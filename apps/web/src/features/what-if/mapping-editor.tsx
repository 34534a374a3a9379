import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { DryRunView, StepPair } from '@thidua/contract';
import { useText } from '../../i18n/use-text';

interface Props {
  readonly run: DryRunView;
  readonly busy: boolean;
  readonly onAgain: (mapping: readonly StepPair[]) => void;
}

/** Steps that somebody stands at and the version no longer has: which step takes their place. The run is done again with what was chosen. */
export function MappingEditor({ run, busy, onAgain }: Props): ReactNode {
  const t = useText();
  const [pairs, setPairs] = useState<readonly StepPair[]>(run.mapping);
  const choose = (from: string, to: string): void => {
    setPairs((before) => [...before.filter((pair) => pair.from !== from), ...(to === '' ? [] : [{ from, to }])]);
  };
  const settled = run.mapping.filter((pair) => !run.unmapped.some((step) => step.elementId === pair.from));
  const isChanged = JSON.stringify(pairs) !== JSON.stringify(run.mapping);
  return (
    <section className="section" aria-label={t('whatIf.mapping.title')}>
      <h2>{t('whatIf.mapping.title')}</h2>
      <p className="muted">{t('whatIf.mapping.help')}</p>
      {run.unmapped.map((step) => (
        <label key={step.elementId} className="what-if-pair">
          <span className="field-label">{t('whatIf.mapping.step', { name: step.name, count: step.instances })}</span>
          <select
            className="form-input"
            value={pairs.find((pair) => pair.from === step.elementId)?.to ?? ''}
            onChange={(event) => {
              choose(step.elementId, event.target.value);
            }}
          >
            <option value="">{step.partners.length === 0 ? t('whatIf.mapping.noPartner') : t('whatIf.mapping.none')}</option>
            {step.partners.map((partner) => (
              <option key={partner.elementId} value={partner.elementId}>
                {partner.name}
              </option>
            ))}
          </select>
        </label>
      ))}
      {settled.length === 0 ? null : (
        <ul className="plain">
          {settled.map((pair) => (
            <li key={pair.from}>
              {t('whatIf.mapping.settled', pair)}{' '}
              <button
                type="button"
                className="link-like"
                onClick={() => {
                  choose(pair.from, '');
                }}
              >
                {t('whatIf.mapping.drop')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Button
        type="primary"
        disabled={!isChanged}
        loading={busy}
        onClick={() => {
          onAgain(pairs);
        }}
      >
        {t('whatIf.mapping.again')}
      </Button>
    </section>
  );
}
