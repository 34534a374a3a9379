import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { ConferenceView } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { itemLines, itemsOf, linesOf } from './programme-lines';
import { DayLine, TextLine } from './fields';

/** Day, place, programme: kept as often as somebody presses; the task goes on when nothing is missing. */
export function ConferenceForm({ conference }: { readonly conference: ConferenceView }): ReactNode {
  const t = useText();
  const save = useAct('planConference');
  const { event, date, startTime, place, chair, presenter, honoursFrom, notes, items } = conference;
  const [draft, setDraft] = useState({
    ...{ event, place, chair, presenter, date: date ?? '', startTime: startTime ?? '', honoursFrom: honoursFrom ?? '' },
    notes: notes.join('\n'),
    items: items.length === 0 ? t('movements.people.usualItems') : itemLines(items),
  });
  type Field = keyof typeof draft;
  const set = (field: Field) => (value: string) => {
    setDraft({ ...draft, [field]: value });
  };
  const text = (field: Field, rows?: number): ReactNode => (
    <TextLine
      id={`conference-${field}`}
      label={t(`movements.people.${field}`)}
      value={draft[field]}
      onChange={set(field)}
      {...(rows === undefined ? {} : { rows, max: 6000 })}
    />
  );
  const badTime = draft.startTime !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(draft.startTime);
  return (
    <section className="section" aria-label={t('movements.people.prepare')}>
      <h2>{t('movements.people.prepare')}</h2>
      <div className="people-form">
        {text('event', 2)}
        <DayLine id="conference-date" label={t('movements.people.date')} value={draft.date} onChange={set('date')} />
        {text('startTime')}
        {text('place')}
        {text('chair')}
        {text('presenter')}
        <DayLine id="conference-from" label={t('movements.people.honoursFrom')} value={draft.honoursFrom} onChange={set('honoursFrom')} />
        {text('items', 7)}
        {text('notes', 2)}
      </div>
      <div className="people-bar">
        <Button
          type="primary"
          disabled={draft.event.trim().length < 5 || badTime}
          loading={save.isPending}
          onClick={() => {
            const { version } = conference;
            const none = (value: string): string | null => (value === '' ? null : value);
            save.mutate({
              params: { id: conference.id },
              body: {
                ...{ version, event: draft.event, place: draft.place, chair: draft.chair, presenter: draft.presenter },
                ...{ date: none(draft.date), startTime: none(draft.startTime), honoursFrom: none(draft.honoursFrom) },
                ...{ notes: [...linesOf(draft.notes)], items: [...itemsOf(draft.items)] },
              },
            });
          }}
        >
          {t('movements.people.save')}
        </Button>
        {conference.missing.length === 0 ? (
          <span className="small muted">{t('movements.people.readyToInvite')}</span>
        ) : (
          <span className="small muted">
            {t('movements.people.missing', { fields: conference.missing.map((field) => t(`movements.people.${field}`)).join(', ') })}
          </span>
        )}
      </div>
      <ErrorNote error={save.error} />
    </section>
  );
}
