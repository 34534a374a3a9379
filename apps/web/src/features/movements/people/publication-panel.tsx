import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { ModelView } from '@thidua/contract';
import { useAct, useRead } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import type { WorkPanelProps } from '../panel-props';
import { DayLine, TextLine, TickLine } from './fields';
import { ModelFacts } from './model-panel';
import { PublicationTable } from './publication-table';

/** The task of a communication body: whom to publish, what they agreed to, and what was published. */
export function PublicationPanel({ work }: WorkPanelProps): ReactNode {
  const t = useText();
  const read = useRead('movementModel', { params: { id: work.parentId ?? '' } }, { enabled: work.parentId !== null });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const model = read.data;
  const takeDown = work.facts['takeDown'] === true;
  return (
    <>
      <ModelFacts model={model} />
      <p>{t(consentText(model))}</p>
      <PublicationTable model={{ ...model, tasks: [] }} />
      {work.status === 'open' && work.may.work && !takeDown && model.consent.stands ? <RecordForm workId={work.id} model={model} /> : null}
    </>
  );
}

function consentText({ consent }: ModelView): string {
  if (!consent.stands) {
    return consent.withdrawnOn === null ? 'movements.people.consentMissing' : 'movements.people.consentGone';
  }
  return consent.photo ? 'movements.people.mayPublishPhoto' : 'movements.people.mayPublish';
}

function RecordForm({ workId, model }: { readonly workId: string; readonly model: ModelView }): ReactNode {
  const t = useText();
  const record = useAct('recordPublication');
  const [publishedOn, setDay] = useState('');
  const [channel, setChannel] = useState('');
  const [link, setLink] = useState('');
  const [withPhoto, setPhoto] = useState(false);
  return (
    <section className="section" aria-label={t('movements.people.record')}>
      <h2>{t('movements.people.record')}</h2>
      <div className="people-form">
        <DayLine id="publication-day" label={t('movements.people.publishedOn')} value={publishedOn} onChange={setDay} />
        <TextLine
          id="publication-channel"
          label={t('movements.people.channel')}
          value={channel}
          onChange={setChannel}
          max={200}
          hint={t('movements.people.channelHint')}
        />
        <TextLine id="publication-link" label={t('movements.people.link')} value={link} onChange={setLink} max={500} />
        {model.consent.photo ? (
          <TickLine id="publication-photo" label={t('movements.people.withPhoto')} value={withPhoto} onChange={setPhoto} />
        ) : null}
      </div>
      <div className="people-bar">
        <Button
          disabled={publishedOn === '' || channel.trim().length < 2}
          loading={record.isPending}
          onClick={() => {
            record.mutate(
              { params: { id: workId }, body: { publishedOn, channel, link, withPhoto } },
              {
                onSuccess: () => {
                  setChannel('');
                  setLink('');
                },
              },
            );
          }}
        >
          {t('movements.people.recordGo')}
        </Button>
      </div>
      <ErrorNote error={record.error} />
    </section>
  );
}
