import { useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { OccasionOffer } from '@thidua/contract';
import { useAct, useSession } from '../../../api/queries';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { DayLine, TextLine } from '../people/fields';

interface Props {
  readonly movementId: string;
  readonly one: OccasionOffer['occasions'][number];
  readonly recipients: OccasionOffer['recipients'];
  readonly onClose: () => void;
}

/** Opens an occasion: year, closing days and who is invited; the notice is written from it. */
export function OpenForm({ movementId, one, recipients, onClose }: Props): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const session = useSession();
  const open = useAct('openOccasion');
  const thisYear = session.data === undefined ? '' : dayText(session.data.clock.now).slice(-4);
  const sudden = one.occasion === 'ad-hoc';
  const [year, setYear] = useState(String(one.years[0] ?? thisYear));
  const [registerBy, setRegisterBy] = useState('');
  const [closesOn, setClosesOn] = useState('');
  const [note, setNote] = useState('');
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(recipients.filter((body) => body.chosen).map((body) => body.orgId));
  const otherYear = one.years.length > 0 && !one.years.includes(Number(year));
  const ready = /^20\d\d$/.test(year) && closesOn !== '' && chosen.length > 0 && (!otherYear || reason.trim() !== '');
  return (
    <div className="occasion-form occasion-bar">
      <TextLine id="occasion-year" label={t('movements.occasions.year')} value={year} max={4} onChange={setYear} />
      {sudden ? null : (
        <DayLine id="occasion-register" label={t('movements.occasions.registerBy')} value={registerBy} onChange={setRegisterBy} />
      )}
      <DayLine id="occasion-closes" label={t('movements.occasions.closesOn')} value={closesOn} onChange={setClosesOn} />
      {otherYear ? (
        <TextLine
          id="occasion-reason"
          label={t('movements.occasions.otherYear', { year: one.years.join(', ') })}
          value={reason}
          max={1000}
          rows={2}
          onChange={setReason}
        />
      ) : null}
      <TextLine id="occasion-note" label={t('movements.occasions.note')} value={note} max={2000} rows={2} onChange={setNote} />
      <fieldset className="wide occasion-choices">
        <legend className="field-label">{t('movements.occasions.invited', { count: chosen.length })}</legend>
        <div className="occasion-units">
          {recipients.map((body) => (
            <label key={body.orgId}>
              <input
                type="checkbox"
                checked={chosen.includes(body.orgId)}
                onChange={(event) => {
                  setChosen(event.target.checked ? [...chosen, body.orgId] : chosen.filter((id) => id !== body.orgId));
                }}
              />{' '}
              {body.name}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="wide">
        <Button
          type="primary"
          disabled={!ready}
          loading={open.isPending}
          onClick={() => {
            open.mutate(
              {
                params: { id: movementId },
                body: {
                  ...{ occasion: one.occasion, year: Number(year), registerBy: registerBy === '' ? null : registerBy, closesOn },
                  recipients: [...chosen],
                  ...(note.trim() === '' ? {} : { note: note.trim() }),
                  ...(otherYear ? { reason: reason.trim() } : {}),
                },
              },
              {
                onSuccess: ({ workId }) => {
                  void navigate({ to: '/phong-trao/viec/$id', params: { id: workId } });
                },
              },
            );
          }}
        >
          {t('movements.occasions.openNow')}
        </Button>{' '}
        <Button onClick={onClose}>{t('action.close')}</Button>
        <ErrorNote error={open.error} />
      </div>
    </div>
  );
}
