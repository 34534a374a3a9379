import { useState, type ReactNode } from 'react';
import { Button, Checkbox, Input } from 'antd';
import { useRead } from '../../api/queries';
import { DayField } from '../../forms/day-field';
import { useText } from '../../i18n/use-text';
import { PrintButton } from '../../pieces/print-button';
import { eventOf, whyNot, type CeremonyDraft, type CeremonyPrint } from './ceremony-draft';
import './ceremony.css';

const PRINTS: readonly { readonly kind: CeremonyPrint; readonly label: string }[] = [
  { kind: 'kich-ban-trao-thuong', label: 'ceremony.script' },
  { kind: 'bang-ten', label: 'ceremony.cards' },
  { kind: 'giay-moi', label: 'ceremony.invitations' },
  { kind: 'chuong-trinh-hoi-nghi', label: 'ceremony.programme' },
];

/** Lễ trao thưởng of a round: said once, printed as running order, name cards, invitations and programme. */
export function CeremonyPanel({ roundId, awarded }: { readonly roundId: string; readonly awarded: number }): ReactNode {
  const t = useText();
  const prints = useRead('roundCertificates', { params: { id: roundId } });
  const [open, setOpen] = useState(false);
  if (prints.data?.mayPrint !== true || awarded === 0) {
    return null;
  }
  return (
    <section className="section" aria-label={t('ceremony.title')}>
      <h2>{t('ceremony.title')}</h2>
      <p className="small muted">{t('ceremony.rule')}</p>
      {open ? (
        <CeremonyForm roundId={roundId} awarded={awarded} />
      ) : (
        <Button
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('ceremony.open')}
        </Button>
      )}
    </section>
  );
}

function CeremonyForm({ roundId, awarded }: { readonly roundId: string; readonly awarded: number }): ReactNode {
  const t = useText();
  const [draft, setDraft] = useState<CeremonyDraft>({
    event: '',
    separate: false,
    date: '',
    startTime: '08:00',
    place: '',
    chair: '',
    presenter: '',
    guests: '',
    inviteHonourees: true,
    notes: '',
    items: t('ceremony.usualItems'),
  });
  const set = (change: Partial<CeremonyDraft>): void => {
    setDraft({ ...draft, ...change });
  };
  const line = (name: 'event' | 'place' | 'chair' | 'presenter', wide = false): ReactNode => (
    <div className={wide ? 'field wide' : 'field'}>
      <label className="field-label" htmlFor={`ceremony-${name}`}>
        {t(`ceremony.${name}`)}
      </label>
      <Input
        id={`ceremony-${name}`}
        maxLength={300}
        value={draft[name]}
        onChange={(event) => {
          set({ [name]: event.target.value });
        }}
      />
    </div>
  );
  const lines = (name: 'guests' | 'notes' | 'items', rows: number): ReactNode => (
    <div className="field wide">
      <label className="field-label" htmlFor={`ceremony-${name}`}>
        {t(`ceremony.${name}`)}
      </label>
      <Input.TextArea
        id={`ceremony-${name}`}
        rows={rows}
        value={draft[name]}
        onChange={(event) => {
          set({ [name]: event.target.value });
        }}
      />
    </div>
  );
  const tick = (name: 'separate' | 'inviteHonourees'): ReactNode => (
    <Checkbox
      checked={draft[name]}
      onChange={(event) => {
        set({ [name]: event.target.checked });
      }}
    >
      {t(`ceremony.${name}`)}
    </Checkbox>
  );
  return (
    <>
      <div className="ceremony-form">
        {line('event', true)}
        <div className="field">
          <label className="field-label" htmlFor="ceremony-date">
            {t('ceremony.date')}
          </label>
          <DayField
            id="ceremony-date"
            value={draft.date}
            withTime={false}
            disabled={false}
            onChange={(date) => {
              set({ date: typeof date === 'string' ? date : '' });
            }}
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor="ceremony-time">
            {t('ceremony.startTime')}
          </label>
          <Input
            id="ceremony-time"
            maxLength={5}
            placeholder="HH:mm"
            value={draft.startTime}
            onChange={(event) => {
              set({ startTime: event.target.value });
            }}
          />
        </div>
        {line('place', true)}
        {line('chair')}
        {line('presenter')}
        <div className="wide ceremony-ticks">
          {tick('separate')}
          {tick('inviteHonourees')}
        </div>
        {lines('guests', 3)}
        {lines('notes', 2)}
        {lines('items', 6)}
      </div>
      {whyNot('bang-ten', draft, awarded) === undefined ? null : <p className="small">{t('ceremony.fill')}</p>}
      <div className="ceremony-prints">
        {PRINTS.map(({ kind, label }) => {
          const missing = whyNot(kind, draft, awarded);
          return (
            <PrintButton
              key={kind}
              kind={kind}
              params={eventOf(roundId, draft)}
              label={t(label)}
              whyNot={missing === undefined ? undefined : t('ceremony.fill')}
            />
          );
        })}
      </div>
    </>
  );
}
