import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text';
import { UploadField } from './upload-field';

/** The scan of a paper that was printed and signed by hand. */
export function ScanUpload({ id }: { readonly id: string }): ReactNode {
  const t = useText();
  return (
    <UploadField id={`scan-${id}`} label={t('paper.scan')} rule="scan" kinds={['pdf']} route="uploadScan" input={{ params: { id } }} />
  );
}
