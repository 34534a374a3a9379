import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { CouncilSessionView, SessionItemView } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';

type Vote = 'yes' | 'no' | 'blank';
const VOTES: readonly Vote[] = ['yes', 'no', 'blank'];

/** One page with every row; untouched rows count as blank. What is chosen is kept nowhere but in this page. */
export function Ballot({ session }: { readonly session: CouncilSessionView }): ReactNode {
  const t = useText();
  const task = useRead('task', { params: { id: session.myTaskId ?? '' } }, { enabled: session.myTaskId !== null });
  const cast = useAct('castBallot');
  const [choices, setChoices] = useState<Readonly<Record<string, Vote>>>({});
  const items = session.items.filter((item) => !item.ownRow);
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
      <p className="note note-blue">{t('ballot.secret')}</p>
      {session.items.map((item) => (
        <fieldset key={item.id} className="ballot-item">
          <legend>
            {item.seq}. {item.name}
          </legend>
          <ItemLines item={item} />
          {item.ownRow ? (
            <p className="why">{t('ballot.ownRow')}</p>
          ) : (
            <div className="votes">
              {VOTES.map((vote) => (
                <label key={vote} className={chosen(item) === vote ? `vote vote-${vote} vote-on` : `vote vote-${vote}`}>
                  <input
                    type="radio"
                    name={item.id}
                    value={vote}
                    checked={chosen(item) === vote}
                    onChange={() => {
                      setChoices({ ...choices, [item.id]: vote });
                    }}
                  />
                  {t(`vote.${vote}`)}
                </label>
              ))}
            </div>
          )}
        </fieldset>
      ))}
      <ErrorNote error={cast.error ?? task.error} />
      <div className="ballot-send">
        <span>{blanks === 0 ? t('ballot.all', { count: items.length }) : t('ballot.blanks', { blanks, count: items.length })}</span>
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

/** Who, for what, on which ground, and how many votes it takes. */
export function ItemLines({ item }: { readonly item: SessionItemView }): ReactNode {
  const t = useText();
  return (
    <>
      <p className="item-award">{item.awardName}</p>
      <p className="muted small">{[t(`kind.${item.kind}`), item.title].filter((part) => part !== '').join(' · ')}</p>
      <p className="item-summary">{item.summary}</p>
      <details className="small">
        <summary>
          {item.ruleText} · {item.ruleId}
        </summary>
        {t('authority.citation')}: {item.citation}
      </details>
      {item.feasible ? null : (
        <p className="field-error" role="alert">
          {t('session.infeasible')}
        </p>
      )}
    </>
  );
}
