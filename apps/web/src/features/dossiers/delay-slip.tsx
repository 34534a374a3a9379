import { useState, type ReactNode } from 'react';
import { useText } from '../../i18n/use-text';
import { PrintButton } from '../../pieces/print-button';

/** Phiếu xin lỗi và hẹn lại: the desk gives the reason and the new day; whether the promised day has passed is asked of the server. */
export function DelaySlip({ dossierId }: { readonly dossierId: string }): ReactNode {
  const t = useText();
  const [newDueOn, setNewDueOn] = useState('');
  const [reason, setReason] = useState('');
  const ready = newDueOn !== '' && reason.trim() !== '';
  return (
    <details className="section">
      <summary>{t('dossier.delay.title')}</summary>
      <label className="field">
        <span>{t('dossier.delay.newDueOn')}</span>
        <input
          type="date"
          value={newDueOn}
          onChange={(event) => {
            setNewDueOn(event.target.value);
          }}
        />
      </label>
      <label className="field">
        <span>{t('dossier.delay.reason')}</span>
        <textarea
          rows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
      </label>
      <PrintButton
        kind="phieu-xin-loi"
        params={{ dossierId, newDueOn, reason: reason.trim() }}
        label={t('dossier.delay.print')}
        whyNot={ready ? undefined : t('dossier.delay.needs')}
      />
    </details>
  );
}
