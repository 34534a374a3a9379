import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { PackSummary } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { DayField } from '../../forms/day-field';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { UploadField } from '../../pieces/upload-field';
import { LawProblems } from './law-problems';
import { isWhole, NO_PAPER, paperBody, PaperForm } from './paper-form';

const TONES = { same: 'grey', changed: 'amber', added: 'calm', wrong: 'red' } as const;

/** A table read back: a verdict for every line first; then all changed lines as one proposal, or none. */
export function SheetImport({ pack, today }: { readonly pack: PackSummary; readonly today: string }): ReactNode {
  const t = useText();
  const preview = useAct('readSheet');
  const propose = useAct('proposeSheet');
  const [sheet, setSheet] = useState('');
  const [from, setFrom] = useState(today);
  const [paper, setPaper] = useState(NO_PAPER);
  const read = (sheetSha256: string, day: string): void => {
    propose.reset();
    preview.mutate({ params: { pack: pack.id }, body: { sheetSha256, from: day } });
  };
  const shown = preview.data;
  const told = shown?.rows.filter((row) => row.verdict !== 'same') ?? [];
  const ready = shown?.counts.wrong === 0 && told.length > 0 && isWhole(paper);
  return (
    <details className="law-import">
      <summary>{t('law.import.title')}</summary>
      <p className="why">{t('law.import.line', { title: pack.title })}</p>
      <div className="law-paper">
        <UploadField
          id="law-sheet"
          label={t('law.import.file')}
          rule="law-file"
          kinds={['xlsx']}
          route="uploadLawFile"
          input={{}}
          onDone={({ sha256 }) => {
            setSheet(sha256);
            read(sha256, from);
          }}
          quiet
        />
        <div className="field">
          <label className="field-label" htmlFor="law-sheet-from">
            {t('law.from')}
          </label>
          <DayField
            id="law-sheet-from"
            value={from}
            withTime={false}
            disabled={false}
            onChange={(value) => {
              const day = typeof value === 'string' ? value : today;
              setFrom(day);
              if (sheet !== '') {
                read(sheet, day);
              }
            }}
          />
        </div>
      </div>
      <ErrorNote error={preview.error} />
      {shown === undefined ? null : (
        <>
          <p role="status">{t('law.import.counts', { ...shown.counts, untouched: shown.untouched })}</p>
          {told.length === 0 ? null : (
            <div className="table-scroll law-changes">
              <table className="data">
                <tbody>
                  {told.map((row) => (
                    <tr key={`${row.sheet}/${String(row.line)}`}>
                      <th scope="row" className="nowrap">
                        {row.rowId === '' ? '–' : row.rowId}
                      </th>
                      <td className="nowrap">{t('law.import.place', { sheet: row.sheet, line: row.line })}</td>
                      <td>
                        <span className={`tag tag-${TONES[row.verdict]}`}>{t(`law.import.verdict.${row.verdict}`)}</span>
                      </td>
                      <td className="small">{row.problems.join('; ')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {shown.counts.wrong > 0 ? <p className="why">{t('law.import.mendFirst')}</p> : null}
          {shown.counts.wrong === 0 && told.length > 0 ? (
            <>
              <h3>{t('law.byPaper')}</h3>
              <PaperForm paper={paper} onChange={setPaper} />
              <Button
                type="primary"
                disabled={!ready}
                loading={propose.isPending}
                onClick={() => {
                  propose.mutate(
                    { params: { pack: pack.id }, body: { ...paperBody(paper), sheetSha256: sheet, from } },
                    {
                      onSuccess: () => {
                        preview.reset();
                        setSheet('');
                        setPaper(NO_PAPER);
                      },
                    },
                  );
                }}
              >
                {t('law.proposeLocal')}
              </Button>
              <p className="help">{ready ? t('law.secondPerson') : t('law.paperForm.missing')}</p>
            </>
          ) : null}
          <ErrorNote error={propose.error} />
          <LawProblems error={propose.error} />
        </>
      )}
    </details>
  );
}
