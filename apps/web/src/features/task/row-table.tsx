import type { ReactNode } from 'react';
import { moneyText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { MovementRecord } from '../../pieces/movement-record';
import { VerdictList } from '../../pieces/verdict';
import { useTotal, type TaskRow } from './task-rows';

/** The list a signature or number covers, with its sum. */
export function RowTable({ rows }: { readonly rows: readonly TaskRow[] }): ReactNode {
  const t = useText();
  const total = useTotal(rows);
  if (rows.length === 0) {
    return null;
  }
  return (
    <section className="row-table" aria-label={t('rows.title')}>
      <h2>
        {t('rows.count', { count: rows.length })}
        {total === null || total === 0 ? '' : ` · ${t('rows.total', { amount: moneyText(total) })}`}
      </h2>
      <div className="table-scroll">
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t('rows.name')}</th>
              <th scope="col">{t('rows.award')}</th>
              <th scope="col" className="num">
                {t('rows.reward')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <strong>{row.name}</strong>
                  <div className="small muted">
                    {[row.title, row.orgName, row.dossierCode].filter((part) => part !== undefined && part !== '').join(' · ')}
                  </div>
                </td>
                <td>{row.awardName}</td>
                <td className="num">
                  <span className="nowrap">{row.rewardAmount === null ? '–' : moneyText(row.rewardAmount)}</span>
                  {row.rewardFormula === null ? null : <div className="small muted">{row.rewardFormula}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What the rules say of one row, above its fields. */
export function AboutRow({ row }: { readonly row: TaskRow | undefined }): ReactNode {
  const t = useText();
  if (row === undefined) {
    return null;
  }
  return (
    <div className="about-row">
      <p className="small muted">
        {[row.title, row.orgName, row.dossierCode, t('rows.decider', { decider: row.decider.title, rule: row.decider.ruleId })]
          .filter((part) => part !== undefined && part !== '')
          .join(' · ')}
      </p>
      <VerdictList verdicts={row.verdicts} overall={row.overall} />
      <MovementRecord lines={row.record} />
    </div>
  );
}
