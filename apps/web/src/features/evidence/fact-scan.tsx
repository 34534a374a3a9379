import { useRef, type ReactNode } from 'react';
import { Button } from 'antd';
import type { FactView } from '@thidua/contract';
import { addressOf } from '../../api/client';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';

/** The scan of the paper behind a fact: opened when it is there, filed once when it is not. */
export function FactScan({ fact, mayAttach }: { readonly fact: FactView; readonly mayAttach: boolean }): ReactNode {
  const t = useText();
  const attach = useAct('attachEvidence');
  const chooser = useRef<HTMLInputElement>(null);
  const query = { kind: fact.kind };
  if (fact.hasScan) {
    return (
      <div className="small">
        <a href={addressOf('evidenceScan', { id: fact.id }, query)}>{t('evidence.openScan')}</a>
      </div>
    );
  }
  if (!mayAttach || fact.source === 'system') {
    return null;
  }
  return (
    <div className="fact-scan">
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".pdf,.jpg,.jpeg,.png"
        aria-label={t('evidence.attach')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) {
            attach.mutate({ params: { id: fact.id }, query, file });
          }
        }}
      />
      <Button size="small" loading={attach.isPending} onClick={() => chooser.current?.click()}>
        {t('evidence.attach')}
      </Button>
      <ErrorNote error={attach.error} />
    </div>
  );
}
