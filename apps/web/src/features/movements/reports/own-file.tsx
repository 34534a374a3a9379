import { useState, type ReactNode } from 'react';
import type { ReportView } from '@thidua/contract';
import { DayField } from '../../../forms/day-field';
import { useText } from '../../../i18n/use-text';
import { UploadField } from '../../../pieces/upload-field';

/** The unit's own signed report instead of words typed here. */
export function OwnFile({ report }: { readonly report: ReportView }): ReactNode {
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
          <DayField
            id="file-date"
            value={date}
            withTime={false}
            disabled={false}
            onChange={(day) => {
              setDate(typeof day === 'string' ? day : '');
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
