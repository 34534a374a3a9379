import { useState, type ReactNode } from 'react';
import { Button, InputNumber, Radio, Select } from 'antd';
import type { RevocationView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { moneyText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Day, Words } from './fields';

/** One thing an honouree gave back, with its receipt; parts may come one after the other. */
export function RecoveryForm({ view, onClose }: { readonly view: RevocationView; readonly onClose: () => void }): ReactNode {
  const t = useText();
  const record = useAct('recordRecovery');
  const due = view.rows.filter((row) => row.moneyBack < row.moneyDue || (row.itemDue && !row.itemBack));
  const [rowId, setRow] = useState(due[0]?.rowId ?? '');
  const row = due.find((one) => one.rowId === rowId);
  const left = row === undefined ? 0 : row.moneyDue - row.moneyBack;
  const [kind, setKind] = useState<'item' | 'money'>('item');
  const [amount, setAmount] = useState<number | null>(null);
  const [receivedOn, setDay] = useState('');
  const [receipt, setReceipt] = useState('');
  const complete = rowId !== '' && receivedOn !== '' && receipt.trim() !== '' && (kind === 'item' || (amount ?? 0) > 0);
  return (
    <form
      className="task-form"
      aria-label={t('after.recover')}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <div className="field">
        <label className="field-label" htmlFor="recovery-row">
          {t('after.column.who')}
        </label>
        <Select id="recovery-row" value={rowId} options={due.map((one) => ({ value: one.rowId, label: one.name }))} onChange={setRow} />
      </div>
      <div className="field">
        <Radio.Group
          aria-label={t('after.what')}
          value={kind}
          options={[
            { value: 'item', label: t('after.item'), disabled: row?.itemDue !== true || row.itemBack },
            { value: 'money', label: t('after.money', { left: moneyText(left) }), disabled: left <= 0 },
          ]}
          onChange={(event) => {
            setKind(event.target.value === 'money' ? 'money' : 'item');
          }}
        />
      </div>
      {kind === 'money' ? (
        <div className="field">
          <label className="field-label" htmlFor="recovery-amount">
            {t('after.amount')}
          </label>
          <InputNumber id="recovery-amount" min={1} max={left} value={amount} controls={false} onChange={setAmount} />
        </div>
      ) : null}
      <Day id="recovery-day" label={t('after.receivedOn')} value={receivedOn} onChange={setDay} />
      <Words id="recovery-receipt" label={t('after.receipt')} value={receipt} max={200} onChange={setReceipt} />
      <ErrorNote error={record.error} />
      <div className="bar-buttons">
        <Button
          type="primary"
          disabled={!complete}
          loading={record.isPending}
          onClick={() => {
            const body = { rowId, kind, amount: kind === 'money' ? (amount ?? 0) : 0, receivedOn, receipt: receipt.trim() };
            record.mutate({ params: { id: view.id }, body }, { onSuccess: onClose });
          }}
        >
          {t('after.recoverSave')}
        </Button>
        <Button onClick={onClose}>{t('action.close')}</Button>
      </div>
    </form>
  );
}
