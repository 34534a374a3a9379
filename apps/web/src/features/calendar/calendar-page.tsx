import { useMemo, useState, type ReactNode } from 'react';
import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CalendarView } from '@thidua/contract';
import { useRead, useSession } from '../../api/queries';
import { dayText, weekdayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { DueDays } from './due-days';
import { LocalDays } from './local-days';
import { datesOf, marksOf, type PlanItem } from './plan';
import { PlanPanel } from './plan-panel';
import { YearGrid } from './year-grid';
import './calendar.css';
import '../money/funds.css';

/** Lịch ngày làm việc: the published tables with their marks, the province's own days, and what a change would move. */
export default function CalendarPage(): ReactNode {
  const t = useText();
  const session = useSession();
  const calendar = useRead('workingCalendar');
  const [chosen, setChosen] = useState<number | null>(null);
  const [days, setDays] = useState<ReadonlySet<string>>(new Set());
  const [items, setItems] = useState<readonly PlanItem[]>([]);
  const view = calendar.data;
  const marks = useMemo(() => (view === undefined ? new Map<string, never>() : marksOf(view, items)), [view, items]);
  const today = (session.data?.clock.now ?? '').slice(0, 10);
  const thisYear = Number(today.slice(0, 4));
  const year = view?.years.find((one) => one.year === (chosen ?? thisYear)) ?? view?.years[0];
  const toggle = (date: string): void => {
    setDays((before) => {
      const next = new Set(before);
      if (!next.delete(date)) {
        next.add(date);
      }
      return next;
    });
  };
  return (
    <div className="page">
      <PageHead title={t('calendar.title')} line={t('calendar.line')} />
      <ErrorNote error={calendar.error} onRetry={() => void calendar.refetch()} />
      {view === undefined ? (
        calendar.error === null ? (
          <Loading />
        ) : null
      ) : (
        <>
          <Notices notices={view.notices} />
          <section className="section" aria-label={t('calendar.table')}>
            <h2>{t('calendar.table')}</h2>
            <div className="year-tabs" role="group" aria-label={t('calendar.years')}>
              {view.years.map((one) => (
                <Button
                  key={one.year}
                  size="small"
                  type={one.year === year?.year ? 'primary' : 'default'}
                  aria-pressed={one.year === year?.year}
                  onClick={() => {
                    setChosen(one.year);
                  }}
                >
                  {one.year}
                </Button>
              ))}
            </div>
            {year === undefined ? null : (
              <YearGrid year={year.year} today={today} marks={marks} {...(view.mayEdit ? { chosen: days, onToggle: toggle } : {})} />
            )}
            <p className="why">{t('calendar.weekends')}</p>
            {view.mayEdit ? <p className="why">{t('days.yearsAreFiles')}</p> : null}
            {year === undefined ? null : (
              <details>
                <summary>{t('days.list', { year: year.year, count: year.days.length })}</summary>
                <YearTable year={year} />
              </details>
            )}
          </section>
          {view.mayEdit ? (
            <PlanPanel
              items={items}
              onItems={(next) => {
                setItems(next);
                const [first] = next.flatMap(datesOf).toSorted();
                if (first !== undefined && next.length > items.length) {
                  setChosen(Number(first.slice(0, 4)));
                }
              }}
              chosen={days}
              onToggle={toggle}
              onClear={() => {
                setDays(new Set());
              }}
            />
          ) : null}
          <LocalDays view={view} />
          {view.mayEdit ? <DueDays /> : null}
        </>
      )}
    </div>
  );
}

function Notices({ notices }: { readonly notices: CalendarView['notices'] }): ReactNode {
  const t = useText();
  return notices.map((notice) => (
    <div
      key={`${notice.kind}/${String(notice.year)}`}
      className={`note ${notice.kind === 'year-missing' ? 'note-red' : 'note-amber'}`}
      role="status"
    >
      <WarningOutlined aria-hidden />
      <div>{t(`calendar.notice.${notice.kind}`, { year: notice.year, days: notice.days })}</div>
    </div>
  ));
}

function YearTable({ year }: { readonly year: CalendarView['years'][number] }): ReactNode {
  const t = useText();
  const { i18n } = useTranslation();
  return (
    <div className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            {['date', 'kind', 'name', 'citation', 'state'].map((name) => (
              <th key={name} scope="col">
                {t(`calendar.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {year.days.map((day) => (
            <tr key={day.date}>
              <th scope="row" className="nowrap">
                {weekdayText(`${day.date}T12:00:00+07:00`, i18n.language)} {dayText(day.date)}
              </th>
              <td>{t(`calendar.kind.${day.kind}`)}</td>
              <td>
                {day.name}
                {day.note === null ? null : <div className="small muted">{day.note}</div>}
              </td>
              <td className="small">{day.citation}</td>
              <td>
                <span className={`tag tag-${day.confirmed ? 'calm' : 'amber'}`}>
                  {t(day.confirmed ? 'calendar.confirmed' : 'unconfirmed.short')}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
