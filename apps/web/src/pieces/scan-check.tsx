import { useState, type ReactNode } from 'react';
import { Button, Input } from 'antd';
import type { ScanCheckView } from '@thidua/contract';
import { addressOf } from '../api/client';
import { useAct } from '../api/queries';
import { instantText } from '../i18n/format';
import { useText } from '../i18n/use-text';
import { ErrorNote } from './error-note';

const TONE = { alike: 'green', unsure: 'amber', different: 'red' } as const;

/** The scan beside its print: what the check found, and the clerk's word that makes it the paper. */
export function ScanCheck({ id, scan }: { readonly id: string; readonly scan: ScanCheckView }): ReactNode {
  const t = useText();
  const confirm = useAct('confirmScan');
  const [reason, setReason] = useState('');
  const needsReason = scan.verdict !== 'alike';
  return (
    <section className="scan-check" aria-label={t('scan.title')}>
      <p className={`note note-${TONE[scan.verdict]}`}>
        <span>
          <strong>{t(`scan.verdict.${scan.verdict}`)}</strong> {t('scan.waits', { who: scan.uploadedBy, at: instantText(scan.uploadedAt) })}
        </span>
      </p>
      <ScanFindings scan={scan} />
      <p className="small">
        <a href={addressOf('waitingScan', { id })} target="_blank" rel="noopener">
          {t('scan.open')}
        </a>
        {' · '}
        <a href={addressOf('paperContent', { id })} target="_blank" rel="noopener">
          {t('scan.openPrint')}
        </a>
      </p>
      {needsReason ? (
        <div className="field">
          <label className="field-label" htmlFor={`scan-reason-${id}`}>
            {t('scan.reason')}
          </label>
          <Input.TextArea
            id={`scan-reason-${id}`}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
        </div>
      ) : null}
      <Button
        type="primary"
        size="small"
        loading={confirm.isPending}
        disabled={needsReason && reason.trim().length < 5}
        onClick={() => {
          confirm.mutate({ params: { id }, body: { scanSha256: scan.scanSha256, ...(needsReason ? { reason: reason.trim() } : {}) } });
        }}
      >
        {t('scan.confirm')}
      </Button>
      <ErrorNote error={confirm.error} />
    </section>
  );
}

/** Pages, words, likeness and number, each in words. */
export function ScanFindings({ scan }: { readonly scan: ScanCheckView }): ReactNode {
  const t = useText();
  const { pages, pagesEqual, textShare, pictureShare, numberSeen } = scan;
  const percent = (share: number): string => `${Math.round(share * 100)}%`;
  return (
    <ul className="small">
      <li>{pages === null ? t('scan.pages.unknown') : t(pagesEqual === true ? 'scan.pages.equal' : 'scan.pages.other', { pages })}</li>
      <li>{textShare === null ? t('scan.text.none') : t('scan.text.share', { share: percent(textShare) })}</li>
      <li>{pictureShare === null ? t('scan.picture.none') : t('scan.picture.share', { share: percent(pictureShare) })}</li>
      {numberSeen === null ? null : <li>{t(numberSeen ? 'scan.number.seen' : 'scan.number.missing')}</li>}
    </ul>
  );
}
