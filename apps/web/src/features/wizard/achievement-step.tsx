import type { ReactNode } from 'react';
import { Input } from 'antd';
import type { MovementList } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import type { Draft } from './draft';

interface Props {
  readonly draft: Draft;
  readonly movements: MovementList;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** What each nominee did, with the plan's criteria beside it. */
export function AchievementStep({ draft, movements, onChange }: Props): ReactNode {
  const t = useText();
  const movement = movements.movements.find((one) => one.id === draft.movementId);
  return (
    <div className="wizard-columns">
      <section className="section task-form" aria-label={t('wizard.step.achievements')}>
        {draft.rows.map((row, index) => (
          <div className="field" key={row.key}>
            <label className="field-label" htmlFor={`achievement-${String(index)}`}>
              {t('wizard.achievementOf', { name: row.name })} <span className="required">*</span>
            </label>
            <Input.TextArea
              id={`achievement-${String(index)}`}
              autoSize={{ minRows: 4, maxRows: 16 }}
              maxLength={8000}
              value={row.achievement}
              onChange={(event) => {
                onChange({
                  rows: draft.rows.map((other) => (other.key === row.key ? { ...other, achievement: event.target.value } : other)),
                });
              }}
            />
          </div>
        ))}
      </section>
      <aside className="section">
        <h2>{t('wizard.criteria')}</h2>
        {movement === undefined || movement.criteria.length === 0 ? (
          <p className="muted">{t('wizard.noCriteria')}</p>
        ) : (
          <ul className="criteria">
            {movement.criteria.map((criterion) => (
              <li key={`${criterion.audience}/${String(criterion.line)}`}>
                <strong>{criterion.audience}</strong>: {criterion.text}{' '}
                <span className="small muted">({t('wizard.planLine', { line: criterion.line })})</span>
              </li>
            ))}
          </ul>
        )}
      </aside>
    </div>
  );
}
