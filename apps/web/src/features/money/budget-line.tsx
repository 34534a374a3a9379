import type { ReactNode } from 'react';
import { WalletOutlined } from '@ant-design/icons';
import { useRead } from '../../api/queries';
import { moneyText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';

/** What signing would take from the fund and leave in it: exceeding it warns, and nothing is barred. */
export function BudgetLine({ roundId }: { readonly roundId: string }): ReactNode {
  const t = useText();
  const budget = useRead('rewardBudget', { params: { id: roundId } });
  return (budget.data?.funds ?? []).map((fund) => (
    <div key={fund.orgName} className={`note ${fund.over ? 'note-amber' : 'note-green'}`} role="status">
      <WalletOutlined aria-hidden />
      <div>
        <strong>{t('funds.of', { org: fund.orgName, year: fund.year })}</strong>
        <p>
          {t(fund.over ? 'funds.budgetOver' : 'funds.budget', {
            take: moneyText(fund.thisRound),
            left: moneyText(Math.abs(fund.left)),
            allotted: moneyText(fund.allotted),
          })}
        </p>
      </div>
    </div>
  ));
}
