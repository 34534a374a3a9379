import { useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import type { SessionView } from '@thidua/contract';
import { rememberCsrf } from '../../api/client';
import { sessionKey, useAct, useRead } from '../../api/queries';
import { LanguageSwitch } from '../../frame/top-bar';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { RolePicker } from './role-picker';
import './sign-in.css';

/** Name and password; in demo mode also the four faces. Leads back to the page that asked. */
export default function SignInPage(): ReactNode {
  const t = useText();
  const demo = useRead('demoAccounts');
  const house = useRead('setup');
  const enter = useEntrance();
  if (house.data?.open === true) {
    return <Navigate to="/cai-dat" replace />;
  }
  return (
    <main className="sign-in">
      <header className="sign-in-head">
        <span className="sign-in-mark" aria-hidden>
          TĐ
        </span>
        <div>
          <h1>{t('appName')}</h1>
          <p className="muted">{t('signIn.subtitle')}</p>
        </div>
        <LanguageSwitch />
      </header>
      {demo.data === undefined ? null : (
        <>
          <p className="note note-amber">
            <strong>{t('demo.banner')}</strong>
          </p>
          <RolePicker accounts={demo.data.accounts} password={demo.data.password} onEntered={enter} />
        </>
      )}
      <PasswordForm onEntered={enter} />
    </main>
  );
}

function useEntrance(): (session: SessionView) => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const { ve } = useSearch({ from: '/dang-nhap' });
  return (session) => {
    rememberCsrf(session.csrf);
    client.clear();
    client.setQueryData(sessionKey, session);
    if (ve === undefined) {
      void navigate({ to: '/viec' });
    } else {
      router.history.push(ve);
    }
  };
}

function PasswordForm({ onEntered }: { readonly onEntered: (session: SessionView) => void }): ReactNode {
  const t = useText();
  const signIn = useAct('signIn');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  return (
    <form
      className="section sign-in-form"
      aria-label={t('signIn.title')}
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ body: { username, password } }, { onSuccess: onEntered });
      }}
    >
      <h2>{t('signIn.title')}</h2>
      <label className="field-label" htmlFor="username">
        {t('signIn.username')}
      </label>
      <Input
        id="username"
        autoComplete="username"
        maxLength={80}
        value={username}
        onChange={(event) => {
          setUsername(event.target.value);
        }}
      />
      <label className="field-label" htmlFor="password">
        {t('signIn.password')}
      </label>
      <Input.Password
        id="password"
        autoComplete="current-password"
        maxLength={200}
        value={password}
        onChange={(event) => {
          setPassword(event.target.value);
        }}
      />
      <ErrorNote error={signIn.error} />
      <Button type="primary" htmlType="submit" disabled={username.trim() === '' || password === ''} loading={signIn.isPending}>
        {t('signIn.enter')}
      </Button>
      <p>
        <Link to="/kich-hoat">{t('signIn.activate')}</Link>
      </p>
    </form>
  );
}
