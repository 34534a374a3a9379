import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { RecipientAsk, RecipientProposal } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { DayField } from '../../../forms/day-field';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { WhyDisabled } from '../../../pieces/why-disabled';
import { RecipientChoice, suggested } from './recipient-choice';

interface Props {
  readonly movementId: string;
  readonly further: readonly RecipientProposal[];
}

/** The plan in force goes to more bodies below: a duty at once, a request by its own letter. */
export function SendFurther({ movementId, further }: Props): ReactNode {
  const t = useText();
  const send = useAct('sendToRecipients');
  const [chosen, setChosen] = useState<readonly RecipientAsk[]>(() => suggested(further));
  const [dueOn, setDueOn] = useState('');
  return (
    <section className="section movement-form" aria-label={t('movements.lifecycle.sendFurther')}>
      <h2>{t('movements.lifecycle.sendFurther')}</h2>
      <RecipientChoice proposals={further} chosen={chosen} onChange={setChosen} />
      <div className="field">
        <label className="field-label" htmlFor="send-due">
          {t('movements.lifecycle.dueOn')}
        </label>
        <DayField
          id="send-due"
          value={dueOn}
          withTime={false}
          disabled={false}
          onChange={(value) => {
            setDueOn(typeof value === 'string' ? value : '');
          }}
        />
        <p className="help">{t('movements.lifecycle.dueHelp')}</p>
      </div>
      <p>
        <Button
          type="primary"
          disabled={chosen.length === 0}
          loading={send.isPending}
          onClick={() => {
            send.mutate({
              params: { id: movementId },
              body: { recipients: [...chosen], dueOn: dueOn === '' ? null : dueOn, requests: [] },
            });
          }}
        >
          {t('movements.lifecycle.send', { count: chosen.length })}
        </Button>
      </p>
      <WhyDisabled reason={chosen.length === 0 ? t('movements.lifecycle.chooseOne') : null} />
      <ErrorNote error={send.error} />
    </section>
  );
}
