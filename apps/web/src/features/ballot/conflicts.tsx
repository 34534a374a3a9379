import type { ReactNode } from 'react';
import { Button } from 'antd';
import type { RecusalView, SessionPlanView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';

/** Declared conflicts of interest with their reasons; the chair of the council rules on them before the session opens (V-14). */
export function Conflicts({ plan }: { readonly plan: SessionPlanView }): ReactNode {
  const t = useText();
  const rule = useAct('ruleOnRecusal');
  return (
    <section className="section" aria-label={t('conflict.list')}>
      <h2>{t('conflict.list')}</h2>
      <p className="small muted">
        {t(`conflict.policy.${plan.conflict.policy}`)} (
        {[plan.conflict.ruleId, plan.conflict.citation].filter((part) => part !== '').join(', ')})
      </p>
      {plan.recusals.length === 0 ? <p className="help">{t('conflict.none')}</p> : null}
      <ul className="plain-list">
        {plan.recusals.map((one) => (
          <li key={one.id}>
            <span>
              <strong>{one.fullName}</strong> · {one.name ?? t('conflict.all')}
              <br />
              <span className="small">
                {one.reason} ({t(one.bySelf ? 'conflict.bySelf' : 'conflict.bySecretary')})
              </span>
            </span>
            {plan.may.rule ? (
              <span className="bar-buttons">
                {(['accepted', 'declined'] as const).map((ruling) => (
                  <Button
                    key={ruling}
                    size="small"
                    type={one.ruling === ruling ? 'primary' : 'default'}
                    aria-pressed={one.ruling === ruling}
                    loading={rule.isPending}
                    onClick={() => {
                      rule.mutate({ params: { id: plan.roundId }, body: { recusalId: one.id, accepted: ruling === 'accepted' } });
                    }}
                  >
                    {t(`conflict.ruling.${ruling}`)}
                  </Button>
                ))}
              </span>
            ) : (
              <Ruling recusal={one} />
            )}
          </li>
        ))}
      </ul>
      <ErrorNote error={rule.error} />
    </section>
  );
}

function Ruling({ recusal }: { readonly recusal: RecusalView }): ReactNode {
  const t = useText();
  return (
    <span className="tag tag-grey">{t(recusal.ruling === null ? 'conflict.ruling.waiting' : `conflict.ruling.${recusal.ruling}`)}</span>
  );
}
