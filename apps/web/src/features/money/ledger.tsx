import type { ReactNode } from 'react';
import type { FundEntryView } from '@thidua/contract';
import { instantText, moneyText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';

/** Sổ quỹ: every line, newest first; none is ever changed. */
export function Ledger({ entries }: { readonly entries: readonly FundEntryView[] }): ReactNode {
  const t = useText();
  return (
    <section className="section" aria-label={t('funds.ledger')}>
      <h2>{t('funds.ledger')}</h2>
      {entries.length === 0 ? (
        <EmptyState text={t('funds.noEntries')} />
      ) : (
        <div className="table-scroll">
          <table className="data fund-table">
            <thead>
              <tr>
                {['at', 'kind', 'about', 'ground'].map((name) => (
                  <th key={name} scope="col">
                    {t(`funds.entry.${name}`)}
                  </th>
                ))}
                <th scope="col" className="amount">
                  {t('funds.column.amount')}
                </th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.id}>
                  <th scope="row" className="nowrap">
                    {instantText(entry.at)}
                  </th>
                  <td className="nowrap">{t(`funds.kind.${entry.kind}`)}</td>
                  <td>
                    {entry.nominee ?? entry.by ?? ''}
                    <div className="small muted">
                      {[entry.awardName, entry.dossierCode, entry.decisionNumber].filter((part) => part !== null).join(' · ')}
                    </div>
                  </td>
                  <td className="small">
                    {entry.formula ?? ''}
                    <div className="muted">
                      {entry.citation ?? ''}
                      {entry.confirmed ? '' : ` (${t('unconfirmed.short')})`}
                    </div>
                  </td>
                  <td className="amount">{entry.amount < 0 ? `−${moneyText(-entry.amount)}` : moneyText(entry.amount)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
