import { useEffect, useState, type ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { FirstAdministratorsMade } from '@thidua/contract';
import { ApiError } from '../../api/api-error';
import { call, rememberCsrf } from '../../api/client';
import { sessionKey, useAct, useRead } from '../../api/queries';
import { LanguageSwitch } from '../../frame/top-bar';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { carriedCode, dropCode } from './carried-code';
import { FirstForm, type FirstBody } from './first-form';
import './setup.css';

/** '/cai-dat': in an empty house the code, the province and two administrators; in any other one it leads on to the steps. */
export default function FirstPage(): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const [carried] = useState(carriedCode);
  const restart = useQuery({
    queryKey: ['house-restarted'],
    queryFn: restarted,
    enabled: carried !== null,
    retry: false,
    refetchInterval: ({ state: { data } }) => (data === true ? false : 1500),
  });
  const waiting = carried !== null && restart.data !== true;
  const state = useRead('setup', {}, { enabled: !waiting });
  const make = useAct('makeAdministrators');
  const [body, setBody] = useState<FirstBody | null>(null);
  const enter = useEntrance();
  const made = make.data;
  const closed = state.data?.open === false && made === undefined && !make.isPending;
  useEffect(() => {
    if (closed) {
      void navigate({ to: '/cai-dat/cac-buoc', replace: true });
    }
  }, [closed, navigate]);
  return (
    <main className="setup-first">
      <header className="setup-first-head">
        <span className="setup-mark" aria-hidden>
          TĐ
        </span>
        <div>
          <h1>{t('setup.first.title')}</h1>
          <p className="muted">{t('setup.first.line')}</p>
        </div>
        <LanguageSwitch />
      </header>
      {carried === null || made !== undefined ? null : <Carried code={carried} waiting={waiting} />}
      <ErrorNote error={state.error} onRetry={() => void state.refetch()} />
      {waiting ? null : state.data === undefined || closed ? (
        state.error === null ? (
          <Loading />
        ) : null
      ) : made === undefined ? (
        <FirstForm
          givenCode={carried ?? ''}
          error={make.error}
          busy={make.isPending}
          onSend={(asked) => {
            setBody(asked);
            make.mutate({ body: asked }, { onSuccess: dropCode });
          }}
        />
      ) : (
        <SecondCode made={made} onGo={() => enter(body?.first.username ?? '', body?.first.password ?? '')} />
      )}
    </main>
  );
}

/** The demo's people are no longer told: api and worker have begun anew. */
async function restarted(): Promise<boolean> {
  return call('demoAccounts').then(
    () => false,
    (error: unknown) => error instanceof ApiError && error.code === 'not-found',
  );
}

function Carried({ code, waiting }: { readonly code: string; readonly waiting: boolean }): ReactNode {
  const t = useText();
  return (
    <section className="section">
      <h2>{t('admin.clear.done')}</h2>
      <p>{t('admin.clear.code')}</p>
      <p className="setup-code">{code}</p>
      <p className="muted">{t('admin.clear.once')}</p>
      <p role="status">{t(waiting ? 'admin.clear.restarting' : 'admin.clear.ready')}</p>
    </section>
  );
}

/** Signs the first administrator in with what they have just typed. */
function useEntrance(): (username: string, password: string) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (username, password) => {
    const session = await call('signIn', { body: { username, password } });
    rememberCsrf(session.csrf);
    client.clear();
    client.setQueryData(sessionKey, session);
    await navigate({ to: '/cai-dat/cac-buoc' });
  };
}

function SecondCode({ made, onGo }: { readonly made: FirstAdministratorsMade; readonly onGo: () => Promise<void> }): ReactNode {
  const t = useText();
  const [error, setError] = useState<unknown>(null);
  return (
    <section className="section" role="status">
      <h2>{t('setup.first.made', { province: made.provinceName })}</h2>
      <p>{t('setup.first.second', { username: made.username })}</p>
      <p className="setup-code">{made.code}</p>
      <p className="muted">{t('setup.first.once', { day: dayText(made.expiresOn) })}</p>
      <ErrorNote error={error} />
      <Button
        type="primary"
        onClick={() => {
          onGo().catch(setError);
        }}
      >
        {t('setup.first.go')}
      </Button>
    </section>
  );
}
