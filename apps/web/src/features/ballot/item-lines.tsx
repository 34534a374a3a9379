import type { ReactNode } from 'react';
import type { SessionItemView } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import { nomineeLine } from '../../pieces/nominee-line';

/** Who, for what, on which ground, how many votes it takes, and whether they can still be had. */
export function ItemLines({ item }: { readonly item: SessionItemView }): ReactNode {
  const t = useText();
  return (
    <>
      <p className="item-award">
        {item.awardName} {item.secret ? null : <span className="tag tag-amber">{t('session.openVote')}</span>}
      </p>
      <p className="muted small">{nomineeLine(t, item)}</p>
      <p className="item-summary">{item.summary}</p>
      {item.feasible || item.count !== null ? (
        <details className="small">
          <summary>
            {item.ruleText} {item.ruleId}
          </summary>
          {t('authority.citation')}: {item.citation}
        </details>
      ) : (
        <p className="field-error infeasible-line">
          {item.ruleText} <span className="muted">({[item.ruleId, item.citation].join(', ')})</span>
        </p>
      )}
    </>
  );
}
