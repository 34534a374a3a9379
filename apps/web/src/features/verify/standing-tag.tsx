import type { ReactNode } from 'react';
import { CheckCircleOutlined, CloseCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import type { Standing } from '@thidua/contract';
import { useText } from '../../i18n/use-text';

const TONE = { 'in-force': 'calm', revoked: 'red', 'revoked-in-part': 'amber', replaced: 'amber' } as const;
const ICON = {
  'in-force': <CheckCircleOutlined aria-hidden />,
  revoked: <CloseCircleOutlined aria-hidden />,
  'revoked-in-part': <ExclamationCircleOutlined aria-hidden />,
  replaced: <ExclamationCircleOutlined aria-hidden />,
};

export function StandingTag({ status }: { readonly status: Standing }): ReactNode {
  const t = useText();
  return (
    <p>
      <span className={`tag verify-standing tag-${TONE[status]}`}>
        {ICON[status]} {t(`standing.${status}`)}
      </span>
    </p>
  );
}
