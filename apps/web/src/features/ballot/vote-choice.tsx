import type { ReactNode } from 'react';
import type { SessionItemView } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import { ItemLines } from './item-lines';

export type Vote = 'yes' | 'no' | 'blank';
const VOTES: readonly Vote[] = ['yes', 'no', 'blank'];

interface Props {
  readonly item: SessionItemView;
  /** Why the member has no voice on it; null where there is one. */
  readonly silent: 'own-row' | 'recused' | 'not-in-writing' | null;
  readonly vote: Vote;
  readonly onVote: (vote: Vote) => void;
}

/** One row of the ballot or of a written opinion, with its three answers or the reason why there are none. */
export function VoteChoice({ item, silent, vote, onVote }: Props): ReactNode {
  const t = useText();
  return (
    <fieldset className="ballot-item">
      <legend>
        {item.seq}. {item.name}
      </legend>
      <ItemLines item={item} />
      {silent === null ? (
        <div className="votes">
          {VOTES.map((option) => (
            <label key={option} className={vote === option ? `vote vote-${option} vote-on` : `vote vote-${option}`}>
              <input
                type="radio"
                name={item.id}
                value={option}
                checked={vote === option}
                onChange={() => {
                  onVote(option);
                }}
              />
              {t(`vote.${option}`)}
            </label>
          ))}
        </div>
      ) : (
        <p className="why">{t(`ballot.silent.${silent}`)}</p>
      )}
    </fieldset>
  );
}
