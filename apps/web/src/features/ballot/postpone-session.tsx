import { useId, useState, type ReactNode } from 'react';
import { Button, Checkbox } from 'antd';
import type { SessionPlanView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { DayField } from '../../forms/day-field';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';

/** The session does not open today: who is missing, why, and when it meets instead. */
export function PostponeSession({ plan }: { readonly plan: SessionPlanView }): ReactNode {
  const t = useText();
  const id = useId();
  const postpone = useAct('postponeSession');
  const [absent, setAbsent] = useState<readonly string[]>([]);
  const [nextAt, setNext] = useState('');
  const [reason, setReason] = useState('');
  const ready = nextAt !== '' && Array.from(reason.trim()).length >= 5;
  return (
    <details className="section">
      <summary>{t('plan.postpone')}</summary>
      <div className="task-form">
        <div className="field">
          <span className="field-label" id={`${id}-absent`}>
            {t('plan.whoIsAbsent')}
          </span>
          <div role="group" aria-labelledby={`${id}-absent`}>
            <Checkbox.Group
              className="stack"
              value={[...absent]}
              options={plan.members.map((member) => ({ value: member.personId, label: member.fullName }))}
              onChange={(next: string[]) => {
                setAbsent(next);
              }}
            />
          </div>
        </div>
        <div className="field">
          <label className="field-label" htmlFor={`${id}-next`}>
            {t('plan.nextAt')}
          </label>
          <DayField
            id={`${id}-next`}
            withTime
            disabled={false}
            value={nextAt}
            onChange={(next) => {
              setNext(typeof next === 'string' ? next : '');
            }}
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor={`${id}-why`}>
            {t('plan.why')}
          </label>
          <textarea
            id={`${id}-why`}
            className="form-input form-area"
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
        </div>
        <ErrorNote error={postpone.error} />
        <Button
          danger
          disabled={!ready}
          loading={postpone.isPending}
          onClick={() => {
            const body = { nextAt, reason: reason.trim(), absent: [...absent] };
            postpone.mutate({ params: { id: plan.roundId }, body });
          }}
        >
          {t('plan.postpone')}
        </Button>
      </div>
    </details>
  );
}
