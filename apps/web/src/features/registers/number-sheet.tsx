import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { NumberSheetLine, NumberSheetView } from '@thidua/contract';
import { addressOf } from '../../api/client';
import { useAct } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { FileField } from '../../pieces/file-field';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Several numbers of the document system at once: the form with what waits, a verdict per line, all or none. */
export function NumberSheet({ orgId }: { readonly orgId: string }): ReactNode {
  const t = useText();
  const read = useAct('readNumberSheet');
  const apply = useAct('applyNumberSheet');
  const [file, setFile] = useState<File | null>(null);
  const shown = read.data;
  return (
    <section className="section" aria-label={t('numberSheet.title')}>
      <h2>{t('numberSheet.title')}</h2>
      <p className="small muted">{t('numberSheet.line')}</p>
      <FileField
        id="number-sheet-file"
        label={t('numberSheet.file')}
        rule="sheet"
        file={file}
        onChange={(chosen) => {
          setFile(chosen);
          read.reset();
          apply.reset();
        }}
      />
      <div className="register-acts">
        <a href={addressOf('numberSheetForm', {}, { orgId })} download>
          {t('numberSheet.form')}
        </a>
        <Button
          disabled={file === null}
          loading={read.isPending}
          onClick={() => {
            apply.reset();
            read.mutate({ query: { orgId }, ...(file === null ? {} : { file }) });
          }}
        >
          {t('numberSheet.check')}
        </Button>
        <Button
          type="primary"
          disabled={shown?.ready !== true || apply.isSuccess}
          loading={apply.isPending}
          onClick={() => {
            apply.mutate({ body: { orgId, rows: rowsOf(shown) } });
          }}
        >
          {shown === undefined ? t('numberSheet.applyNone') : t('numberSheet.apply', { count: shown.lines.length })}
        </Button>
      </div>
      <ErrorNote error={read.error ?? apply.error} />
      {apply.data === undefined ? null : (
        <div className="note note-green" role="status">
          <div>{t('numberSheet.applied', { count: apply.data.numbers.length, tasks: apply.data.tasks })}</div>
        </div>
      )}
      {shown === undefined || apply.isSuccess ? null : <Lines lines={shown.lines} />}
    </section>
  );
}

function rowsOf(view: NumberSheetView | undefined): { paperId: string; number: string; date: string }[] {
  return (view?.lines ?? []).flatMap(({ paperId, number, date }) => (paperId === null || date === null ? [] : [{ paperId, number, date }]));
}

function Lines({ lines }: { readonly lines: readonly NumberSheetLine[] }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll" aria-live="polite">
      <table className="data">
        <thead>
          <tr>
            {['line', 'code', 'title', 'number', 'date', 'verdict'].map((name) => (
              <th key={name} scope="col">
                {t(`numberSheet.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.line}>
              <td className="num">{line.line}</td>
              <td className="nowrap">{line.code}</td>
              <td>{line.title}</td>
              <td className="nowrap">{line.number}</td>
              <td className="nowrap">{line.date !== null && DAY.test(line.date) ? dayText(line.date) : line.date}</td>
              <td>
                <span className={`tag tag-${line.verdict === 'ok' ? 'calm' : 'red'}`}>{t(`numberSheet.verdict.${line.verdict}`)}</span>
                {line.problems.map((one) => (
                  <div key={`${one.column}/${one.code}`} className="small">
                    {t(`numberSheet.problem.${one.code}`, { holder: one.holder ?? '' })}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
