import { useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAct, useRead } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { EmptyState } from '../../../pieces/empty-state';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import type { MovementTabProps } from '../tab-props';
import { WorkTable } from '../works-tab';
import { useYear } from './use-year';
import { ChoiceLine, TextLine } from './fields';

const OCCASIONS = ['annual', 'interim', 'final', 'ad-hoc'] as const;

/** Conferences of sơ kết and tổng kết. */
export function ConferencesTab({ movement }: MovementTabProps): ReactNode {
  const t = useText();
  const works = useRead('movementWorks', { params: { id: movement.id }, query: { kind: 'conference' } });
  if (works.data === undefined) {
    return works.error === null ? <Loading /> : <ErrorNote error={works.error} onRetry={() => void works.refetch()} />;
  }
  return (
    <>
      {works.data.works.length === 0 ? <EmptyState text={t('movements.people.noConferences')} /> : <WorkTable works={works.data.works} />}
      {movement.may.run && movement.state === 'in-force' ? <OpenForm movementId={movement.id} movementName={movement.name} /> : null}
    </>
  );
}

function OpenForm({ movementId, movementName }: { readonly movementId: string; readonly movementName: string }): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const open = useAct('openConference');
  const [occasion, setOccasion] = useState<(typeof OCCASIONS)[number]>('interim');
  const [year, setYear] = useState(useYear());
  const [title, setTitle] = useState<string | null>(null);
  const usual = t(`movements.people.usualTitle.${occasion}`, { name: movementName, year });
  return (
    <section className="section" aria-label={t('movements.people.openConference')}>
      <h2>{t('movements.people.openConference')}</h2>
      <div className="people-form">
        <ChoiceLine
          id="conference-occasion"
          label={t('movements.people.occasion')}
          value={occasion}
          onChange={(value) => {
            setOccasion(OCCASIONS.find((one) => one === value) ?? 'interim');
          }}
          options={OCCASIONS.map((value) => ({ value, label: t(`movements.people.occasionOf.${value}`) }))}
        />
        <TextLine
          id="conference-year"
          label={t('movements.people.year')}
          value={year}
          max={4}
          onChange={(value) => {
            setYear(value.replace(/\D/g, ''));
          }}
        />
        <TextLine id="conference-title" label={t('movements.people.conferenceTitle')} value={title ?? usual} onChange={setTitle} rows={2} />
      </div>
      <div className="people-bar">
        <Button
          type="primary"
          disabled={(title ?? usual).trim().length < 5 || !/^20\d\d$/.test(year)}
          loading={open.isPending}
          onClick={() => {
            open.mutate(
              { params: { id: movementId }, body: { title: title ?? usual, occasion, year: Number(year) } },
              {
                onSuccess: ({ id }) => {
                  void navigate({ to: '/phong-trao/viec/$id', params: { id } });
                },
              },
            );
          }}
        >
          {t('movements.people.openConference')}
        </Button>
      </div>
      <ErrorNote error={open.error} />
    </section>
  );
}
