import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { ModelView } from '@thidua/contract';
import { addressOf } from '../../../api/client';
import { useAct } from '../../../api/queries';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { ReasonDialog } from '../../../pieces/reason-dialog';
import { UploadField } from '../../../pieces/upload-field';
import { DayLine, TextLine, TickLine } from './fields';

/** The word of whom it is about: without it nothing is published, and it can be taken back at any time. */
export function ConsentSection({ model }: { readonly model: ModelView }): ReactNode {
  const t = useText();
  const { consent, may } = model;
  return (
    <section className="section" aria-label={t('movements.people.consent')}>
      <h2>{t('movements.people.consent')}</h2>
      <p>
        {consent.stands && consent.on !== null
          ? t(consent.photo ? 'movements.people.consentGivenPhoto' : 'movements.people.consentGiven', {
              by: consent.by ?? '',
              day: dayText(consent.on),
            })
          : consent.withdrawnOn === null
            ? t('movements.people.consentMissing')
            : t('movements.people.consentWithdrawn', { day: dayText(consent.withdrawnOn) })}
        {consent.hasPaper ? (
          <>
            {' '}
            <a href={addressOf('consentPaper', { id: model.id })} download>
              {t('movements.people.consentPaper')}
            </a>
          </>
        ) : null}
      </p>
      {may.consent ? consent.stands ? <Standing model={model} /> : <Giving model={model} /> : null}
    </section>
  );
}

function Giving({ model }: { readonly model: ModelView }): ReactNode {
  const t = useText();
  const give = useAct('giveConsent');
  const [by, setBy] = useState(model.kind === 'individual' ? model.name : '');
  const [on, setOn] = useState('');
  const [photo, setPhoto] = useState(false);
  return (
    <>
      <div className="people-form">
        <TextLine id="consent-by" label={t('movements.people.consentBy')} value={by} onChange={setBy} max={200} />
        <DayLine id="consent-on" label={t('movements.people.consentOn')} value={on} onChange={setOn} />
        <TickLine id="consent-photo" label={t('movements.people.consentPhoto')} value={photo} onChange={setPhoto} />
      </div>
      <div className="people-bar">
        <Button
          disabled={by.trim().length < 2 || on === ''}
          loading={give.isPending}
          onClick={() => {
            give.mutate({ params: { id: model.id }, body: { by, on, photo } });
          }}
        >
          {t('movements.people.consentGive')}
        </Button>
      </div>
      <ErrorNote error={give.error} />
    </>
  );
}

function Standing({ model }: { readonly model: ModelView }): ReactNode {
  const t = useText();
  const [open, setOpen] = useState(false);
  const withdraw = useAct('withdrawConsent');
  return (
    <>
      <UploadField
        id="consent-paper"
        label={t('movements.people.consentUpload')}
        rule="scan"
        route="uploadConsent"
        input={{ params: { id: model.id } }}
      />
      <div className="people-bar">
        <Button
          danger
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('movements.people.consentWithdraw')}
        </Button>
      </div>
      {open ? (
        <ReasonDialog
          title={t('movements.people.consentWithdrawOf', { name: model.name })}
          verb={t('movements.people.consentWithdraw')}
          label={t('movements.people.reason')}
          min={3}
          danger
          pending={withdraw.isPending}
          error={withdraw.error}
          onClose={() => {
            setOpen(false);
          }}
          onDo={(reason) => {
            withdraw.mutate(
              { params: { id: model.id }, body: { reason } },
              {
                onSuccess: () => {
                  setOpen(false);
                },
              },
            );
          }}
        >
          <p>{t('movements.people.consentWithdrawHelp')}</p>
        </ReasonDialog>
      ) : null}
    </>
  );
}
