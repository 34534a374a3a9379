import type { ReactNode } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAct, useRead } from '../../../api/queries';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import type { MovementTabProps } from '../tab-props';
import { ChangesTable } from './changes-table';

/** Readings of the plan: as it was launched, and what each issued amendment changed. */
export function VersionsTab({ movement }: MovementTabProps): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const draft = useAct('newPlanDraft');
  const read = useRead('movementVersions', { params: { id: movement.id } });
  const under = useRead('movementWorks', { params: { id: movement.id }, query: { kind: 'amendment', status: 'open' } });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  return (
    <>
      {under.data?.works.map((work) => (
        <div className="note note-blue" key={work.id}>
          <div>
            {t('movements.lifecycle.amendmentUnderWay')}{' '}
            <Link to="/phong-trao/viec/$id" params={{ id: work.id }}>
              {work.code}
            </Link>
          </div>
        </div>
      ))}
      {movement.may.run && movement.state === 'in-force' && under.data?.works.length === 0 ? (
        <p>
          <Button
            loading={draft.isPending}
            onClick={() => {
              draft.mutate(
                { body: { orgId: movement.orgId, kind: 'amendment', movementId: movement.id } },
                {
                  onSuccess: ({ id }) => {
                    void navigate({ to: '/phong-trao/du-thao/$id', params: { id } });
                  },
                },
              );
            }}
          >
            {t('movements.lifecycle.draftAmendment')}
          </Button>
        </p>
      ) : null}
      <ErrorNote error={draft.error} />
      {read.data.versions.length <= 1 ? <p>{t('movements.lifecycle.neverAmended')}</p> : null}
      {read.data.versions.map((one) => (
        <section className="section" key={one.version} aria-label={t('movements.lifecycle.version', { version: one.version })}>
          <h2>
            {t('movements.lifecycle.version', { version: one.version })} · {dayText(one.at)}
          </h2>
          {one.number === null ? null : <p>{t('movements.lifecycle.byPaper', { number: one.number })}</p>}
          {one.reason === null ? null : <p className="prose">{one.reason}</p>}
          {one.changes.length === 0 ? (
            <p className="muted">{t('movements.lifecycle.asLaunched')}</p>
          ) : (
            <ChangesTable changes={one.changes} />
          )}
        </section>
      ))}
    </>
  );
}
