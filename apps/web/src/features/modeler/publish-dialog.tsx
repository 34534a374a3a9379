import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { DefinitionView } from '@thidua/contract';
import { useAct, useSession } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { useSeenAnew } from './seen-anew';

/** What the server answered: shown only then. */
export interface PublishedVersion {
  readonly id: string;
  readonly version: number;
  readonly effectiveFrom: string;
  readonly appliesTo: 'new' | 'chosen';
}

interface Props {
  readonly definition: DefinitionView;
  readonly onPublished: (published: PublishedVersion) => void;
  readonly onClose: () => void;
}

const CHOICES = ['new', 'chosen'] as const;
const LEAST = 3;

/** From which day, for whom, on what ground: the second administrator's answer. */
export function PublishDialog({ definition, onPublished, onClose }: Props): ReactNode {
  const t = useText();
  const today = (useSession().data?.clock.now ?? '').slice(0, 10);
  const publish = useAct('publishDefinition');
  const seeAnew = useSeenAnew();
  const close = (): void => {
    seeAnew(publish.error);
    onClose();
  };
  const [note, setNote] = useState('');
  const [day, setDay] = useState(today);
  const [appliesTo, setAppliesTo] = useState<'new' | 'chosen'>('new');
  const short = Array.from(note.trim()).length < LEAST;
  const past = day === '' || day < today;
  return (
    <Dialog
      title={t('definitions.publishOf', { name: definition.name })}
      onClose={close}
      foot={
        <>
          <Button onClick={close}>{t('action.close')}</Button>
          <Button
            type="primary"
            disabled={short || past}
            loading={publish.isPending}
            aria-describedby="publish-help"
            onClick={() => {
              publish.mutate(
                { params: { id: definition.id }, body: { note: note.trim(), effectiveFrom: day, appliesTo } },
                {
                  onSuccess: ({ id, version }) => {
                    onPublished({ id, version, effectiveFrom: day, appliesTo });
                  },
                },
              );
            }}
          >
            {t('definitions.publish')}
          </Button>
        </>
      }
    >
      <div className="field">
        <label className="field-label" htmlFor="publish-note">
          {t('definitions.note')}
        </label>
        <textarea
          id="publish-note"
          className="form-input form-area"
          rows={3}
          maxLength={500}
          value={note}
          aria-describedby="publish-help"
          onChange={(event) => {
            setNote(event.target.value);
          }}
        />
        <p className="help" id="publish-help">
          {short ? t('reason.min', { min: LEAST }) : ' '}
        </p>
      </div>
      <div className="field">
        <label className="field-label" htmlFor="publish-day">
          {t('publishing.day')}
        </label>
        <input
          id="publish-day"
          type="date"
          className="form-input"
          min={today}
          value={day}
          aria-describedby="publish-day-help"
          onChange={(event) => {
            setDay(event.target.value);
          }}
        />
        <p className="help" id="publish-day-help">
          {t(past ? 'publishing.dayPast' : day === today ? 'publishing.dayToday' : 'publishing.dayLater')}
        </p>
      </div>
      <fieldset className="panel-group publish-scope">
        <legend className="field-label">{t('publishing.appliesTo')}</legend>
        {CHOICES.map((choice) => (
          <label key={choice} className="choice">
            <input
              type="radio"
              name="publish-applies-to"
              checked={appliesTo === choice}
              onChange={() => {
                setAppliesTo(choice);
              }}
            />{' '}
            {t(`publishing.${choice}`)}
          </label>
        ))}
        <p className="help">
          {t('publishing.appliesHelp')}{' '}
          <Link to="/quy-trinh/$id/chay-thu" params={{ id: definition.id }} search={{}}>
            {t('publishing.whatIf')}
          </Link>
        </p>
      </fieldset>
      <ErrorNote error={publish.error} />
    </Dialog>
  );
}
