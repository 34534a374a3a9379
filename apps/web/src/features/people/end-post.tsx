import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { PersonView, PostEnding } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { WhyDisabled } from '../../pieces/why-disabled';
import { placeOf } from './place-of';
import { DayInput, PersonPicker, TextInput } from './fields';

interface Props {
  readonly post: PersonView['posts'][number];
  readonly onClose: () => void;
}

/** The last day of a post: first what it leaves behind and who takes it, then the act. */
export function EndPost({ post, onClose }: Props): ReactNode {
  const t = useText();
  const end = useAct('endPost');
  const [lastDay, setDay] = useState('');
  const [paper, setPaper] = useState('');
  const [personId, setPerson] = useState<string | null>(null);
  const ending = useRead('postEnding', { params: { id: post.id }, query: { lastDay } }, { enabled: lastDay !== '' });
  const left = ending.data;
  const stranded = left !== undefined && left.tasks > 0 && left.others.length === 0 && personId === null;
  const complete = left !== undefined && paper.trim().length >= 3 && !stranded;
  return (
    <Dialog
      title={t('staff.endWhat', { place: placeOf(post) })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          {end.isSuccess ? null : (
            <Button
              type="primary"
              disabled={!complete}
              loading={end.isPending}
              onClick={() => {
                const replacement = personId === null ? {} : { replacement: { personId } };
                end.mutate({ params: { id: post.id }, body: { lastDay, paper: paper.trim(), ...replacement } });
              }}
            >
              {t('staff.endIt')}
            </Button>
          )}
        </>
      }
    >
      {end.data === undefined ? (
        <div className="keep-stack">
          <DayInput id="end-day" label={t('staff.field.lastDay')} value={lastDay} onChange={setDay} />
          <TextInput id="end-paper" label={t('staff.field.paper')} value={paper} onChange={setPaper} />
          <ErrorNote error={ending.error} />
          {left === undefined ? null : <Left left={left} />}
          <PersonPicker id="end-taker" label={t('staff.field.taker')} help={t('staff.takerHelp')} value={personId} onChange={setPerson} />
          <WhyDisabled reason={stranded ? t('staff.needsTaker', { count: left.tasks }) : null} />
          <ErrorNote error={end.error} />
        </div>
      ) : (
        <p className="note note-green" role="status">
          {t('staff.ended', { count: end.data.tasks, taker: end.data.others.join(', ') || t('staff.nobodyNeeded') })}
        </p>
      )}
    </Dialog>
  );
}

function Left({ left }: { readonly left: PostEnding }): ReactNode {
  const t = useText();
  const lines = [
    left.tasks === 0 ? t('staff.left.none') : t('staff.left.tasks', { count: left.tasks }),
    ...(left.tasks > 0 && left.others.length > 0 ? [t('staff.left.others', { names: left.others.join(', ') })] : []),
    ...(left.ballots > 0 ? [t('staff.left.ballots', { count: left.ballots })] : []),
    ...(left.delegations > 0 ? [t('staff.left.delegations', { count: left.delegations })] : []),
    ...left.councils.map((name) => t('staff.left.council', { name })),
  ];
  return (
    <div className="note note-blue" role="status">
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
