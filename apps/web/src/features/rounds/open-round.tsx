import { useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, InputNumber, Select } from 'antd';
import type { PositionView } from '@thidua/contract';
import { useAct, useRead, useSession } from '../../api/queries';
import { DayField } from '../../forms/day-field';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';

const OCCASIONS = ['annual', 'interim', 'final', 'ad-hoc', 'unspecified'] as const;

/** Mở đợt xét: for which movement and occasion, and until when hồ sơ are received. */
export function OpenRound({
  positions,
  onClose,
}: {
  readonly positions: readonly PositionView[];
  readonly onClose: () => void;
}): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const session = useSession();
  const movements = useRead('movements');
  const open = useAct('openRound');
  const thisYear = Number(dayText(session.data?.clock.now ?? new Date().toISOString()).slice(-4));
  const [orgId, setOrgId] = useState(positions[0]?.orgId ?? '');
  const [movementId, setMovement] = useState<string | undefined>(undefined);
  const [occasion, setOccasion] = useState<(typeof OCCASIONS)[number]>('annual');
  const [year, setYear] = useState(thisYear);
  const [title, setTitle] = useState('');
  const [closesAt, setClosesAt] = useState('');
  const complete = title.trim().length >= 5 && closesAt !== '' && orgId !== '';
  return (
    <Dialog
      title={t('rounds.open')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button
            type="primary"
            disabled={!complete}
            loading={open.isPending}
            onClick={() => {
              open.mutate(
                { body: { orgId, occasion, year, title: title.trim(), closesAt, ...(movementId === undefined ? {} : { movementId }) } },
                { onSuccess: (answer) => void navigate({ to: '/dot-xet/$id', params: { id: answer.roundId } }) },
              );
            }}
          >
            {t('rounds.open')}
          </Button>
        </>
      }
    >
      <div className="task-form">
        {positions.length < 2 ? null : (
          <div className="field">
            <label className="field-label" htmlFor="round-org">
              {t('rounds.body')}
            </label>
            <Select
              id="round-org"
              value={orgId}
              options={positions.map((position) => ({ value: position.orgId, label: position.orgName }))}
              onChange={setOrgId}
            />
          </div>
        )}
        <div className="field">
          <label className="field-label" htmlFor="round-movement">
            {t('rounds.movement')}
          </label>
          <Select
            id="round-movement"
            allowClear
            value={movementId}
            placeholder={t('wizard.noMovement')}
            options={(movements.data?.movements ?? []).map((movement) => ({ value: movement.id, label: movement.name }))}
            onChange={setMovement}
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor="round-occasion">
            {t('wizard.occasion')}
          </label>
          <Select
            id="round-occasion"
            value={occasion}
            options={OCCASIONS.map((value) => ({ value, label: t(`occasion.${value}`) }))}
            onChange={setOccasion}
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor="round-year">
            {t('wizard.year')}
          </label>
          <InputNumber
            id="round-year"
            min={2024}
            max={2100}
            value={year}
            onChange={(next) => {
              setYear(next ?? thisYear);
            }}
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor="round-title">
            {t('rounds.name')}
          </label>
          <Input
            id="round-title"
            maxLength={300}
            value={title}
            onChange={(event) => {
              setTitle(event.target.value);
            }}
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor="round-closes">
            {t('rounds.closesAt')}
          </label>
          <DayField
            id="round-closes"
            withTime
            disabled={false}
            value={closesAt}
            onChange={(next) => {
              setClosesAt(typeof next === 'string' ? next : '');
            }}
          />
        </div>
        <ErrorNote error={open.error} />
      </div>
    </Dialog>
  );
}
