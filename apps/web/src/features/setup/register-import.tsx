import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { RegisterKind, RegisterPreview } from '@thidua/contract';
import { addressOf } from '../../api/client';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { FileField } from '../../pieces/file-field';

const MADE = ['organisations', 'people', 'posts', 'accounts', 'councils', 'delegations'] as const;

/** One register from a table: template, a verdict per line, the whole table or nothing. */
export function RegisterImport({ kind }: { readonly kind: RegisterKind }): ReactNode {
  const t = useText();
  const preview = useAct('previewRegister');
  const apply = useAct('applyRegister');
  const [file, setFile] = useState<File | null>(null);
  const query = { kind };
  const shown = apply.isSuccess ? undefined : preview.data;
  const title = t(`setup.import.${kind}`);
  return (
    <details className="setup-import">
      <summary>{title}</summary>
      <FileField
        id={`import-${kind}`}
        label={t('setup.import.file')}
        rule="sheet"
        file={file}
        onChange={(chosen) => {
          setFile(chosen);
          preview.reset();
          apply.reset();
          if (chosen !== null) {
            preview.mutate({ query, file: chosen });
          }
        }}
      />
      <div className="bar-buttons setup-import-acts">
        <a href={addressOf('registerTemplate', {}, query)} download>
          {t('setup.import.template')}
        </a>
        {apply.isSuccess ? null : (
          <Button
            type="primary"
            disabled={file === null || shown?.mayApply !== true}
            loading={apply.isPending || preview.isPending}
            onClick={() => {
              apply.mutate({ query, ...(file === null ? {} : { file }) });
            }}
          >
            {shown === undefined ? t('setup.import.applyNone') : t('setup.import.apply', { count: shown.counts.new })}
          </Button>
        )}
      </div>
      <ErrorNote error={preview.error ?? apply.error} />
      {apply.data === undefined ? null : (
        <p className="note note-green" role="status">
          {t('setup.import.applied', {
            what: MADE.filter((what) => apply.data.added[what] > 0)
              .map((what) => t(`setup.import.made.${what}`, { count: apply.data.added[what] }))
              .join('; '),
          })}
        </p>
      )}
      {shown === undefined ? null : <Preview preview={shown} />}
    </details>
  );
}

function Preview({ preview: { counts, lines, problems } }: { readonly preview: RegisterPreview }): ReactNode {
  const t = useText();
  return (
    <div aria-live="polite">
      <p>{t('setup.import.counts', { fresh: counts.new, known: counts.known, wrong: counts.wrong })}</p>
      {problems.length === 0 ? null : (
        <div className="note note-red" role="alert">
          <ul>
            {problems.map((one) => (
              <li key={`${one.code}/${one.column}`}>{one.text}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="table-scroll setup-lines">
        <table className="data">
          <thead>
            <tr>
              {['row', 'name', 'what', 'verdict'].map((name) => (
                <th key={name} scope="col">
                  {t(`setup.import.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.row}>
                <td className="num">{line.row}</td>
                <td>{line.name}</td>
                <td>{line.text}</td>
                <td>
                  <span className={`tag tag-${line.verdict === 'wrong' ? 'red' : line.verdict === 'new' ? 'calm' : 'amber'}`}>
                    {t(`setup.import.verdict.${line.verdict}`)}
                  </span>
                  {line.problems.map((one) => (
                    <div key={`${one.code}/${one.column}`} className="small">
                      {one.text}
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
