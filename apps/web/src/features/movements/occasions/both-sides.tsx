import type { ReactNode } from 'react';
import type { PlanConflictView } from '@thidua/contract';
import { useText } from '../../../i18n/use-text';
import './occasions.css';

/** The plan's words with their lines beside the law's row: what a person decides between. */
export function BothSides({ conflict }: { readonly conflict: PlanConflictView }): ReactNode {
  const t = useText();
  const { plan, law } = conflict;
  return (
    <div className="occasion-sides">
      <blockquote>
        <strong>{t('movements.occasions.planSays')}</strong>
        <div>“{plan.quote}”</div>
        <div className="small muted">{linesText(t, plan.from, plan.to)}</div>
      </blockquote>
      <blockquote>
        <strong>{t('movements.occasions.lawSays')}</strong>
        <div>{law.text}</div>
        <div className="small muted">
          {[law.ruleId, law.citation].filter((part) => part !== '').join(', ')}
          {law.confirmed ? '' : ` · ${t('movements.occasions.unconfirmed')}`}
        </div>
      </blockquote>
    </div>
  );
}

export function linesText(t: ReturnType<typeof useText>, from: number, to: number): string {
  return from === to ? t('movements.occasions.line', { from }) : t('movements.occasions.lines', { from, to });
}
