import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Field } from './fields';
import { isPassword, NewPassword, NO_PASSWORD } from './new-password';
import './keeping.css';

/** '/kich-hoat': the holder of a slip sets the password with its code. */
export default function ActivatePage(): ReactNode {
  const t = useText();
  const activate = useAct('activateAccount');
  const [username, setUsername] = useState('');
  const [code, setCode] = useState('');
  const [typed, setTyped] = useState(NO_PASSWORD);
  const complete = username.trim() !== '' && code.trim().length >= 4 && isPassword(typed);
  return (
    <main className="page activate">
      <h1>{t('activate.title')}</h1>
      <p className="muted">{t('activate.line')}</p>
      {activate.isSuccess ? (
        <div className="note note-green" role="status">
          <div>
            <p>{t('activate.done')}</p>
            <Link to="/dang-nhap">{t('activate.enter')}</Link>
          </div>
        </div>
      ) : (
        <form
          className="section keep-stack"
          aria-label={t('activate.title')}
          onSubmit={(event) => {
            event.preventDefault();
            if (complete) {
              activate.mutate({ body: { username: username.trim(), code: code.trim(), password: typed.password } });
            }
          }}
        >
          <Field id="activate-name" label={t('activate.username')}>
            <Input
              id="activate-name"
              autoComplete="username"
              maxLength={80}
              value={username}
              onChange={(event) => {
                setUsername(event.target.value);
              }}
            />
          </Field>
          <Field id="activate-code" label={t('activate.code')}>
            <Input
              id="activate-code"
              autoComplete="one-time-code"
              maxLength={40}
              value={code}
              onChange={(event) => {
                setCode(event.target.value);
              }}
            />
          </Field>
          <NewPassword typed={typed} onChange={setTyped} />
          <ErrorNote error={activate.error} />
          <Button type="primary" htmlType="submit" disabled={!complete} loading={activate.isPending}>
            {t('activate.send')}
          </Button>
        </form>
      )}
    </main>
  );
}
