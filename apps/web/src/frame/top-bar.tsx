import { useState, type ReactNode } from 'react';
import { LogoutOutlined, SearchOutlined, UserOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { SessionView } from '@thidua/contract';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client';
import { changeLanguage, type Language } from '../i18n/i18n';
import { useText } from '../i18n/use-text';
import { isAdministrator } from './roles';

export function TopBar({ session }: { readonly session: SessionView }): ReactNode {
  return (
    <header className="top">
      <Search />
      <Person session={session} />
      <Links session={session} />
      <LanguageSwitch />
      <SignOut />
    </header>
  );
}

function Search(): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const [q, setQ] = useState('');
  return (
    <form
      role="search"
      className="top-search"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ to: '/ho-so', search: q.trim() === '' ? {} : { q: q.trim() } });
      }}
    >
      <SearchOutlined aria-hidden />
      <input
        type="search"
        value={q}
        maxLength={100}
        aria-label={t('frame.search')}
        placeholder={t('frame.searchHint')}
        onChange={(event) => {
          setQ(event.target.value);
        }}
      />
    </form>
  );
}

/** Who is signed in; leads to their account. */
function Person({ session }: { readonly session: SessionView }): ReactNode {
  const t = useText();
  const positions = session.positions.map((position) => `${position.title}, ${position.orgName}`);
  const [first = t('frame.noPosition'), ...more] = positions;
  return (
    <Link to="/tai-khoan" className="top-person" title={[t('nav.account'), ...positions].join('\n')}>
      <UserOutlined aria-hidden />
      <span>
        <strong>{session.account.fullName}</strong>
        <span className="small muted">
          {first}
          {more.length === 0 ? '' : ` ${t('frame.morePositions', { count: more.length })}`}
        </span>
      </span>
    </Link>
  );
}

/** Pages that belong to a person and not to a kind of work. */
function Links({ session }: { readonly session: SessionView }): ReactNode {
  const t = useText();
  return (
    <nav className="top-links" aria-label={t('frame.more')}>
      {isAdministrator(session) ? null : <Link to="/thong-ke">{t('nav.statistics')}</Link>}
      <Link to="/chu-ky-so">{t('nav.signing')}</Link>
      <Link to="/giao-ky-thay">{t('nav.delegations')}</Link>
      <Link to="/cum-khoi">{t('nav.clusters')}</Link>
    </nav>
  );
}

export function LanguageSwitch(): ReactNode {
  const t = useText();
  const { i18n } = useTranslation();
  const next: Language = i18n.language === 'en' ? 'vi' : 'en';
  return (
    <Button
      size="small"
      type="text"
      lang={next}
      aria-label={t('frame.language')}
      title={t('frame.language')}
      onClick={() => void changeLanguage(next)}
    >
      {next === 'en' ? 'EN' : 'VI'}
    </Button>
  );
}

function SignOut(): ReactNode {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = async (): Promise<void> => {
    await call('signOut').catch(() => undefined);
    client.clear();
    await navigate({ to: '/dang-nhap' });
  };
  return (
    <Button
      size="small"
      type="text"
      icon={<LogoutOutlined aria-hidden />}
      aria-label={t('action.signOut')}
      title={t('action.signOut')}
      onClick={() => void leave()}
    />
  );
}
