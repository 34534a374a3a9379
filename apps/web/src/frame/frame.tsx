import type { ReactNode } from 'react';
import { Outlet } from '@tanstack/react-router';
import { useSession } from '../api/queries';
import { ErrorNote } from '../pieces/error-note';
import { Loading } from '../pieces/loading';
import { useText } from '../i18n/use-text';
import { ClockBanner } from './clock-banner';
import { Rail } from './rail';
import { TopBar } from './top-bar';
import './frame.css';

/** Everything around the pages of a signed-in person; on a phone the rail becomes the bottom bar. */
export function Frame(): ReactNode {
  const t = useText();
  const session = useSession();
  if (session.data === undefined) {
    return (
      <main className="page">
        {session.error === null ? <Loading /> : <ErrorNote error={session.error} onRetry={() => void session.refetch()} />}
      </main>
    );
  }
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {t('frame.skip')}
      </a>
      <Rail session={session.data} />
      <div className="frame-main">
        <TopBar session={session.data} />
        <ClockBanner session={session.data} />
        <main id="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  );
}
