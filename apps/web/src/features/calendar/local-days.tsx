import { useState, type ReactNode } from 'react';
import { Button, Checkbox } from 'antd';
import type { CalendarView } from '@thidua/contract';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { SettleDialog, type LocalDay } from './settle-dialog';

interface Settling {
  readonly act: 'approve' | 'withdraw';
  readonly ids: readonly string[];
}

/** Ngày của địa phương: days a province or an office has set over the published table, several approved at once. */
export function LocalDays({ view }: { readonly view: CalendarView }): ReactNode {
  const t = useText();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [settling, setSettling] = useState<Settling | null>(null);
  const mayApprove = view.local.filter((day) => day.mayApprove);
  const chosen = ticked.filter((id) => mayApprove.some((day) => day.id === id));
  return (
    <section className="section" aria-label={t('calendar.local')}>
      <h2>{t('calendar.local')}</h2>
      {view.local.length === 0 ? (
        <EmptyState text={t('calendar.noLocal')} />
      ) : (
        // Without buttons in it, only a stop of its own lets the keyboard scroll the table.
        <div className="table-scroll" {...(view.mayEdit ? {} : { tabIndex: 0, role: 'group', 'aria-label': t('calendar.local') })}>
          <table className="data">
            <thead>
              <tr>
                {mayApprove.length === 0 ? null : <th scope="col">{t('days.choose')}</th>}
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
                <Row
                  key={day.id}
                  day={day}
                  mayEdit={view.mayEdit}
                  mayTick={mayApprove.length > 0}
                  ticked={chosen.includes(day.id)}
                  onTick={(on) => {
                    setTicked(on ? [...chosen, day.id] : chosen.filter((id) => id !== day.id));
                  }}
                  onSettle={(act) => {
                    setSettling({ act, ids: [day.id] });
                  }}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayApprove.length === 0 ? null : (
        <div className="bar-buttons">
          <Button
            size="small"
            onClick={() => {
              setTicked(mayApprove.map((day) => day.id));
            }}
          >
            {t('days.chooseAll', { count: mayApprove.length })}
          </Button>
          <Button
            type="primary"
            disabled={chosen.length === 0}
            onClick={() => {
              setSettling({ act: 'approve', ids: chosen });
            }}
          >
            {t('days.approveChosen', { count: chosen.length })}
          </Button>
        </div>
      )}
      {settling === null ? null : (
        <SettleDialog
          act={settling.act}
          days={withHalves(view.local, settling.ids)}
          onClose={() => {
            setSettling(null);
          }}
        />
      )}
    </section>
  );
}

/** Both halves of a swap go together. */
function withHalves(days: readonly LocalDay[], ids: readonly string[]): readonly LocalDay[] {
  const named = days.filter((day) => ids.includes(day.id));
  return days.filter((day) => named.includes(day) || named.some((one) => one.pairDate === day.date && day.pairDate === one.date));
}

interface RowProps {
  readonly day: LocalDay;
  readonly mayEdit: boolean;
  /** Some day of the table may be approved by the reader. */
  readonly mayTick: boolean;
  readonly ticked: boolean;
  readonly onTick: (on: boolean) => void;
  readonly onSettle: (act: Settling['act']) => void;
}

function Row({ day, mayEdit, mayTick, ticked, onTick, onSettle }: RowProps): ReactNode {
  const t = useText();
  const name = dayText(day.date);
  return (
    <tr>
      {mayTick ? (
        <td>
          {day.mayApprove ? (
            <Checkbox
              checked={ticked}
              aria-label={t('days.chooseDay', { day: name })}
              onChange={(event) => {
                onTick(event.target.checked);
              }}
            />
          ) : null}
        </td>
      ) : null}
      <th scope="row" className="nowrap">
        {name}
        {day.pairDate === null ? null : <div className="small muted">{t('days.pairWith', { day: dayText(day.pairDate) })}</div>}
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
                aria-label={t('days.approveDay', { day: name })}
                onClick={() => {
                  onSettle('approve');
                }}
              >
                {t('calendar.approve')}
              </Button>
            ) : null}
            <Button
              size="small"
              danger
              aria-label={t('days.withdrawDay', { day: name })}
              onClick={() => {
                onSettle('withdraw');
              }}
            >
              {t('calendar.withdraw')}
            </Button>
          </div>
        </td>
      ) : null}
    </tr>
  );
}
