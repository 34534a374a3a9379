import type { ReactNode } from 'react';
import type { RecipientAsk, RecipientProposal } from '@thidua/contract';
import { useText } from '../../../i18n/use-text';
import './lifecycle.css';

interface Props {
  readonly proposals: readonly RecipientProposal[];
  readonly chosen: readonly RecipientAsk[];
  readonly onChange: (chosen: readonly RecipientAsk[]) => void;
}

export function suggested(proposals: readonly RecipientProposal[]): readonly RecipientAsk[] {
  return proposals.filter((one) => one.suggested).map(askOf);
}

function askOf({ orgId, asked, reason }: RecipientProposal): RecipientAsk {
  return { orgId, asked, reason };
}

/** Bodies below, each with the words of the plan that speak for it; the Front and unions can only be asked to join in. */
export function RecipientChoice({ proposals, chosen, onChange }: Props): ReactNode {
  const t = useText();
  const at = new Map(chosen.map((one) => [one.orgId, one]));
  return (
    <div className="table-scroll">
      <table className="data movement-recipients">
        <thead>
          <tr>
            <th scope="col">{t('movements.lifecycle.column.org')}</th>
            <th scope="col">{t('movements.lifecycle.column.asked')}</th>
          </tr>
        </thead>
        <tbody>
          {proposals.map((one) => {
            const mine = at.get(one.orgId);
            return (
              <tr key={one.orgId}>
                <td>
                  <label>
                    <input
                      type="checkbox"
                      checked={mine !== undefined}
                      onChange={(event) => {
                        onChange(event.target.checked ? [...chosen, askOf(one)] : chosen.filter((other) => other.orgId !== one.orgId));
                      }}
                    />{' '}
                    {one.orgName}
                  </label>
                  <div className="small muted">{one.reason}</div>
                </td>
                <td>
                  {one.fixed ? (
                    t('movements.lifecycle.asked.cooperation')
                  ) : (
                    <select
                      className="form-input movement-asked"
                      aria-label={t('movements.lifecycle.askedOf', { org: one.orgName })}
                      value={(mine ?? one).asked}
                      disabled={mine === undefined}
                      onChange={(event) => {
                        const asked = event.target.value === 'duty' ? 'duty' : 'cooperation';
                        onChange(chosen.map((other) => (other.orgId === one.orgId ? { ...other, asked } : other)));
                      }}
                    >
                      <option value="duty">{t('movements.lifecycle.asked.duty')}</option>
                      <option value="cooperation">{t('movements.lifecycle.asked.cooperation')}</option>
                    </select>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
