import type { ReactNode } from 'react';
import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import type { SignatureView } from '@thidua/contract';
import { instantText } from '../i18n/format';
import { useText } from '../i18n/use-text';
import './signature-lines.css';

/** The signatures of a file one by one: whose, under whose certificate, when, whether it holds, and what came after it. */
export function SignatureLines({ signatures }: { readonly signatures: readonly SignatureView[] }): ReactNode {
  const t = useText();
  if (signatures.length === 0) {
    return <p className="small">{t('signature.none')}</p>;
  }
  return (
    <ol className="signature-lines small">
      {signatures.map((one, at) => (
        <li key={at}>
          <span className={one.valid ? 'signature-good' : 'signature-bad'}>
            {one.valid ? <CheckCircleOutlined aria-hidden /> : <CloseCircleOutlined aria-hidden />}{' '}
            {one.valid ? t('signature.valid') : t('signature.invalid')}
          </span>{' '}
          <strong>{one.signer === '' ? t('signature.nobody') : one.signer}</strong>
          {one.organization === '' ? '' : `, ${one.organization}`}
          {one.signedAt === null ? '' : `, ${t('signature.at', { at: instantText(one.signedAt) })}`}
          {one.timestampAt === null ? '' : ` (${t('signature.timestamp', { at: instantText(one.timestampAt) })})`}
          {one.issuer === '' ? '' : `. ${t('signature.issuer', { issuer: one.issuer })}`}
          {'. '}
          {one.valid ? t(`signature.later.${one.later}`) : null}
          {one.problem === null ? null : <div className="signature-bad">{t.or(`signature.problem.${one.problem}`, one.problem)}</div>}
        </li>
      ))}
    </ol>
  );
}
