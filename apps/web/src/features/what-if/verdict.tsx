import type { ReactNode } from 'react';
import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  LinkOutlined,
  SwapOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';
import type { WhatIfVerdict } from '@thidua/contract';
import { useText } from '../../i18n/use-text';

export const VERDICTS: readonly WhatIfVerdict[] = ['stays', 'moves', 'limit', 'signer', 'mapping', 'breaks'];

const LOOK: Readonly<Record<WhatIfVerdict, readonly [tone: string, icon: ReactNode]>> = {
  stays: ['calm', <CheckCircleOutlined key="i" aria-hidden />],
  moves: ['blue', <SwapOutlined key="i" aria-hidden />],
  limit: ['amber', <ClockCircleOutlined key="i" aria-hidden />],
  signer: ['amber', <UserSwitchOutlined key="i" aria-hidden />],
  mapping: ['red', <LinkOutlined key="i" aria-hidden />],
  breaks: ['red', <CloseCircleOutlined key="i" aria-hidden />],
};

/** A verdict in words with its icon: colour alone never tells it. */
export function VerdictTag({ verdict }: { readonly verdict: WhatIfVerdict }): ReactNode {
  const t = useText();
  const [tone, icon] = LOOK[verdict];
  return (
    <span className={`tag tag-${tone}`}>
      {icon}
      <span>{t(`whatIf.verdict.${verdict}`)}</span>
    </span>
  );
}
