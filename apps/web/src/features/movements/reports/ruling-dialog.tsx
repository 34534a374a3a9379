import { useState, type ReactNode } from 'react';
import type { ReportLine } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ReasonDialog } from '../../../pieces/reason-dialog';

/** The standing office says otherwise than the days do; the reason stays on the trail. */
export function RulingDialog({ line, onClose }: { readonly line: ReportLine; readonly onClose: () => void }): ReactNode {
  const t = useText();
  const rule = useAct('rulePunctuality');
  const { ruling, state } = line.punctuality;
  const [onTime, setOnTime] = useState<'yes' | 'no' | 'days'>(ruling === null ? (state === 'on-time' ? 'no' : 'yes') : 'days');
  const choices = ['yes', 'no', ...(ruling === null ? [] : ['days'])] as const;
  return (
    <ReasonDialog
      title={t('movements.reports.ruleTitle', { org: line.orgName })}
      verb={t('movements.reports.rule')}
      label={t('movements.reports.ruleReason')}
      pending={rule.isPending}
      error={rule.error}
      onClose={onClose}
      onDo={(reason) => {
        const said = onTime === 'days' ? null : onTime === 'yes';
        rule.mutate({ params: { id: line.id }, body: { onTime: said, reason } }, { onSuccess: onClose });
      }}
    >
      <fieldset className="report-choice">
        <legend className="field-label">{t('movements.reports.ruleAs')}</legend>
        {choices.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="on-time"
              checked={onTime === choice}
              onChange={() => {
                setOnTime(choice as typeof onTime); // one of the list above
              }}
            />{' '}
            {t(`movements.reports.ruling.${choice}`)}
          </label>
        ))}
      </fieldset>
    </ReasonDialog>
  );
}
