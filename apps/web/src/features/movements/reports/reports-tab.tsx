import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReportCallSummary } from '@thidua/contract';
import { useRead } from '../../../api/queries';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { EmptyState } from '../../../pieces/empty-state';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import type { MovementTabProps } from '../tab-props';
import { CallForm } from './call-form';
import { FormEditor } from './form-editor';
import { ReportLines } from './report-lines';
import './reports.css';

/** Reports of a movement: what my body owes, the calls of my office, what came in, and the form of figures. */
export function ReportsTab({ movement }: MovementTabProps): ReactNode {
  const t = useText();
  const read = useRead('reportCalls', { params: { id: movement.id } }, { every: 20_000 });
  const [calling, setCalling] = useState(false);
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const { calls, mine, received, may } = read.data;
  const nothing = calls.length + mine.length + received.length === 0;
  return (
    <>
      {may.call ? (
        <div className="report-foot">
          <Button
            type="primary"
            aria-expanded={calling}
            onClick={() => {
              setCalling(!calling);
            }}
          >
            {t('movements.reports.call')}
          </Button>
        </div>
      ) : null}
      {calling ? (
        <CallForm
          movement={movement}
          onDone={() => {
            setCalling(false);
          }}
        />
      ) : null}
      {nothing ? <EmptyState text={t('movements.reports.none')} /> : null}
      {mine.length === 0 ? null : (
        <section className="section">
          <h2>{t('movements.reports.mine')}</h2>
          <ReportLines lines={mine} label={t('movements.reports.mine')} names="asker" />
        </section>
      )}
      {calls.length === 0 ? null : (
        <section className="section">
          <h2>{t('movements.reports.calls')}</h2>
          <Calls calls={calls} />
        </section>
      )}
      {received.length === 0 ? null : (
        <section className="section">
          <h2>{t('movements.reports.received')}</h2>
          <ReportLines lines={received} label={t('movements.reports.received')} />
        </section>
      )}
      <FormEditor movementId={movement.id} />
    </>
  );
}

function Calls({ calls }: { readonly calls: readonly ReportCallSummary[] }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data" aria-label={t('movements.reports.calls')}>
        <thead>
          <tr>
            {['what', 'due', 'sentOf', 'late', 'missing', 'state'].map((column) => (
              <th key={column} scope="col">
                {t(`movements.reports.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <tr key={call.id}>
              <th scope="row">
                <Link to="/phong-trao/viec/$id" params={{ id: call.id }}>
                  {t(`movements.reports.occasionOf.${call.occasion}`, { year: call.year })}
                </Link>
              </th>
              <td className="nowrap">{call.dueOn === null ? '' : dayText(call.dueOn)}</td>
              <td>{`${String(call.counts.sent)}/${String(call.counts.asked)}`}</td>
              <td>{call.counts.late === 0 ? '' : <span className="tag tag-amber">{call.counts.late}</span>}</td>
              <td>{call.counts.missing === 0 ? '' : <span className="tag tag-red">{call.counts.missing}</span>}</td>
              <td>{t(`movements.status.${call.status}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
