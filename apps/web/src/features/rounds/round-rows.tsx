import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { RoundRowView } from '@thidua/contract';
import { dayText, moneyText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { StateTag } from '../../pieces/state-tag';
import { VerdictMark } from '../../pieces/verdict';
import { nomineeLine } from '../../pieces/nominee-line';
import './rounds.css';

/** Rows by hồ sơ: what is asked, what the appraisal said, what came of it. */
export function RoundRows({ rows }: { readonly rows: readonly RoundRowView[] }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data round-rows">
        <thead>
          <tr>
            {['dossier', 'name', 'award', 'appraisal', 'outcome'].map((name) => (
              <th key={name} scope="col">
                {t(`rounds.rowColumn.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to="/ho-so/$id" params={{ id: row.dossierId }} className="nowrap">
                  {row.dossierCode}
                </Link>
                <div className="small muted">{row.orgName}</div>
              </th>
              <td>
                <strong>{row.name}</strong>
                <div className="small muted">{nomineeLine(t, row)}</div>
              </td>
              <td>
                {row.awardName}
                <div className="small muted">{t('rows.decider', { decider: row.decider.title, rule: row.decider.ruleId })}</div>
              </td>
              <td>
                {row.appraisal === null ? (
                  <span className="muted">{t('rounds.notAppraised')}</span>
                ) : (
                  <VerdictMark verdict={row.appraisal} />
                )}
                {row.appraisalNote === null ? null : <div className="small">{row.appraisalNote}</div>}
              </td>
              <td>
                <StateTag group="row" state={row.state} />
                {row.outcome === null || row.state !== 'open' ? null : (
                  <div className="small">{t.or(`outcome.${row.outcome}`, row.outcome)}</div>
                )}
                {row.decision === null ? null : (
                  <div className="small">
                    {t('rows.decision', { number: row.decision.numberText ?? t('rows.noNumber'), day: dayText(row.decision.date) })}
                  </div>
                )}
                {row.rewardAmount === null ? null : (
                  <div className="small muted">
                    {moneyText(row.rewardAmount)}
                    {row.rewardFormula === null ? '' : ` = ${row.rewardFormula}`}
                  </div>
                )}
                {row.reason === null ? null : <div className="small muted">{row.reason}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
