import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { InspectionList } from '@thidua/contract';
import { useAct, useRead } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { EmptyState } from '../../../pieces/empty-state';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import { TextLine } from '../people/fields';
import type { MovementTabProps } from '../tab-props';
import { UnitTable } from './unit-table';
import './judging.css';

/** Inspections of the movement year by year, with what came of every body. */
export function InspectionsTab({ movement }: MovementTabProps): ReactNode {
  const t = useText();
  const read = useRead('inspections', { params: { id: movement.id } }, { every: 20_000 });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const { inspections, may } = read.data;
  return (
    <>
      {may.open ? <OpenInspection movementId={movement.id} /> : null}
      {inspections.length === 0 ? <EmptyState text={t('movements.judging.noInspections')} /> : null}
      {inspections.map((one) => (
        <Inspection key={one.workId} one={one} mayOpen={may.open} />
      ))}
    </>
  );
}

function Inspection({ one, mayOpen }: { readonly one: InspectionList['inspections'][number]; readonly mayOpen: boolean }): ReactNode {
  const t = useText();
  const name = t('movements.judging.inspectionOf', { year: one.year });
  return (
    <section className="section" aria-label={name}>
      <h2>
        {mayOpen ? (
          <Link to="/phong-trao/viec/$id" params={{ id: one.workId }}>
            {`${name} · ${one.code}`}
          </Link>
        ) : (
          name
        )}{' '}
        <span className="tag tag-grey">{t(`movements.status.${one.status}`)}</span>
      </h2>
      {one.units.length === 0 ? <p className="muted">{t('movements.judging.noUnitsYet')}</p> : <UnitTable units={one.units} />}
    </section>
  );
}

function OpenInspection({ movementId }: { readonly movementId: string }): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const open = useAct('openInspection');
  const [year, setYear] = useState('');
  return (
    <div className="judge-bar">
      <TextLine id="inspection-year" label={t('movements.judging.year')} value={year} max={4} onChange={setYear} />
      <Button
        type="primary"
        loading={open.isPending}
        disabled={!/^20\d\d$/.test(year)}
        onClick={() => {
          open.mutate(
            { params: { id: movementId }, body: { year: Number(year), dueOn: null } },
            {
              onSuccess: ({ workId }) => {
                void navigate({ to: '/phong-trao/viec/$id', params: { id: workId } });
              },
            },
          );
        }}
      >
        {t('movements.judging.openInspection')}
      </Button>
      <ErrorNote error={open.error} />
    </div>
  );
}
