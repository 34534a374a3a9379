import { useId, useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { SessionPlanView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';

/** The secretary records a conflict that a member has told of. */
export function RecordConflict({ plan }: { readonly plan: SessionPlanView }): ReactNode {
  const t = useText();
  const id = useId();
  const record = useAct('declareRecusal');
  const [personId, setPerson] = useState('');
  const [rowId, setRow] = useState('');
  const [reason, setReason] = useState('');
  const ready = personId !== '' && Array.from(reason.trim()).length >= 5;
  return (
    <form
      className="section task-form"
      aria-label={t('conflict.record')}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <h2>{t('conflict.record')}</h2>
      <div className="field">
        <label className="field-label" htmlFor={`${id}-who`}>
          {t('conflict.member')}
        </label>
        <select
          id={`${id}-who`}
          className="form-select"
          value={personId}
          onChange={(event) => {
            setPerson(event.target.value);
          }}
        >
          <option value="">{t('form.choose')}</option>
          {plan.members.map((member) => (
            <option key={member.personId} value={member.personId}>
              {member.fullName}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label className="field-label" htmlFor={`${id}-row`}>
          {t('conflict.row')}
        </label>
        <select
          id={`${id}-row`}
          className="form-select"
          value={rowId}
          onChange={(event) => {
            setRow(event.target.value);
          }}
        >
          <option value="">{t('conflict.all')}</option>
          {plan.items.map((item) => (
            <option key={item.rowId} value={item.rowId}>
              {item.name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label className="field-label" htmlFor={`${id}-why`}>
          {t('conflict.reason')}
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
      <ErrorNote error={record.error} />
      <Button
        disabled={!ready}
        loading={record.isPending}
        onClick={() => {
          const body = { personId, reason: reason.trim(), ...(rowId === '' ? {} : { rowIds: [rowId] }) };
          record.mutate(
            { params: { id: plan.roundId }, body },
            {
              onSuccess: () => {
                setReason('');
              },
            },
          );
        }}
      >
        {t('conflict.declare')}
      </Button>
    </form>
  );
}
