import type { ReactNode } from 'react';
import { CloseCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { errorSentences } from '../i18n/error-text';
import { useText } from '../i18n/use-text';

/** What happened, why, what to do; the code small beneath. */
export function ErrorNote({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }): ReactNode {
  const t = useText();
  if (error === null || error === undefined) {
    return null;
  }
  const { what, todo, code } = errorSentences(error, t);
  return (
    <div className="note note-red" role="alert">
      <CloseCircleOutlined aria-hidden />
      <div>
        <strong>{what}</strong>
        <div>{todo}</div>
        <div className="muted small">{code}</div>
        {onRetry === undefined ? null : (
          <Button size="small" onClick={onRetry}>
            {t('action.retry')}
          </Button>
        )}
      </div>
    </div>
  );
}
