import { useState, type ReactNode } from 'react';
import type { PlanConflictView } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ReasonDialog } from '../../../pieces/reason-dialog';
import { BothSides } from './both-sides';

interface Props {
  readonly movementId: string;
  readonly conflict: PlanConflictView;
  readonly onClose: () => void;
}

/** What the plan means here is decided with both citations in sight; the reason stays with the decision. */
export function SettleDialog({ movementId, conflict, onClose }: Props): ReactNode {
  const t = useText();
  const settle = useAct('settlePlanConflict');
  const [picked, setPicked] = useState<readonly string[]>(conflict.decision?.picked ?? []);
  const many = conflict.pick === 'some';
  return (
    <ReasonDialog
      title={t(`movements.occasions.question.${conflict.code}`)}
      verb={t('movements.occasions.settle')}
      label={t('movements.occasions.settleReason')}
      pending={settle.isPending}
      error={settle.error}
      onClose={onClose}
      onDo={(reason) => {
        const { path, code } = conflict;
        settle.mutate({ params: { id: movementId }, body: { path, code, picked: [...picked], reason } }, { onSuccess: onClose });
      }}
    >
      <BothSides conflict={conflict} />
      <fieldset className="occasion-choices">
        <legend className="field-label">{t(many ? 'movements.occasions.pickSome' : 'movements.occasions.pickOne')}</legend>
        {conflict.choices.map((choice) => (
          <label key={choice.id}>
            <input
              type={many ? 'checkbox' : 'radio'}
              name="plan-choice"
              checked={picked.includes(choice.id)}
              onChange={(event) => {
                setPicked(many ? (event.target.checked ? [...picked, choice.id] : picked.filter((one) => one !== choice.id)) : [choice.id]);
              }}
            />{' '}
            {choice.label}{' '}
            {choice.citation === null ? null : (
              <span className="small muted">
                ({choice.ruleId}, {choice.citation})
              </span>
            )}
          </label>
        ))}
      </fieldset>
    </ReasonDialog>
  );
}
