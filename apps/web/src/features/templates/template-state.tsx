import type { ReactNode } from 'react';
import { CheckCircleOutlined, ClockCircleOutlined, EditOutlined, StopOutlined } from '@ant-design/icons';
import type { TemplateSummary } from '@thidua/contract';
import { useText } from '../../i18n/use-text';

const LOOK = {
  draft: ['blue', <EditOutlined key="i" aria-hidden />],
  proposed: ['amber', <ClockCircleOutlined key="i" aria-hidden />],
  released: ['grey', <ClockCircleOutlined key="i" aria-hidden />],
  inForce: ['calm', <CheckCircleOutlined key="i" aria-hidden />],
  withdrawn: ['grey', <StopOutlined key="i" aria-hidden />],
} as const;

/** Released is not yet in force: another of a later day, or a day that has not come, may stand before it. */
export function TemplateState({ state, inForce }: Pick<TemplateSummary, 'state' | 'inForce'>): ReactNode {
  const t = useText();
  const shown = inForce ? 'inForce' : state;
  const [tone, icon] = LOOK[shown];
  return (
    <span className={`tag tag-${tone}`}>
      {icon}
      <span>{t(`templates.state.${shown}`)}</span>
    </span>
  );
}
