import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';

interface Props {
  readonly id: string;
  readonly step: string;
  readonly onSent?: () => void;
}

export function RetryButton({ id, step, onSent }: Props): ReactNode {
  const t = useText();
  const retry = useAct('retryIncident');
  return (
    <>
      <Button
        type="primary"
        loading={retry.isPending}
        aria-label={t('incidents.retryOf', { step })}
        onClick={() => {
          retry.mutate({ params: { id } }, onSent === undefined ? {} : { onSuccess: onSent });
        }}
      >
        {t('incidents.retry')}
      </Button>
      <ErrorNote error={retry.error} />
    </>
  );
}
