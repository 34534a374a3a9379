import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { ConferenceView } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { TextLine, TickLine } from './fields';
import { linesOf } from './programme-lines';

/** Whom the conference asks, and who came. */
export function GuestList({ conference }: { readonly conference: ConferenceView }): ReactNode {
  const t = useText();
  const mark = useAct('markAttendance');
  const drop = useAct('dropGuest');
  const { guests, may } = conference;
  const attended = (ids: string[], came: boolean): void => {
    mark.mutate({ params: { id: conference.id }, body: { ids, attended: came } });
  };
  return (
    <section className="section" aria-label={t('movements.people.guests')}>
      <h2>{`${t('movements.people.guests')} (${String(guests.length)})`}</h2>
      {guests.length === 0 ? null : (
        <div className="table-scroll">
          <table className="data">
            <thead>
              <tr>
                {['guest', 'guestKind', 'attended'].map((name) => (
                  <th key={name} scope="col">
                    {t(`movements.people.column.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {guests.map((guest) => (
                <tr key={guest.id}>
                  <td>
                    {guest.name}
                    <div className="small muted">{guest.title}</div>
                  </td>
                  <td>{t(`movements.people.guestOf.${guest.kind}`)}</td>
                  <td>
                    {may.close ? (
                      <TickLine
                        id={`came-${guest.id}`}
                        label={t('movements.people.came')}
                        value={guest.attended === true}
                        disabled={mark.isPending}
                        onChange={(came) => {
                          attended([guest.id], came);
                        }}
                      />
                    ) : guest.attended === null ? (
                      ''
                    ) : (
                      t(guest.attended ? 'movements.people.came' : 'movements.people.didNotCome')
                    )}
                    {may.prepare ? (
                      <Button
                        size="small"
                        onClick={() => {
                          drop.mutate({ params: { id: conference.id }, body: { guestId: guest.id } });
                        }}
                      >
                        {t('movements.people.dropGuest')}
                      </Button>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {may.close && guests.length > 0 ? (
        <div className="people-bar">
          <Button
            onClick={() => {
              attended(
                guests.map((guest) => guest.id),
                true,
              );
            }}
          >
            {t('movements.people.allCame')}
          </Button>
        </div>
      ) : null}
      <ErrorNote error={mark.error ?? drop.error} />
      {may.prepare || may.close ? <AskForm conference={conference} /> : null}
    </section>
  );
}

function AskForm({ conference }: { readonly conference: ConferenceView }): ReactNode {
  const t = useText();
  const ask = useAct('askGuests');
  const [recipients, setRecipients] = useState(true);
  const [honourees, setHonourees] = useState(true);
  const [models, setModels] = useState(true);
  const [others, setOthers] = useState('');
  return (
    <>
      <div className="people-form">
        <TickLine id="ask-recipients" label={t('movements.people.askRecipients')} value={recipients} onChange={setRecipients} />
        <TickLine id="ask-honourees" label={t('movements.people.askHonourees')} value={honourees} onChange={setHonourees} />
        <TickLine id="ask-models" label={t('movements.people.askModels')} value={models} onChange={setModels} />
        <TextLine
          id="ask-others"
          label={t('movements.people.askOthers')}
          value={others}
          onChange={setOthers}
          rows={3}
          max={6000}
          hint={t('movements.people.askOthersHint')}
        />
      </div>
      <div className="people-bar">
        <Button
          loading={ask.isPending}
          onClick={() => {
            const guests = linesOf(others).map((line) => {
              const [name = '', ...title] = line.split(',').map((part) => part.trim());
              return { name, title: title.join(', ') };
            });
            ask.mutate(
              { params: { id: conference.id }, body: { recipients, honourees, models, guests } },
              {
                onSuccess: () => {
                  setOthers('');
                },
              },
            );
          }}
        >
          {t('movements.people.askGuests')}
        </Button>
        {ask.data === undefined ? null : <span className="small muted">{t('movements.people.added', { count: ask.data.added })}</span>}
      </div>
      <ErrorNote error={ask.error} />
    </>
  );
}
