import type { ReactNode } from 'react';
import { Spin } from 'antd';
import { useText } from '../i18n/use-text';

export function Loading({ what }: { readonly what?: string }): ReactNode {
  const t = useText();
  return (
    <div className="loading" role="status">
      <Spin size="small" /> <span>{what ?? t('loading')}</span>
    </div>
  );
}
