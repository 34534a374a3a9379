import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { PersonView } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { dayText, instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { AccountActs } from './account-acts';
import { PostFields, postOf, type Post } from './add-person';
import { EndPost } from './end-post';
import { placeOf } from './place-of';

type PersonPost = PersonView['posts'][number];

export function PersonLine({ person }: { readonly person: PersonView }): ReactNode {
  const t = useText();
  const [appointing, setAppointing] = useState(false);
  const { account } = person;
  return (
    <tr>
      <td>
        <strong>{person.fullName}</strong>
        {person.born === null ? null : <div className="muted small">{t('staff.born', { day: dayText(person.born) })}</div>}
      </td>
      <td>
        {person.posts.length === 0 ? <span className="muted">{t('staff.noPost')}</span> : null}
        <ul className="keep-posts">
          {person.posts.map((post) => (
            <PostLine key={post.id} post={post} />
          ))}
        </ul>
      </td>
      <td className="keep-account">
        {account === null ? (
          <span className="muted">{t('staff.noAccount')}</span>
        ) : (
          <>
            <div>
              <span translate="no">{account.username}</span>{' '}
              <span className={`tag tag-${TONES[account.state]}`}>{t(`staff.accountState.${account.state}`)}</span>
            </div>
            <div className="muted small">
              {account.lastSignIn === null ? t('staff.neverIn') : t('staff.lastIn', { at: instantText(account.lastSignIn) })}
            </div>
          </>
        )}
      </td>
      <td className="keep-acts">
        <div className="bar-buttons">
          <Button
            size="small"
            onClick={() => {
              setAppointing(true);
            }}
          >
            {t('staff.appoint')}
          </Button>
          <AccountActs person={person} />
        </div>
        {appointing ? (
          <Appoint
            person={person}
            onClose={() => {
              setAppointing(false);
            }}
          />
        ) : null}
      </td>
    </tr>
  );
}

const TONES = { active: 'calm', waiting: 'amber', locked: 'amber', disabled: 'grey' } as const;

function PostLine({ post }: { readonly post: PersonPost }): ReactNode {
  const t = useText();
  const [ending, setEnding] = useState(false);
  const days = post.to === null ? t('staff.since', { from: dayText(post.from) }) : `${dayText(post.from)} – ${dayText(post.to)}`;
  return (
    <li className={post.state === 'over' ? 'muted' : undefined}>
      <span>{placeOf(post)}</span>
      <span className="muted small">
        {t.or(`role.${post.role}`, post.role)}, {days}
      </span>
      {post.state === 'over' ? (
        <span className="tag tag-grey">{t('staff.over')}</span>
      ) : (
        <Button
          size="small"
          aria-label={`${t('staff.end')}: ${placeOf(post)}`}
          onClick={() => {
            setEnding(true);
          }}
        >
          {t('staff.end')}
        </Button>
      )}
      {ending ? (
        <EndPost
          post={post}
          onClose={() => {
            setEnding(false);
          }}
        />
      ) : null}
    </li>
  );
}

function Appoint({ person, onClose }: { readonly person: PersonView; readonly onClose: () => void }): ReactNode {
  const t = useText();
  const appoint = useAct('appointPerson');
  const bodies = useRead('organisations', { query: {} }).data?.organisations ?? [];
  const [post, setPost] = useState<Post>({ orgId: null, role: null, title: '', from: '' });
  const asked = postOf(post);
  return (
    <Dialog
      title={t('staff.appointWho', { name: person.fullName })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button
            type="primary"
            disabled={asked === null}
            loading={appoint.isPending}
            onClick={() => {
              if (asked !== null) {
                appoint.mutate({ params: { id: person.id }, body: asked }, { onSuccess: onClose });
              }
            }}
          >
            {t('staff.appoint')}
          </Button>
        </>
      }
    >
      <div className="keep-form">
        <PostFields bodies={bodies} post={post} onChange={setPost} />
      </div>
      <ErrorNote error={appoint.error} />
    </Dialog>
  );
}
