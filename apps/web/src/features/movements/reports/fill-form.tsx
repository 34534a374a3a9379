import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { IndicatorView, ReportFigure, ReportTexts, ReportView } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { dayText, timeText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { UploadField } from '../../../pieces/upload-field';
import { FigureField } from './figure-fields';
import { withEntry } from './figure-words';
import { TextFields } from './text-fields';

type Figures = Readonly<Record<string, ReportFigure>>;

/** A unit's report: figures first, then words or the unit's own file. Half of it may be kept; sending asks for the whole. */
export function FillForm({ report, onReload }: { readonly report: ReportView; readonly onReload: () => void }): ReactNode {
  const t = useText();
  const save = useAct('saveReport');
  const [figures, setFigures] = useState<Figures>(report.figures);
  const [texts, setTexts] = useState<ReportTexts>(report.texts);
  const [ownFile, setOwnFile] = useState(report.ownFile);
  const [touched, setTouched] = useState(false);
  const set = (indicator: IndicatorView, figure: ReportFigure | undefined): void => {
    setTouched(true);
    setFigures(withEntry(figures, indicator.id, figure));
  };
  const faults = new Map(report.problems.map((problem) => [problem.indicator, problem.fault]));
  return (
    <section className="section" aria-label={t('movements.reports.fill')}>
      <h2>{t('movements.reports.fill')}</h2>
      <p className="muted">
        {report.dueOn === null
          ? t('movements.reports.askedNoDay', { org: report.askedByName })
          : t('movements.reports.askedBy', { org: report.askedByName, day: dayText(report.dueOn) })}
      </p>
      <h3>{t('movements.reports.figures')}</h3>
      {report.indicators.map((indicator) => (
        <div className="field" key={indicator.id}>
          <label className="field-label" htmlFor={`figure-${indicator.id}`}>
            {indicator.name}
            {indicator.required ? <span className="required"> *</span> : null}
          </label>
          <FigureField
            indicator={indicator}
            figure={figures[indicator.id]}
            onChange={(figure) => {
              set(indicator, figure);
            }}
          />
          {indicator.target === null ? null : <p className="help">{t('movements.reports.target', { target: indicator.target })}</p>}
          {touched || faults.get(indicator.id) === undefined || faults.get(indicator.id) === 'required' ? null : (
            <p className="field-error">{t(`movements.reports.fault.${faults.get(indicator.id) ?? ''}`)}</p>
          )}
        </div>
      ))}
      <h3>{t('movements.reports.words')}</h3>
      <label className="report-check">
        <input
          type="checkbox"
          checked={ownFile}
          onChange={(event) => {
            setTouched(true);
            setOwnFile(event.target.checked);
          }}
        />{' '}
        {t('movements.reports.ownFile')}
      </label>
      {ownFile ? (
        <OwnFile report={report} />
      ) : (
        <TextFields
          texts={texts}
          onChange={(next) => {
            setTouched(true);
            setTexts(next);
          }}
        />
      )}
      <div className="report-foot">
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() => {
            const body = { version: report.version, figures: { ...figures }, texts, ownFile };
            save.mutate(
              { params: { id: report.id }, body },
              {
                onSuccess: () => {
                  setTouched(false);
                  onReload();
                },
              },
            );
          }}
        >
          {t('movements.reports.save')}
        </Button>
        <span className="small muted" role="status">
          {touched
            ? t('movements.reports.unsaved')
            : report.savedAt === null
              ? ''
              : t('movements.reports.savedAt', { at: timeText(report.savedAt) })}
        </span>
      </div>
      <ErrorNote error={save.error} />
      <p className="help">{t('movements.reports.thenFinish')}</p>
    </section>
  );
}

function OwnFile({ report }: { readonly report: ReportView }): ReactNode {
  const t = useText();
  const [number, setNumber] = useState('');
  const [date, setDate] = useState('');
  return (
    <>
      <div className="report-file">
        <div className="field">
          <label className="field-label" htmlFor="file-number">
            {t('movements.reports.fileNumber')}
          </label>
          <input
            id="file-number"
            className="form-input"
            maxLength={40}
            value={number}
            onChange={(event) => {
              setNumber(event.target.value);
            }}
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor="file-date">
            {t('movements.reports.fileDate')}
          </label>
          <input
            id="file-date"
            type="date"
            className="form-input"
            value={date}
            onChange={(event) => {
              setDate(event.target.value);
            }}
          />
        </div>
      </div>
      <UploadField
        id="report-file"
        label={t('movements.reports.file')}
        rule="dossier-part"
        route="useReportFile"
        input={{ params: { id: report.id }, query: { ...(number === '' ? {} : { number }), ...(date === '' ? {} : { date }) } }}
      />
      {report.file === null ? null : (
        <p>{t('movements.reports.fileThere', { title: report.file.title, number: report.file.numberText ?? '–' })}</p>
      )}
    </>
  );
}
