import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text';
import { STEPS, type Step } from './draft';

/** Where one stands; steps behind may be gone back to. */
export function Stepper({ step, onGo }: { readonly step: Step; readonly onGo: (to: number) => void }): ReactNode {
  const t = useText();
  const current = STEPS.indexOf(step);
  return (
    <ol className="stepper" aria-label={t('wizard.steps')}>
      {STEPS.map((name, index) => (
        <li key={name} aria-current={name === step ? 'step' : undefined} className={index < current ? 'stepper-done' : ''}>
          <button
            type="button"
            disabled={index >= current}
            onClick={() => {
              onGo(index);
            }}
          >
            <span aria-hidden>{index + 1}</span> {t(`wizard.step.${name}`)}
          </button>
        </li>
      ))}
    </ol>
  );
}
