import type { ReactNode } from 'react';
import { CloseCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { errorSentences } from '../i18n/error-text';
import { useText } from '../i18n/use-text';

interface Props {
  readonly error: unknown;
  /** What this page knows besides, such as who has the task now. */
  readonly also?: string;
  readonly onRetry?: () => void;
}

/** What happened, why, what to do; the code small beneath. */
export function ErrorNote({ error, also, onRetry }: Props): ReactNode {
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
        {also === undefined || also === '' || what.includes(also) ? null : <div>{also}</div>}
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
