import type { ReactNode } from 'react';
import { CheckOutlined, EnvironmentFilled, MinusOutlined } from '@ant-design/icons';
import type { LadderStep } from '@thidua/contract';
import { dayText } from '../i18n/format';
import { useText } from '../i18n/use-text';
import './level-ladder.css';

/** đơn vị → xã → Sở Nội vụ / tỉnh → trung ương, with who holds it and since when. */
export function LevelLadder({ steps }: { readonly steps: readonly LadderStep[] }): ReactNode {
  const t = useText();
  return (
    <ol className="ladder" aria-label={t('ladder.label')}>
      {steps.map((step) => (
        <li key={step.level} className={`ladder-step ladder-${step.state}`} aria-current={step.state === 'current' ? 'step' : undefined}>
          <span className="ladder-mark" aria-hidden>
            {step.state === 'done' ? <CheckOutlined /> : step.state === 'current' ? <EnvironmentFilled /> : <MinusOutlined />}
          </span>
          <span className="ladder-body">
            <strong>{step.label}</strong>
            <span className="muted small">{t(`ladder.${step.state}`)}</span>
            {step.holder === null ? null : <span className="small">{t('ladder.holder', { holder: step.holder })}</span>}
            {step.since === null ? null : <span className="muted small">{t('ladder.since', { day: dayText(step.since) })}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
