import type { ReactNode } from 'react';
import type { IntakeMenu, MovementList } from '@thidua/contract';
import { dayText } from '../../i18n/format';
import { useText, type Text } from '../../i18n/use-text';
import { menuOf, occasionsOf, type Draft, type NomineeDraft } from './draft';
import type { ProposingBody } from './occasion-step';
import { receiverText } from './receiver-text';
import { nomineeLine } from '../../pieces/nominee-line';

interface Props {
  readonly draft: Draft;
  readonly movements: MovementList;
  readonly menu: IntakeMenu | undefined;
  readonly bodies: readonly ProposingBody[];
}

/** Everything once more, with who decides each award and what the hồ sơ must hold. */
export function CheckStep({ draft, movements, menu, bodies }: Props): ReactNode {
  const t = useText();
  const movement = movements.movements.find((one) => one.id === draft.movementId);
  const occasion = occasionsOf(draft, movements).find((one) => one.occasion === draft.occasion);
  return (
    <section className="section" aria-label={t('wizard.step.check')}>
      <dl className="facts">
        <dt>{t('wizard.titleField')}</dt>
        <dd>
          <strong>{draft.title}</strong>
        </dd>
        <dt>{t('wizard.org')}</dt>
        <dd>{bodies.find((one) => one.orgId === draft.orgId)?.orgName}</dd>
        <dt>{t('wizard.movement')}</dt>
        <dd>{movement?.name ?? t('wizard.noMovement')}</dd>
        <dt>{t('wizard.occasion')}</dt>
        <dd>
          {occasion?.label} · {draft.year}
        </dd>
        <dt>{t('wizard.receiver')}</dt>
        <dd>{receiverText(t, menu?.receiver, menu?.desk)}</dd>
        {draft.simplified === null ? null : (
          <>
            <dt>{t('wizard.procedure')}</dt>
            <dd>{t(`wizard.ground.${draft.simplified}`)}</dd>
          </>
        )}
      </dl>
      <div className="table-scroll check-rows">
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t('wizard.name')}</th>
              <th scope="col">{t('wizard.award')}</th>
              <th scope="col">{t('wizard.decides')}</th>
              <th scope="col">{t('wizard.due')}</th>
            </tr>
          </thead>
          <tbody>
            {draft.rows.map((row) => {
              const award = menuOf(menu).find((one) => one.code === row.award);
              return (
                <tr key={row.key}>
                  <td>
                    <strong>{row.name}</strong>
                    <div className="small muted">{nomineeLine(t, row, t(`scope.${row.scope}`), ...more(row, t))}</div>
                  </td>
                  <td>{award?.name}</td>
                  <td>
                    {award?.decider.title} <span className="small muted">{award?.decider.ruleId}</span>
                  </td>
                  <td>{award?.due === null || award === undefined ? '' : dayText(award.due.on)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {movement === undefined || movement.dossierParts.length === 0 ? null : (
        <>
          <h3>{t('wizard.parts')}</h3>
          <ul>
            {movement.dossierParts.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </>
      )}
      <p className="help">{t('wizard.after')}</p>
    </section>
  );
}

/** What a row says besides: type, truy tặng, period, who manages a nominee from outside. */
function more(row: NomineeDraft, t: Text): readonly string[] {
  const day = (value: string | undefined): string => (value === undefined ? '…' : dayText(value));
  const told = row.achievementFrom !== undefined || row.achievementTo !== undefined;
  return [
    row.awardType === undefined ? '' : t(`awardType.${row.awardType}`),
    row.posthumous === true ? t('wizard.posthumous') : '',
    told ? t('wizard.period', { from: day(row.achievementFrom), to: day(row.achievementTo) }) : '',
    row.scope === 'outside' ? (row.outsider?.managingBody ?? '') : '',
  ];
}
