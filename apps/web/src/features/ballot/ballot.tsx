import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { CouncilSessionView, SessionItemView } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { VoteChoice, type Vote } from './vote-choice';

/** One page with every row; untouched rows count as blank. What is chosen is kept nowhere but in this page. */
export function Ballot({ session }: { readonly session: CouncilSessionView }): ReactNode {
  const t = useText();
  const task = useRead('task', { params: { id: session.myTaskId ?? '' } }, { enabled: session.myTaskId !== null });
  const cast = useAct('castBallot');
  const [choices, setChoices] = useState<Readonly<Record<string, Vote>>>({});
  const items = session.items.filter((item) => silenceOf(item) === null);
  const chosen = (item: SessionItemView): Vote => choices[item.id] ?? 'blank';
  const blanks = items.filter((item) => chosen(item) === 'blank').length;
  const ready = task.data?.status === 'open' && session.myTaskId !== null;

  return (
    <form
      className="ballot"
      aria-label={t('ballot.title')}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <p className="note note-blue">{t(session.items.some((item) => !item.secret) ? 'ballot.partlyOpen' : 'ballot.secret')}</p>
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
      <div className="conflict-late">
        <Button disabled aria-describedby="conflict-late">
          {t('conflict.mine')}
        </Button>
        <p className="why" id="conflict-late">
          {t('conflict.late')}
        </p>
      </div>
      <ErrorNote error={cast.error ?? task.error} />
      <div className="ballot-send">
        <span role="status">
          {blanks === 0 ? t('ballot.all', { count: items.length }) : t('ballot.blanks', { blanks, count: items.length })}
        </span>
        <Button
          type="primary"
          size="large"
          disabled={!ready}
          loading={cast.isPending}
          onClick={() => {
            if (task.data !== undefined) {
              cast.mutate({
                params: { id: session.id },
                body: {
                  taskId: task.data.id,
                  taskVersion: task.data.version,
                  choices: Object.fromEntries(items.map((item) => [item.id, chosen(item)])),
                },
              });
            }
          }}
        >
          {t('ballot.send')}
        </Button>
      </div>
    </form>
  );
}

function silenceOf(item: SessionItemView): 'own-row' | 'recused' | null {
  return item.ownRow ? 'own-row' : item.recused ? 'recused' : null;
}
