import { useState, type ReactNode } from 'react';
import { Button, Input, InputNumber } from 'antd';
import type { FundView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';

/** Giao dự toán: what the budget adds or takes, and by which paper. */
export function AllotmentForm({ fund }: { readonly fund: FundView }): ReactNode {
  const t = useText();
  const allot = useAct('allotFund');
  const [amount, setAmount] = useState<number | null>(null);
  const [citation, setCitation] = useState('');
  const ready = amount !== null && amount !== 0 && citation.trim().length >= 3;
  const send = (): void => {
    const params = { orgId: fund.orgId, year: String(fund.year) };
    allot.mutate(
      { params, body: { amount: amount ?? 0, citation: citation.trim() } },
      {
        onSuccess: () => {
          setAmount(null);
          setCitation('');
        },
      },
    );
  };
  return (
    <section className="section" aria-label={t('funds.allot')}>
      <h2>{t('funds.allot')}</h2>
      <div className="fund-form">
        <div className="field">
          <label className="field-label" htmlFor="fund-amount">
            {t('funds.amount')}
          </label>
          <InputNumber
            id="fund-amount"
            style={{ width: '100%' }}
            step={1_000_000}
            precision={0}
            value={amount}
            formatter={(value) => String(value ?? '').replace(/\B(?=(\d{3})+$)/g, '.')}
            parser={(text) => Number((text ?? '').replace(/\./g, ''))}
            onChange={setAmount}
          />
        </div>
        <div className="field wide">
          <label className="field-label" htmlFor="fund-citation">
            {t('funds.paper')}
          </label>
          <Input
            id="fund-citation"
            maxLength={300}
            value={citation}
            onChange={(event) => {
              setCitation(event.target.value);
            }}
          />
        </div>
        <Button type="primary" disabled={!ready} loading={allot.isPending} onClick={send}>
          {t('funds.allotDo')}
        </Button>
      </div>
      <p className="why">{t('funds.allotHelp')}</p>
      <ErrorNote error={allot.error} />
    </section>
  );
}
