import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { ConferenceView } from '@thidua/contract';
import { useAct, useRead } from '../../../api/queries';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import { PrintButton } from '../../../pieces/print-button';
import { ReasonDialog } from '../../../pieces/reason-dialog';
import type { WorkPanelProps } from '../panel-props';
import { ConferenceForm } from './conference-form';
import { GuestList } from './guest-list';

const PRINTS = ['danh-sach-vinh-danh', 'kich-ban-trao-thuong', 'chuong-trinh-hoi-nghi', 'bang-ten', 'giay-moi'] as const;

/** A conference: prepared, invited to, printed for, held. */
export function ConferencePanel({ work, onChanged }: WorkPanelProps): ReactNode {
  const t = useText();
  const read = useRead('conference', { params: { id: work.id } }, { every: 15_000 });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const conference = read.data;
  return (
    <>
      {conference.moved === null ? null : <p className="people-quote">{t('movements.people.moved', { reason: conference.moved })}</p>}
      {conference.may.prepare ? <ConferenceForm key={conference.version} conference={conference} /> : <Settled conference={conference} />}
      <GuestList conference={conference} />
      <Honours conference={conference} />
      {work.may.run ? <Prints conference={conference} /> : null}
      {work.may.run && work.status === 'open' ? <Ends conference={conference} onDone={onChanged} /> : null}
    </>
  );
}

function Settled({ conference }: { readonly conference: ConferenceView }): ReactNode {
  const t = useText();
  const { date, startTime, place, chair, items, conclusion } = conference;
  return (
    <dl className="facts">
      <dt>{t('movements.people.when')}</dt>
      <dd>{date === null ? '' : `${startTime ?? ''} ${dayText(date)}`}</dd>
      <dt>{t('movements.people.place')}</dt>
      <dd>{place}</dd>
      <dt>{t('movements.people.chair')}</dt>
      <dd>{chair}</dd>
      <dt>{t('movements.people.items')}</dt>
      <dd>
        <ol>
          {items.map((item) => (
            <li key={`${item.time} ${item.content}`}>{[item.time, item.content, item.by].filter((part) => part !== '').join(' · ')}</li>
          ))}
        </ol>
      </dd>
      {conclusion === null ? null : (
        <>
          <dt>{t('movements.people.conclusion')}</dt>
          <dd className="prose">{conclusion}</dd>
        </>
      )}
    </dl>
  );
}

function Honours({ conference }: { readonly conference: ConferenceView }): ReactNode {
  const t = useText();
  const { honours, models } = conference;
  return (
    <section className="section" aria-label={t('movements.people.honours')}>
      <h2>{t('movements.people.honours')}</h2>
      {honours.length + models.length === 0 ? <p className="small muted">{t('movements.people.noHonours')}</p> : null}
      <ul>
        {honours.map((row) => (
          <li key={row.rowId}>
            {`${row.name}, ${row.title}: ${row.awardName}`}
            {row.decision === null ? '' : ` (${t('movements.people.decisionNo', { number: row.decision })})`}
          </li>
        ))}
        {models.map((model) => (
          <li key={model.id}>{`${model.name}, ${model.title}: ${t('movements.people.asModel')}`}</li>
        ))}
      </ul>
    </section>
  );
}

function Prints({ conference }: { readonly conference: ConferenceView }): ReactNode {
  const t = useText();
  const settled = conference.missing.filter((field) => field !== 'guests' && field !== 'items').length === 0;
  const lacks = (kind: (typeof PRINTS)[number]): boolean => {
    const { honours, models, items, guests } = conference;
    switch (kind) {
      case 'danh-sach-vinh-danh':
        return honours.length + models.length === 0;
      case 'kich-ban-trao-thuong':
        return honours.length === 0;
      case 'chuong-trinh-hoi-nghi':
        return items.length === 0;
      default:
        return guests.length + honours.length === 0;
    }
  };
  return (
    <section className="section" aria-label={t('movements.people.prints')}>
      <h2>{t('movements.people.prints')}</h2>
      <div className="people-bar">
        {PRINTS.map((kind) => (
          <PrintButton
            key={kind}
            kind={kind}
            params={{ workId: conference.id }}
            label={t(`movements.people.print.${kind}`)}
            whyNot={!settled ? t('movements.people.settleFirst') : lacks(kind) ? t('movements.people.nothingToPrint') : undefined}
          />
        ))}
      </div>
    </section>
  );
}

function Ends({ conference, onDone }: { readonly conference: ConferenceView; readonly onDone: () => void }): ReactNode {
  const t = useText();
  const [open, setOpen] = useState<'move' | 'off' | null>(null);
  const move = useAct('moveConference');
  const off = useAct('callConferenceOff');
  const act = open === 'move' ? move : off;
  return (
    <div className="people-bar">
      {conference.may.close ? (
        <Button
          onClick={() => {
            setOpen('move');
          }}
        >
          {t('movements.people.move')}
        </Button>
      ) : null}
      <Button
        danger
        onClick={() => {
          setOpen('off');
        }}
      >
        {t('movements.people.off')}
      </Button>
      {open === null ? null : (
        <ReasonDialog
          title={`${t(`movements.people.${open}`)}: ${conference.event}`}
          verb={t(`movements.people.${open}`)}
          label={t('movements.people.reason')}
          danger={open === 'off'}
          pending={act.isPending}
          error={act.error}
          onClose={() => {
            setOpen(null);
          }}
          onDo={(reason) => {
            act.mutate(
              { params: { id: conference.id }, body: { reason } },
              {
                onSuccess: () => {
                  setOpen(null);
                  onDone();
                },
              },
            );
          }}
        />
      )}
    </div>
  );
}
