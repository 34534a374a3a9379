import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { CompiledFigureView, ReportCallView, ReportLine } from '@thidua/contract';
import { useRead } from '../../../api/queries';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import { PrintButton } from '../../../pieces/print-button';
import type { WorkPanelProps } from '../panel-props';
import { CompileForm } from './compile-form';
import { ReportById } from './report-panel';
import { ReportLines } from './report-lines';
import { RulingDialog } from './ruling-dialog';
import { TextsShown } from './text-fields';
import './reports.css';

const COUNTS = ['collectives', 'persons', 'households', 'women', 'workers'] as const;

/** A call: who sent, who is late or missing, what it adds up to, the compiled words, where it went. */
export function CallPanel({ work }: WorkPanelProps): ReactNode {
  const read = useRead('reportCall', { params: { id: work.id } }, { every: 20_000 });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  return <Call call={read.data} onReload={() => void read.refetch()} />;
}

function Call({ call, onReload }: { readonly call: ReportCallView; readonly onReload: () => void }): ReactNode {
  const t = useText();
  const [ruled, setRuled] = useState<ReportLine | null>(null);
  const [source, setSource] = useState<string | null>(null);
  const { counts } = call;
  return (
    <>
      <section className="section report-form" aria-label={t('movements.reports.reports')}>
        <h2>{t('movements.reports.reports')}</h2>
        <p role="status" className="report-counts">
          {t('movements.reports.counts', { sent: counts.sent, asked: counts.asked })}{' '}
          {counts.late === 0 ? null : <span className="tag tag-amber">{t('movements.reports.lateCount', { count: counts.late })}</span>}{' '}
          {counts.missing === 0 ? null : (
            <span className="tag tag-red">{t('movements.reports.missingCount', { count: counts.missing })}</span>
          )}
        </p>
        <ReportLines
          lines={call.reports}
          what={false}
          label={t('movements.reports.reports')}
          onOpen={(line) => {
            setSource(source === line.id ? null : line.id);
          }}
          {...(call.may.rule
            ? {
                acts: (line: ReportLine) =>
                  line.dueOn === null ? null : (
                    <Button
                      size="small"
                      onClick={() => {
                        setRuled(line);
                      }}
                    >
                      {t('movements.reports.rule')}
                    </Button>
                  ),
              }
            : {})}
        />
        {source === null ? null : (
          <div className="report-source">
            <ReportById key={source} id={source} papers />
          </div>
        )}
      </section>
      <section className="section report-form" aria-label={t('movements.reports.totals')}>
        <h2>{t('movements.reports.totals')}</h2>
        <Totals figures={call.figures} onOpen={setSource} />
        <PrintButton kind="so-lieu-bao-cao" params={{ callId: call.id }} label={t('movements.reports.workbook')} />
      </section>
      <Commended call={call} />
      {call.may.compile ? (
        <CompileForm key={`${call.id}/${String(call.version)}`} call={call} onReload={onReload} />
      ) : (
        <section className="section report-form" aria-label={t('movements.reports.words')}>
          <h2>{t('movements.reports.words')}</h2>
          <TextsShown texts={call.texts} />
        </section>
      )}
      {call.upward === null ? null : (
        <p className="note note-green" role="status">
          {t('movements.reports.sentUp', {
            org: call.upward.askedByName,
            day: call.upward.sentOn === null ? '' : dayText(call.upward.sentOn),
          })}{' '}
          {t(`movements.reports.state.${call.upward.state}`)}
        </p>
      )}
      {ruled === null ? null : (
        <RulingDialog
          line={ruled}
          onClose={() => {
            setRuled(null);
          }}
        />
      )}
    </>
  );
}

/** Every total with the reports it is made of. */
function Totals({
  figures,
  onOpen,
}: {
  readonly figures: readonly CompiledFigureView[];
  readonly onOpen: (reportId: string) => void;
}): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data" aria-label={t('movements.reports.totals')}>
        <thead>
          <tr>
            {['indicator', 'target', 'total', 'sources'].map((column) => (
              <th key={column} scope="col">
                {t(`movements.reports.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((line) => (
            <tr key={line.indicator.id}>
              <th scope="row">{line.indicator.name}</th>
              <td>{line.indicator.target ?? ''}</td>
              <td>
                <strong>{line.text}</strong>
                {line.adjusted === null ? null : (
                  <div className="small muted">{t('movements.reports.adjusted', { reason: line.adjusted.reason })}</div>
                )}
              </td>
              <td>
                {line.sources.length === 0 ? (
                  <span className="muted">{t('movements.reports.nobody')}</span>
                ) : (
                  <details>
                    <summary>{t('movements.reports.sourceCount', { count: line.sources.length })}</summary>
                    <ul className="plain">
                      {line.sources.map((one) => (
                        <li key={one.reportId}>
                          <button
                            type="button"
                            className="link-button"
                            onClick={() => {
                              onOpen(one.reportId);
                            }}
                          >
                            {one.orgName}
                          </button>
                          : {one.text}
                        </li>
                      ))}
                    </ul>
                  </details>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Awards and models of the movement, counted from their own registers: the report says the same. */
function Commended({ call }: { readonly call: ReportCallView }): ReactNode {
  const t = useText();
  const { awards, models } = call;
  return awards.length === 0 && models.introduced === 0 ? null : (
    <section className="section report-form" aria-label={t('movements.reports.commended')}>
      <h2>{t('movements.reports.commended')}</h2>
      {models.introduced === 0 ? null : <p>{t('movements.reports.models', { ...models })}</p>}
      {awards.length === 0 ? null : (
        <div className="table-scroll">
          <table className="data" aria-label={t('movements.reports.commended')}>
            <thead>
              <tr>
                {['award', 'state', ...COUNTS].map((column) => (
                  <th key={column} scope="col">
                    {t(`movements.reports.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {awards.map((one) => (
                <tr key={`${one.award} ${one.state}`}>
                  <th scope="row">{one.name}</th>
                  <td>{t(`movements.reports.awardState.${one.state}`)}</td>
                  {COUNTS.map((key) => (
                    <td key={key} className="num">
                      {one[key]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
