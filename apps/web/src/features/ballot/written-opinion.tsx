import { useId, useState, type ReactNode } from 'react';
import { WarningOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import type { CouncilSessionView, SessionItemView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { FileField } from '../../pieces/file-field';
import { VoteChoice, type Vote } from './vote-choice';

/** An absent member's opinion: typed here or as a signed scan, sealed until the count; the risk of a lone one is told before it is sent. */
export function WrittenOpinion({ session }: { readonly session: CouncilSessionView }): ReactNode {
  const t = useText();
  const write = useAct('writeOpinion');
  const [choices, setChoices] = useState<Readonly<Record<string, Vote>>>({});
  const [acknowledged, setAcknowledged] = useState(false);
  const items = session.items.filter((item) => silenceOf(item) === null);
  const chosen = (item: SessionItemView): Vote => choices[item.id] ?? 'blank';
  const atRisk = session.secrecy?.atRisk === true;
  const mayGo = !atRisk || acknowledged;
  const left = items.filter((item) => choices[item.id] === undefined).length;

  return (
    <form
      className="ballot"
      aria-label={t('opinion.title')}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <h2>{t('opinion.title')}</h2>
      <p className="note note-blue">{t('opinion.sealed')}</p>
      <Risk session={session} acknowledged={acknowledged} onAcknowledge={setAcknowledged} />
      {session.items.map((item) => (
        <VoteChoice
          key={item.id}
          item={item}
          silent={silenceOf(item)}
          vote={chosen(item)}
          onVote={(vote) => {
            setChoices({ ...choices, [item.id]: vote });
          }}
        />
      ))}
      <ErrorNote error={write.error} />
      <div className="ballot-send">
        <span role="status">{mayGo ? t('opinion.left', { left, count: items.length }) : t('opinion.readFirst')}</span>
        <Button
          type="primary"
          size="large"
          disabled={!mayGo}
          loading={write.isPending}
          onClick={() => {
            const body = { choices: Object.fromEntries(items.map((item) => [item.id, chosen(item)])), acknowledged };
            write.mutate({ params: { id: session.id }, body });
          }}
        >
          {t('opinion.send')}
        </Button>
      </div>
      <Scan session={session} mayGo={mayGo} acknowledged={acknowledged} />
    </form>
  );
}

interface RiskProps {
  readonly session: CouncilSessionView;
  readonly acknowledged: boolean;
  readonly onAcknowledge: (acknowledged: boolean) => void;
}

/** How many opinions there are, and what a lone one gives away. */
function Risk({ session, acknowledged, onAcknowledge }: RiskProps): ReactNode {
  const t = useText();
  const { secrecy } = session;
  if (secrecy === null) {
    return null;
  }
  if (!secrecy.atRisk) {
    return (
      <p className="note note-blue" role="status">
        {secrecy.sentence}
      </p>
    );
  }
  return (
    <div className="note note-amber" role="alert">
      <WarningOutlined aria-hidden />
      <div>
        <strong>{secrecy.sentence}</strong>
        <p>{t('opinion.instead')}</p>
        <Checkbox
          checked={acknowledged}
          onChange={(event) => {
            onAcknowledge(event.target.checked);
          }}
        >
          {t('opinion.acknowledge')}
        </Checkbox>
      </div>
    </div>
  );
}

/** The same as a signed paper. */
function Scan({
  session,
  mayGo,
  acknowledged,
}: {
  readonly session: CouncilSessionView;
  readonly mayGo: boolean;
  readonly acknowledged: boolean;
}): ReactNode {
  const t = useText();
  const id = useId();
  const upload = useAct('uploadOpinion');
  const [file, setFile] = useState<File | null>(null);
  return (
    <details className="section">
      <summary>{t('opinion.scan')}</summary>
      <FileField id={id} label={t('opinion.file')} rule="opinion" file={file} onChange={setFile} error={upload.error} />
      <Button
        disabled={file === null || !mayGo}
        loading={upload.isPending}
        onClick={() => {
          if (file !== null) {
            upload.mutate({ params: { id: session.id }, query: acknowledged ? { acknowledged: '1' } : {}, file });
          }
        }}
      >
        {t('opinion.sendScan')}
      </Button>
    </details>
  );
}

function silenceOf(item: SessionItemView): 'own-row' | 'recused' | 'not-in-writing' | null {
  return item.ownRow ? 'own-row' : item.recused ? 'recused' : item.inWriting ? null : 'not-in-writing';
}
