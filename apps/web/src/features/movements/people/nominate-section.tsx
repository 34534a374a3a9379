import { useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ModelView } from '@thidua/contract';
import { useAct, useRead } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { ChoiceLine } from './fields';

const OCCASIONS = ['annual', 'interim', 'final', 'unspecified'] as const;
type Occasion = (typeof OCCASIONS)[number];

/** One click from the model to a hồ sơ of its unit: only what the plan's menu offers can be chosen. */
export function NominateSection({ model }: { readonly model: ModelView }): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const nominate = useAct('nominateModel');
  const [occasion, setOccasion] = useState<Occasion>('annual');
  const [award, setAward] = useState('');
  const year = Number((model.decidedOn ?? '').slice(0, 4));
  const menu = useRead('intakeMenu', { query: { orgId: model.orgId, movementId: model.movementId, occasion, year } });
  const offered = menu.data?.awards.filter((one) => one.refusal === null && one.kinds.includes(model.kind)) ?? [];
  return (
    <section className="section" aria-label={t('movements.people.nominate')}>
      <h2>{t('movements.people.nominate')}</h2>
      <div className="people-form">
        <ChoiceLine
          id="nominate-occasion"
          label={t('movements.people.occasion')}
          value={occasion}
          onChange={(value) => {
            setOccasion(OCCASIONS.find((one) => one === value) ?? 'annual');
            setAward('');
          }}
          options={OCCASIONS.map((value) => ({ value, label: t(`movements.people.occasionOf.${value}`) }))}
        />
        <ChoiceLine
          id="nominate-award"
          label={t('movements.people.award')}
          value={award}
          onChange={setAward}
          none={t(offered.length === 0 && menu.data !== undefined ? 'movements.people.noAward' : 'movements.people.chooseAward')}
          options={offered.map((one) => ({ value: one.code, label: one.name }))}
        />
      </div>
      <div className="people-bar">
        <Button
          type="primary"
          disabled={award === ''}
          loading={nominate.isPending}
          onClick={() => {
            nominate.mutate(
              { params: { id: model.id }, body: { occasion, year, award } },
              {
                onSuccess: ({ dossierId }) => {
                  void navigate({ to: '/ho-so/$id', params: { id: dossierId } });
                },
              },
            );
          }}
        >
          {t('movements.people.nominateGo')}
        </Button>
      </div>
      <ErrorNote error={menu.error ?? nominate.error} />
    </section>
  );
}
