import type { ReactNode } from 'react';
import { Button } from 'antd';
import type { CouncilSessionView } from '@thidua/contract';
import { addressOf } from '../../api/client';
import { useAct } from '../../api/queries';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';

/** Written opinions by sender, sealed; the secretary opens them when the ballot is over, and reads scans until the session closes. */
export function Envelopes({ session }: { readonly session: CouncilSessionView }): ReactNode {
  const t = useText();
  const open = useAct('openOpinions');
  if (session.opinions.length === 0) {
    return null;
  }
  return (
    <section className="section" aria-label={t('opinion.list')}>
      <h2>{t('opinion.list')}</h2>
      <ul className="plain-list">
        {session.opinions.map((one) => (
          <li key={one.personId}>
            <span>
              {one.fullName} <span className="small muted">{instantText(one.sentAt)}</span>
            </span>
            {one.kind === 'scan' && one.opened && session.mayClose ? (
              <a href={addressOf('opinionScan', { id: session.id, personId: one.personId })} target="_blank" rel="noopener">
                {t('opinion.read')}
              </a>
            ) : (
              <span className="tag tag-grey">{t(one.opened ? 'opinion.opened' : 'opinion.closed')}</span>
            )}
          </li>
        ))}
      </ul>
      {session.mayOpenOpinions ? (
        <Button
          loading={open.isPending}
          onClick={() => {
            open.mutate({ params: { id: session.id } });
          }}
        >
          {t('opinion.open')}
        </Button>
      ) : null}
      <ErrorNote error={open.error} />
    </section>
  );
}
