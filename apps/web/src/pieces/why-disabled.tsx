import type { ReactNode } from 'react';
import { InfoCircleOutlined } from '@ant-design/icons';
import { useText } from '../i18n/use-text';

/** The reason beside a disabled action. `reason` is a code of the server (`why.*`, `error.*`) or a sentence. */
export function WhyDisabled({ reason, id }: { readonly reason: string | null; readonly id?: string }): ReactNode {
  const t = useText();
  if (reason === null || reason === '') {
    return null;
  }
  return (
    <p className="why" id={id}>
      <InfoCircleOutlined aria-hidden /> {t.or(`why.${reason}`, t.or(`error.${reason}.what`, reason))}
    </p>
  );
}
