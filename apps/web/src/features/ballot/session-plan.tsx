import type { ReactNode } from 'react';
import type { PlannedItemView, SessionPlanView } from '@thidua/contract';
import { dayText, instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import './ballot.css';

interface Props {
  readonly plan: SessionPlanView;
  readonly act?: (item: PlannedItemView) => ReactNode;
  /** False where a form beside it lists them already. */
  readonly members?: boolean;
}

/** What stands before a session opens: quorum, members and their conflicts, and of every row whether it may come and can pass. */
export function SessionPlan({ plan, act, members = true }: Props): ReactNode {
  const t = useText();
  return (
    <div className="session-plan">
      <Quorum plan={plan} />
      {plan.postponements.map((one) => (
        <p key={one.nextAt} className="note note-amber">
          {t('plan.postponed', { reason: one.reason, at: instantText(one.nextAt), present: one.present, total: one.total })}
        </p>
      ))}
      <section className="agenda" aria-label={t('session.agenda')}>
        <h2>{t('session.agenda')}</h2>
        {plan.items.length === 0 ? <p className="help">{t('plan.nothing')}</p> : null}
        <ul className="plan-items">
          {plan.items.map((item) => (
            <li key={item.rowId} className={item.onAgenda && item.feasible ? 'plan-item' : 'plan-item plan-item-red'}>
              <PlannedItem item={item} />
              {act?.(item)}
            </li>
          ))}
        </ul>
        {plan.off.map((row) => (
          <p key={row.rowId} className="small muted">
            {t('plan.off', { name: row.name, state: t.or(`rowState.${row.state}`, row.state) })}
          </p>
        ))}
      </section>
      {members ? <Members plan={plan} /> : null}
    </div>
  );
}

function Quorum({ plan }: { readonly plan: SessionPlanView }): ReactNode {
  const t = useText();
  const { quorum } = plan;
  if (quorum === null) {
    return <p className="note note-blue">{t('plan.noQuorum', { total: plan.total })}</p>;
  }
  return (
    <div className={quorum.met ? 'note note-green' : 'note note-red'} role="status">
      <div>
        <strong>{quorum.sentence}</strong>
        <div className="small">
          {t('error.rule', { rule: `${quorum.ruleId}, ${quorum.citation}` })}
          {quorum.confirmed ? '' : ` (${t('plan.unconfirmed')})`}
        </div>
      </div>
    </div>
  );
}

function PlannedItem({ item }: { readonly item: PlannedItemView }): ReactNode {
  const t = useText();
  const { notice } = item;
  return (
    <>
      <p>
        <strong>{item.name}</strong> · {item.awardName}{' '}
        <span className="tag tag-grey">{t(item.secret ? 'plan.secret' : 'session.openVote')}</span>
      </p>
      <p className={item.feasible ? 'small' : 'field-error infeasible-line'}>
        {item.line}{' '}
        <span className="muted">
          ({item.ruleId}, {item.citation})
        </span>
      </p>
      {item.recused.length === 0 ? null : <p className="small">{t('plan.recused', { names: item.recused.join('; ') })}</p>}
      {notice === null ? null : notice.ok ? (
        <p className="small">
          {t('plan.noticeOk', { on: notice.publishedOn === null ? '' : dayText(notice.publishedOn), rule: notice.ruleId })}
        </p>
      ) : (
        <p className="field-error infeasible-line">
          {t(`plan.notice.${notice.why ?? 'not-published'}`)}{' '}
          {notice.possibleOn === null ? '' : t('plan.possibleOn', { on: dayText(notice.possibleOn) })}{' '}
          <span className="muted">({[notice.ruleId, notice.citation ?? ''].filter((part) => part !== '').join(', ')})</span>
        </p>
      )}
    </>
  );
}

function Members({ plan }: { readonly plan: SessionPlanView }): ReactNode {
  const t = useText();
  return (
    <section aria-label={t('plan.members')}>
      <h2>{t('plan.count', { total: plan.total })}</h2>
      <ul className="plain-list">
        {plan.members.map((member) => (
          <li key={member.personId}>
            <span>
              {member.fullName} <span className="small muted">{member.title}</span>
            </span>
            <span className="bar-buttons">
              {member.conflicts === 0 ? null : <span className="tag tag-amber">{t('roll.recused', { count: member.conflicts })}</span>}
              {member.absent ? <span className="tag tag-grey">{t('attendance.absent')}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
