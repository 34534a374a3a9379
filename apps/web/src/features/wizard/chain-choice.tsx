import type { ReactNode } from 'react';
import type { IntakeMenu } from '@thidua/contract';
import { useText } from '../../i18n/use-text';

interface Props {
  readonly menu: IntakeMenu;
  readonly onChange: (underMovementId: string) => void;
}

/** Under which movement of the chain: eligibility takes launcher and length of the one chosen, the list changes with it. */
export function ChainChoice({ menu, onChange }: Props): ReactNode {
  const t = useText();
  return (
    <fieldset className="choices">
      <legend className="field-label">{t('movements.occasions.underWhich')}</legend>
      {menu.chain.map((link) => (
        <label key={link.id} className="choice">
          <input
            type="radio"
            name="chain"
            checked={menu.under === link.id}
            onChange={() => {
              onChange(link.id);
            }}
          />
          <span>
            <strong>{link.name}</strong>
            <span className="small muted">
              {t('movements.launchedBy', { body: link.launcherBody })} ·{' '}
              {link.years === null ? t('movements.occasions.noYears') : t('movements.occasions.years', { count: link.years })}
            </span>
          </span>
        </label>
      ))}
      <p className="help">{t('movements.occasions.underHelp')}</p>
    </fieldset>
  );
}
