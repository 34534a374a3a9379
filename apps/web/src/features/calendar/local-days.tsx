import type { ReactNode } from 'react';
import { Button } from 'antd';
import type { CalendarView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { DayForm } from './day-form';

/** Ngày của địa phương: days a province or an office has set over the published table. */
export function LocalDays({ view }: { readonly view: CalendarView }): ReactNode {
  const t = useText();
  return (
    <section className="section" aria-label={t('calendar.local')}>
      <h2>{t('calendar.local')}</h2>
      {view.local.length === 0 ? (
        <EmptyState text={t('calendar.noLocal')} />
      ) : (
        <div className="table-scroll">
          <table className="data">
            <thead>
              <tr>
                {['date', 'kind', 'name', 'citation', 'state'].map((name) => (
                  <th key={name} scope="col">
                    {t(`calendar.column.${name}`)}
                  </th>
                ))}
                {view.mayEdit ? <th scope="col">{t('calendar.column.act')}</th> : null}
              </tr>
            </thead>
            <tbody>
              {view.local.map((day) => (
                <LocalDay key={day.id} day={day} mayEdit={view.mayEdit} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {view.mayEdit ? <DayForm /> : null}
    </section>
  );
}

function LocalDay({ day, mayEdit }: { readonly day: CalendarView['local'][number]; readonly mayEdit: boolean }): ReactNode {
  const t = useText();
  const approve = useAct('approveCalendarDay');
  const withdraw = useAct('withdrawCalendarDay');
  return (
    <tr>
      <th scope="row" className="nowrap">
        {dayText(day.date)}
      </th>
      <td>
        {t(`calendar.kind.${day.kind}`)}
        {day.closesAt === null ? '' : ` (${t('calendar.until', { hour: day.closesAt })})`}
      </td>
      <td>
        {day.name}
        <div className="small muted">{day.orgName ?? t('calendar.wholeProvince')}</div>
      </td>
      <td className="small">{day.citation}</td>
      <td className="small">
        {day.status === 'in-force'
          ? t('calendar.approvedBy', { by: day.approvedBy ?? '', proposer: day.proposedBy })
          : t('calendar.proposedBy', { by: day.proposedBy })}
      </td>
      {mayEdit ? (
        <td>
          <div className="bar-buttons">
            {day.mayApprove ? (
              <Button
                size="small"
                type="primary"
                loading={approve.isPending}
                onClick={() => {
                  approve.mutate({ params: { id: day.id } });
                }}
              >
                {t('calendar.approve')}
              </Button>
            ) : null}
            <Button
              size="small"
              danger
              loading={withdraw.isPending}
              onClick={() => {
                withdraw.mutate({ params: { id: day.id } });
              }}
            >
              {t('calendar.withdraw')}
            </Button>
          </div>
          <ErrorNote error={approve.error ?? withdraw.error} />
        </td>
      ) : null}
    </tr>
  );
}
