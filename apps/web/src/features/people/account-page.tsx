import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useAct, useRead, useSession } from '../../api/queries';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { PageHead } from '../../pieces/page-head';
import { isPassword, NewPassword, NO_PASSWORD, PasswordInput } from './new-password';
import { placeOf } from './place-of';
import './keeping.css';

/** '/tai-khoan': who one is here, when one came in, and the password. */
export default function AccountPage(): ReactNode {
  const t = useText();
  const { data: session } = useSession();
  const { data: account, error, refetch } = useRead('ownAccount');
  return (
    <div className="page">
      <PageHead title={t('nav.account')} line={t('account.line')} />
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {account === undefined || session === undefined ? null : (
        <section className="section" aria-label={t('account.facts')}>
          <dl className="facts">
            <dt>{t('account.name')}</dt>
            <dd>{session.account.fullName}</dd>
            <dt>{t('account.username')}</dt>
            <dd>{account.username}</dd>
            <dt>{t('account.posts')}</dt>
            <dd>
              {session.positions.length === 0 ? t('frame.noPosition') : null}
              {session.positions.map((post) => (
                <div key={post.id}>{placeOf(post)}</div>
              ))}
            </dd>
            <dt>{t('account.signedInAt')}</dt>
            <dd>{instantText(account.signedInAt)}</dd>
            <dt>{t('account.before')}</dt>
            <dd>{account.before === null ? t('account.first') : instantText(account.before)}</dd>
            <dt>{t('account.elsewhere')}</dt>
            <dd>{t('account.elsewhereCount', { count: account.elsewhere })}</dd>
          </dl>
          <p className="muted small">{t('account.notYou')}</p>
        </section>
      )}
      <PasswordForm username={account?.username ?? ''} />
    </div>
  );
}

function PasswordForm({ username }: { readonly username: string }): ReactNode {
  const t = useText();
  const change = useAct('changePassword');
  const [old, setOld] = useState('');
  const [typed, setTyped] = useState(NO_PASSWORD);
  const complete = old !== '' && isPassword(typed);
  return (
    <form
      className="section keep-stack account-form"
      aria-label={t('account.change')}
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) {
          change.mutate(
            { body: { old, password: typed.password } },
            {
              onSuccess: () => {
                setOld('');
                setTyped(NO_PASSWORD);
              },
            },
          );
        }
      }}
    >
      <h2>{t('account.change')}</h2>
      {/* Whose password it is, for the browser's own keeper of passwords. */}
      <input type="text" className="visually-hidden" autoComplete="username" value={username} readOnly tabIndex={-1} aria-hidden />
      <PasswordInput id="old-password" label={t('account.old')} autoComplete="current-password" value={old} onChange={setOld} />
      <NewPassword typed={typed} onChange={setTyped} />
      <ErrorNote error={change.error} />
      {change.isSuccess && old === '' ? (
        <p className="note note-green" role="status">
          {t('account.changed', { count: change.data.ended })}
        </p>
      ) : null}
      <div>
        <Button type="primary" htmlType="submit" disabled={!complete} loading={change.isPending}>
          {t('account.change')}
        </Button>
      </div>
    </form>
  );
}
