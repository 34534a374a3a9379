import { useState, type ReactNode } from 'react';
import { DownloadOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import type { FundView, PayLine } from '@thidua/contract';
import { addressOf } from '../../api/client';
import { useAct, useSession } from '../../api/queries';
import { DayField } from '../../forms/day-field';
import { dayText, moneyText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { nomineeLine } from '../../pieces/nominee-line';
import { WhyDisabled } from '../../pieces/why-disabled';

/** Bảng chi tiền thưởng: who is paid how much by which formula, and why nothing where nothing is paid. */
export function PayTable({ fund }: { readonly fund: FundView }): ReactNode {
  const t = useText();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const payable = fund.payLines.filter((line) => line.amount > 0 && line.paidOn === null);
  const total = fund.payLines.reduce((sum, line) => sum + line.amount, 0);
  return (
    <section className="section" aria-label={t('funds.payList')}>
      <h2>{t('funds.payList')}</h2>
      {fund.payLines.length === 0 ? (
        <EmptyState text={t('funds.nobody')} />
      ) : (
        <>
          <div className="table-scroll">
            <table className="data fund-table">
              <thead>
                <tr>
                  {fund.mayAllot ? <th scope="col">{t('funds.choose')}</th> : null}
                  {['nominee', 'award', 'decision', 'formula'].map((name) => (
                    <th key={name} scope="col">
                      {t(`funds.column.${name}`)}
                    </th>
                  ))}
                  <th scope="col" className="amount">
                    {t('funds.column.amount')}
                  </th>
                  <th scope="col">{t('funds.column.state')}</th>
                </tr>
              </thead>
              <tbody>
                {fund.payLines.map((line) => (
                  <PayRow key={line.rowId} line={line} chosen={chosen} onChoose={fund.mayAllot ? setChosen : null} />
                ))}
              </tbody>
            </table>
          </div>
          <p>
            <strong>{t('funds.total', { amount: moneyText(total) })}</strong>
          </p>
        </>
      )}
      <div className="bar-buttons">
        <Button
          icon={<DownloadOutlined aria-hidden />}
          href={addressOf('payList', { orgId: fund.orgId, year: String(fund.year) })}
          disabled={fund.payLines.length === 0}
        >
          {t('funds.download')}
        </Button>
      </div>
      {fund.mayAllot && payable.length > 0 ? <Payment fund={fund} payable={payable} chosen={chosen} onDone={setChosen} /> : null}
    </section>
  );
}

interface RowProps {
  readonly line: PayLine;
  readonly chosen: readonly string[];
  readonly onChoose: ((ids: readonly string[]) => void) | null;
}

function PayRow({ line, chosen, onChoose }: RowProps): ReactNode {
  const t = useText();
  const open = line.amount > 0 && line.paidOn === null;
  return (
    <tr>
      {onChoose === null ? null : (
        <td>
          <Checkbox
            aria-label={t('funds.chooseOf', { name: line.nominee })}
            disabled={!open}
            checked={chosen.includes(line.rowId)}
            onChange={(event) => {
              onChoose(event.target.checked ? [...chosen, line.rowId] : chosen.filter((id) => id !== line.rowId));
            }}
          />
        </td>
      )}
      <th scope="row">
        {line.nominee}
        <div className="small muted">{nomineeLine(t, line)}</div>
      </th>
      <td>{line.awardName}</td>
      <td className="nowrap">
        {line.decisionNumber ?? '–'}
        <div className="small muted">{dayText(line.decisionDate)}</div>
      </td>
      <td className="small">{line.formula === '' ? '–' : line.formula}</td>
      <td className="amount">{moneyText(line.amount)}</td>
      <td className="small">{stateOf(line, t)}</td>
    </tr>
  );
}

function stateOf(line: PayLine, t: ReturnType<typeof useText>): string {
  if (line.returned) {
    return t('funds.returned');
  }
  if (line.paidOn !== null) {
    return t('funds.paidOn', { day: dayText(line.paidOn) });
  }
  return line.amount > 0 && line.reason === 'paid' ? t('funds.owed') : t(`funds.reason.${line.reason}`);
}

interface PaymentProps {
  readonly fund: FundView;
  readonly payable: readonly PayLine[];
  readonly chosen: readonly string[];
  readonly onDone: (ids: readonly string[]) => void;
}

/** Money that has left the house: the day and the voucher of the treasury. */
function Payment({ fund, payable, chosen, onDone }: PaymentProps): ReactNode {
  const t = useText();
  const session = useSession();
  const record = useAct('recordPayment');
  const [paidOn, setPaidOn] = useState((session.data?.clock.now ?? '').slice(0, 10));
  const [voucher, setVoucher] = useState('');
  const rowIds = chosen.filter((id) => payable.some((line) => line.rowId === id));
  const amount = payable.filter((line) => rowIds.includes(line.rowId)).reduce((sum, line) => sum + line.amount, 0);
  return (
    <div className="fund-form">
      <div className="field">
        <label className="field-label" htmlFor="pay-day">
          {t('funds.payDay')}
        </label>
        <DayField
          id="pay-day"
          disabled={false}
          withTime={false}
          value={paidOn}
          onChange={(next) => {
            setPaidOn(typeof next === 'string' ? next : '');
          }}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="pay-voucher">
          {t('funds.voucher')}
        </label>
        <Input
          id="pay-voucher"
          maxLength={100}
          value={voucher}
          onChange={(event) => {
            setVoucher(event.target.value);
          }}
        />
      </div>
      <Button
        disabled={rowIds.length === payable.length}
        onClick={() => {
          onDone(payable.map((line) => line.rowId));
        }}
      >
        {t('funds.chooseAll')}
      </Button>
      <Button
        type="primary"
        disabled={rowIds.length === 0 || voucher.trim() === '' || paidOn === ''}
        loading={record.isPending}
        onClick={() => {
          const params = { orgId: fund.orgId, year: String(fund.year) };
          record.mutate(
            { params, body: { rowIds: [...rowIds], paidOn, voucher: voucher.trim() } },
            {
              onSuccess: () => {
                onDone([]);
                setVoucher('');
              },
            },
          );
        }}
      >
        {t('funds.payDo', { count: rowIds.length, amount: moneyText(amount) })}
      </Button>
      <WhyDisabled reason={rowIds.length === 0 ? t('funds.chooseRows') : voucher.trim() === '' ? t('funds.giveVoucher') : null} />
      <ErrorNote error={record.error} />
    </div>
  );
}
