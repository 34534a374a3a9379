import type { ReactNode } from 'react';
import type { FundBalanceView } from '@thidua/contract';
import { moneyText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';

const FIGURES = ['allotted', 'held', 'committed', 'paid', 'left'] as const;

/** Where a fund stands; what is left is red when more was promised than was given. */
export function FundFigures({ fund }: { readonly fund: FundBalanceView }): ReactNode {
  const t = useText();
  return (
    <dl className="fund-figures">
      {FIGURES.map((name) => (
        <div key={name} className={name === 'left' && fund.over ? 'over' : ''}>
          <dt>{t(`funds.figure.${name}`)}</dt>
          <dd>{moneyText(fund[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
