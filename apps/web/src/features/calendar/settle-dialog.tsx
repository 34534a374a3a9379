import { useState, type ReactNode } from 'react';
import { Button, Checkbox } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { CalendarView } from '@thidua/contract';
import { call } from '../../api/client';
import { useAct } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PlanPreview } from './plan-preview';

export type LocalDay = CalendarView['local'][number];

interface Props {
  readonly act: 'approve' | 'withdraw';
  /** With the other halves of their pairs. */
  readonly days: readonly LocalDay[];
  readonly onClose: () => void;
}

/** Approving or withdrawing days: first what would move, then the act with exactly that. */
export function SettleDialog({ act, days, onClose }: Props): ReactNode {
  const t = useText();
  const ids = days.map((day) => day.id);
  const change = { approve: act === 'approve' ? ids : [], withdraw: act === 'withdraw' ? ids : [] };
  const preview = useQuery({
    queryKey: ['previewCalendarPlan', act, ids],
    queryFn: () => call('previewCalendarPlan', { body: { days: [], pairs: [], ...change } }),
    gcTime: 0,
  });
  const settle = useAct('settleCalendarDays');
  const [moveDueDays, setMove] = useState(true);
  const seen = preview.data;
  const moves = seen !== undefined && seen.moved.length > 0;
  return (
    <Dialog
      title={t(`days.${act}Title`, { count: days.length })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button
            type="primary"
            danger={act === 'withdraw'}
            disabled={seen === undefined || preview.isFetching}
            loading={settle.isPending}
            onClick={() => {
              settle.mutate(
                { body: { ...change, fingerprint: seen?.fingerprint ?? '', moveDueDays: moves && moveDueDays } },
                { onSuccess: onClose },
              );
            }}
          >
            {t(`days.${act}Do`, { count: days.length })}
          </Button>
        </>
      }
    >
      <ul>
        {days.map((day) => (
          <li key={day.id}>
            {dayText(day.date)} · {t(`calendar.kind.${day.kind}`)} · {day.name} ({day.orgName ?? t('calendar.wholeProvince')}),{' '}
            {day.citation}
          </li>
        ))}
      </ul>
      <h3>{t('days.whatMoves')}</h3>
      <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />
      {seen === undefined ? preview.error === null ? <Loading /> : null : <PlanPreview preview={seen} />}
      {moves ? (
        <Checkbox
          checked={moveDueDays}
          onChange={(event) => {
            setMove(event.target.checked);
          }}
        >
          {t('days.moveNow', { count: seen.moved.length })}
        </Checkbox>
      ) : null}
      <ErrorNote
        error={settle.error}
        {...(settle.isError
          ? {
              onRetry: () =>
                void preview.refetch().then(() => {
                  settle.reset();
                }),
            }
          : {})}
      />
    </Dialog>
  );
}
