import type { ReactNode } from 'react';
import type { ScanCheckView } from '@thidua/contract';
import { addressOf } from '../api/client';
import { useRead } from '../api/queries';
import { instantText } from '../i18n/format';
import { useText } from '../i18n/use-text';
import { ErrorNote } from './error-note';
import { ScanCheck, ScanFindings } from './scan-check';
import { SignatureLines } from './signature-lines';

interface Props {
  readonly id: string;
  /** Of its file: another file is looked at anew. */
  readonly sha256: string | null;
  readonly isIssued: boolean;
  readonly isDigital: boolean;
}

/** Whether the file is what was issued, and by whom it is signed: in words, above the paper. */
export function PaperTrust({ id, sha256, isIssued, isDigital }: Props): ReactNode {
  const t = useText();
  const trust = useRead('paperTrust', { params: { id } }, { enabled: sha256 !== null, every: 60_000 });
  if (trust.data === undefined) {
    return trust.error === null ? null : <ErrorNote error={trust.error} />;
  }
  const { intact, signatures, scan, mayConfirmScan, hasPrint } = trust.data;
  const changed = signatures.some((one) => !one.valid || one.later === 'changed');
  return (
    <div className="paper-trust">
      {intact === false ? <p className="note note-red">{t('trust.damaged')}</p> : null}
      {changed ? <p className="note note-red">{t('trust.changed')}</p> : null}
      {intact === true && isIssued && !changed ? <p className="small">{t('trust.intact')}</p> : null}
      {signatures.length > 0 || (isDigital && isIssued) ? <SignatureLines signatures={signatures} /> : null}
      {scan === null ? null : mayConfirmScan ? <ScanCheck id={id} scan={scan} /> : <ScanStory scan={scan} />}
      {hasPrint ? (
        <p className="small">
          <a href={addressOf('paperPrint', { id })} target="_blank" rel="noopener">
            {t('trust.print')}
          </a>
        </p>
      ) : null}
    </div>
  );
}

function ScanStory({ scan }: { readonly scan: ScanCheckView }): ReactNode {
  const t = useText();
  return (
    <div className="small">
      <p>
        {scan.confirmedAt === null || scan.confirmedBy === null
          ? t('scan.waits', { who: scan.uploadedBy, at: instantText(scan.uploadedAt) })
          : t('scan.confirmed', { who: scan.confirmedBy, at: instantText(scan.confirmedAt) })}
        {scan.reason === null ? '' : ` ${t('scan.because', { reason: scan.reason })}`}
      </p>
      <ScanFindings scan={scan} />
    </div>
  );
}
