import type { ReactNode } from 'react';
import type { MovementList, PositionView } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import { occasionsOf, type Draft, type Menu } from './draft';

interface Props {
  readonly draft: Draft;
  readonly movements: MovementList;
  readonly menu: Menu;
  readonly positions: readonly PositionView[];
}

/** Everything once more, with who decides each award and what the hồ sơ must hold. */
export function CheckStep({ draft, movements, menu, positions }: Props): ReactNode {
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
        <dd>{positions.find((one) => one.orgId === draft.orgId)?.orgName}</dd>
        <dt>{t('wizard.movement')}</dt>
        <dd>{movement?.name ?? t('wizard.noMovement')}</dd>
        <dt>{t('wizard.occasion')}</dt>
        <dd>
          {occasion?.label} · {draft.year}
        </dd>
      </dl>
      <div className="table-scroll check-rows">
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t('wizard.name')}</th>
              <th scope="col">{t('wizard.award')}</th>
              <th scope="col">{t('wizard.decides')}</th>
            </tr>
          </thead>
          <tbody>
            {draft.rows.map((row) => {
              const award = menu.find((one) => one.code === row.award);
              return (
                <tr key={row.key}>
                  <td>
                    <strong>{row.name}</strong>
                    <div className="small muted">
                      {[t(`kind.${row.kind}`), row.title, t(`scope.${row.scope}`)].filter((part) => part !== '').join(' · ')}
                    </div>
                  </td>
                  <td>{award?.name}</td>
                  <td>{award?.decider}</td>
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
