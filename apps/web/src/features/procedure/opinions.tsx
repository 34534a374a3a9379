import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { OpinionView, ProcedureView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { PrintButton } from '../../pieces/print-button';
import { ReasonDialog } from '../../pieces/reason-dialog';
import { AskForm } from './ask-form';

const TONE = { open: 'blue', overdue: 'red', answered: 'calm', withdrawn: 'grey' } as const;

/** Questions to other bodies with what came of each; silence is told, never taken for consent. */
export function Opinions({ roundId, view }: { readonly roundId: string; readonly view: ProcedureView }): ReactNode {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const [withdrawing, setWithdrawing] = useState<OpinionView | null>(null);
  return (
    <section className="section" aria-label={t('procedure.opinions')}>
      <h2>{t('procedure.opinions')}</h2>
      {view.opinions.length === 0 ? <p className="muted">{t('procedure.noOpinions')}</p> : null}
      <ul className="plain procedure-list">
        {view.opinions.map((one) => (
          <li key={one.id}>
            <div className="row-card-head">
              <strong>{one.body}</strong>
              <span className={`tag tag-${TONE[one.state]}`}>{t(`procedure.opinionState.${one.state}`)}</span>
            </div>
            <p className="small">
              {t(`procedure.opinionKind.${one.kind}`)} · {one.rowName ?? t('procedure.wholeRound')} · {one.subject}
            </p>
            <p className="small muted">{lineOf(one, view.silence.ruleId, t)}</p>
            {one.text === null ? null : <p className="small prose">{one.text}</p>}
            {view.may.run && (one.state === 'open' || one.state === 'overdue') ? (
              <Button
                size="small"
                onClick={() => {
                  setWithdrawing(one);
                }}
              >
                {t('procedure.withdraw')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {view.may.run && view.opinions.some((one) => one.state === 'overdue') ? (
        <PrintButton kind="cong-van-don-doc" params={{ roundId }} label={t('procedure.remind')} />
      ) : null}
      {!view.may.run ? null : asking ? (
        <AskForm
          roundId={roundId}
          view={view}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : (
        <Button
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('procedure.ask.title')}
        </Button>
      )}
      {withdrawing === null ? null : (
        <Withdrawal
          roundId={roundId}
          opinion={withdrawing}
          onClose={() => {
            setWithdrawing(null);
          }}
        />
      )}
    </section>
  );
}

function lineOf(one: OpinionView, limitId: string, t: ReturnType<typeof useText>): string {
  const parts = [
    one.dueOn === null ? '' : t('procedure.due', { day: dayText(one.dueOn), rule: limitId }),
    one.answer === null ? '' : t(`procedure.answer.${one.answer}`),
    one.numberText === null || one.answerDate === null
      ? ''
      : t('procedure.answerPaper', { number: one.numberText, day: dayText(one.answerDate) }),
    one.withdrawReason === null ? '' : t('procedure.withdrawnFor', { reason: one.withdrawReason }),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function Withdrawal({
  roundId,
  opinion,
  onClose,
}: {
  readonly roundId: string;
  readonly opinion: OpinionView;
  readonly onClose: () => void;
}): ReactNode {
  const t = useText();
  const withdraw = useAct('withdrawOpinion');
  return (
    <ReasonDialog
      title={`${t('procedure.withdraw')}: ${opinion.body}`}
      verb={t('procedure.withdraw')}
      label={t('procedure.withdrawReason')}
      pending={withdraw.isPending}
      error={withdraw.error}
      onClose={onClose}
      onDo={(reason) => {
        withdraw.mutate({ params: { id: roundId, opinionId: opinion.id }, body: { reason } }, { onSuccess: onClose });
      }}
    />
  );
}
