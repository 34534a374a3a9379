import { useState, type ReactNode } from 'react';
import { WarningOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import type { FundBalanceView } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { moneyText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { AllotmentForm } from './allotment';
import { FundFigures } from './fund-figures';
import { Ledger } from './ledger';
import { PayTable } from './pay-table';
import './funds.css';

const keyOf = ({ orgId, year }: FundBalanceView): string => `${orgId}/${String(year)}`;

/** Quỹ khen thưởng: what was given, held, owed, paid and is left, with the pay list and the book. */
export default function FundsPage(): ReactNode {
  const t = useText();
  const funds = useRead('awardFunds');
  const [chosen, setChosen] = useState<string | null>(null);
  const list = funds.data?.funds ?? [];
  const current = list.find((fund) => keyOf(fund) === chosen) ?? list[0];
  return (
    <div className="page">
      <PageHead title={t('funds.title')} line={t('funds.line')}>
        {list.length < 2 ? null : (
          <Select
            aria-label={t('funds.which')}
            style={{ minWidth: 280 }}
            {...(current === undefined ? {} : { value: keyOf(current) })}
            options={list.map((fund) => ({ value: keyOf(fund), label: t('funds.of', { org: fund.orgName, year: fund.year }) }))}
            onChange={setChosen}
          />
        )}
      </PageHead>
      <ErrorNote error={funds.error} onRetry={() => void funds.refetch()} />
      {funds.data === undefined && funds.error === null ? <Loading /> : null}
      {funds.data !== undefined && current === undefined ? <EmptyState text={t('funds.none')} /> : null}
      {current === undefined ? null : <Fund key={keyOf(current)} of={current} />}
    </div>
  );
}

function Fund({ of }: { readonly of: FundBalanceView }): ReactNode {
  const t = useText();
  const fund = useRead('awardFund', { params: { orgId: of.orgId, year: String(of.year) } }, { every: 15_000 });
  if (fund.data === undefined) {
    return fund.error === null ? <Loading /> : <ErrorNote error={fund.error} onRetry={() => void fund.refetch()} />;
  }
  const view = fund.data;
  return (
    <>
      <section className="section" aria-label={t('funds.of', { org: view.orgName, year: view.year })}>
        <h2>{t('funds.of', { org: view.orgName, year: view.year })}</h2>
        <FundFigures fund={view} />
        {view.citation === '' ? null : <p className="why">{t('funds.byPaper', { paper: view.citation })}</p>}
        {view.over ? (
          <div className="note note-amber" role="status">
            <WarningOutlined aria-hidden />
            <div>{t('funds.over', { amount: moneyText(-view.left) })}</div>
          </div>
        ) : null}
      </section>
      {view.mayAllot ? <AllotmentForm fund={view} /> : null}
      <PayTable fund={view} />
      <Ledger entries={view.entries} />
    </>
  );
}
