import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from 'antd';
import type { ReportView } from '@thidua/contract';
import { useRead } from '../../../api/queries';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import { PaperList } from '../../../pieces/paper-list';
import type { WorkPanelProps } from '../panel-props';
import { FillForm } from './fill-form';
import { FiguresShown } from './figures-shown';
import { PunctualityTag } from './punctuality-tag';
import { ReportLines } from './report-lines';
import { RulingDialog } from './ruling-dialog';
import { TextsShown } from './text-fields';
import './reports.css';

/** A report: its body fills it in, whoever asked for it reads it. */
export function ReportPanel({ work }: WorkPanelProps): ReactNode {
  return <ReportById id={work.id} papers={false} />;
}

/** The same without its work around it: sources of a compiled report, of bodies further below. A compiled one brings the paper it was signed as. */
export function ReportById({ id, papers }: { readonly id: string; readonly papers: boolean }): ReactNode {
  const t = useText();
  const read = useRead('movementReport', { params: { id } });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const report = read.data;
  return (
    <>
      {report.mendReason === null ? null : (
        <div className="note note-amber" role="status">
          <div>
            <strong>{t('movements.reports.mendAsked', { org: report.askedByName })}</strong>
            <div className="prose">{report.mendReason}</div>
          </div>
        </div>
      )}
      {report.may.fill ? <FillForm key={report.id} report={report} /> : <Sent report={report} />}
      {(papers || report.sources.length > 0) && report.papers.length > 0 ? (
        <section className="section">
          <h2>{t('paper.title')}</h2>
          <PaperList papers={report.papers} />
        </section>
      ) : null}
    </>
  );
}

function Sent({ report }: { readonly report: ReportView }): ReactNode {
  const t = useText();
  const [ruling, setRuling] = useState(false);
  const [source, setSource] = useState<string | null>(null);
  return (
    <section className="section report-form" aria-label={t('movements.reports.report')}>
      <h2>{t(`movements.reports.occasionOf.${report.occasion}`, { year: report.year })}</h2>
      <p>
        {report.sentOn === null ? t('movements.reports.notSent') : t('movements.reports.sentOn', { day: dayText(report.sentOn) })}{' '}
        <PunctualityTag punctuality={report.punctuality} />{' '}
        {report.may.rule ? (
          <Button
            size="small"
            onClick={() => {
              setRuling(true);
            }}
          >
            {t('movements.reports.rule')}
          </Button>
        ) : null}
      </p>
      <FiguresShown report={report} />
      {report.ownFile ? <p className="muted">{t('movements.reports.seeFile')}</p> : <TextsShown texts={report.texts} />}
      {report.sources.length === 0 ? null : (
        <>
          <h3>{t('movements.reports.sources')}</h3>
          <ReportLines
            lines={report.sources}
            what={false}
            label={t('movements.reports.sources')}
            onOpen={(line) => {
              setSource(source === line.id ? null : line.id);
            }}
          />
          {source === null ? null : (
            <div className="report-source">
              <ReportById key={source} id={source} papers />
            </div>
          )}
        </>
      )}
      {ruling ? (
        <RulingDialog
          line={report}
          onClose={() => {
            setRuling(false);
          }}
        />
      ) : null}
    </section>
  );
}
