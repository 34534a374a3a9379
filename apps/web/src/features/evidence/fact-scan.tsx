import type { ReactNode } from 'react';
import type { FactView } from '@thidua/contract';
import { addressOf } from '../../api/client';
import { useText } from '../../i18n/use-text';
import { AttachmentPreview } from '../../pieces/attachment-preview';
import { UploadField } from '../../pieces/upload-field';

/** The scan of the paper behind a fact: shown as pictures when it is there, filed once when it is not. */
export function FactScan({ fact, mayAttach }: { readonly fact: FactView; readonly mayAttach: boolean }): ReactNode {
  const t = useText();
  const query = { kind: fact.kind };
  if (fact.hasScan) {
    return (
      <AttachmentPreview
        name={t('evidence.openScan')}
        picture={(page) => addressOf('evidencePreview', { id: fact.id }, { ...query, page })}
        download={addressOf('evidenceScan', { id: fact.id }, query)}
      />
    );
  }
  if (!mayAttach || fact.source === 'system') {
    return null;
  }
  return (
    <div className="fact-scan">
      <UploadField
        id={`scan-${fact.id}`}
        label={t('evidence.attach')}
        rule="evidence"
        route="attachEvidence"
        input={{ params: { id: fact.id }, query }}
      />
    </div>
  );
}
