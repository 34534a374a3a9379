import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { ImportBatchView, ImportList, ImportPreview } from '@thidua/contract';
import { addressOf } from '../../api/client';
import { useAct, useRead } from '../../api/queries';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { FileField } from '../../pieces/file-field';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import './evidence.css';

const KINDS = ['award', 'rating', 'initiative'] as const;

/** 'Nhập dữ liệu quá khứ': template, preview with a verdict per line, the whole table or nothing, undo. */
export default function ImportPage(): ReactNode {
  const t = useText();
  const imports = useRead('evidenceImports');
  const list = imports.data;
  return (
    <div className="page">
      <PageHead title={t('pastImport.title')} line={t('pastImport.line')} />
      <ErrorNote error={imports.error} onRetry={() => void imports.refetch()} />
      {list === undefined ? (
        imports.error === null ? (
          <Loading />
        ) : null
      ) : list.orgs.length === 0 ? (
        <EmptyState text={t('pastImport.notYours')} />
      ) : (
        <>
          <Bring list={list} />
          <Batches batches={list.batches} />
        </>
      )}
    </div>
  );
}

function Bring({ list }: { readonly list: ImportList }): ReactNode {
  const t = useText();
  const preview = useAct('previewImport');
  const apply = useAct('applyImport');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('award');
  const [orgId, setOrgId] = useState(list.orgs[0]?.id ?? '');
  const [file, setFile] = useState<File | null>(null);
  const query = { kind, orgId };
  const start = (): void => {
    preview.reset();
    apply.reset();
  };
  const shown = preview.data;
  return (
    <section className="section" aria-label={t('pastImport.bring')}>
      <h2>{t('pastImport.bring')}</h2>
      <div className="import-form">
        <div className="field">
          <label className="field-label" htmlFor="import-kind">
            {t('pastImport.kind')}
          </label>
          <select
            id="import-kind"
            className="form-input"
            value={kind}
            onChange={(event) => {
              setKind(KINDS.find((one) => one === event.target.value) ?? 'award');
              start();
            }}
          >
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`pastImport.table.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label className="field-label" htmlFor="import-org">
            {t('pastImport.org')}
          </label>
          <select
            id="import-org"
            className="form-input"
            value={orgId}
            onChange={(event) => {
              setOrgId(event.target.value);
              start();
            }}
          >
            {list.orgs.map((org) => (
              <option key={org.id} value={org.id}>
                {org.name}
              </option>
            ))}
          </select>
        </div>
        <FileField
          id="import-file"
          label={t('pastImport.file')}
          rule="sheet"
          file={file}
          onChange={(chosen) => {
            setFile(chosen);
            start();
          }}
        />
      </div>
      <div className="bar-buttons import-acts">
        <a href={addressOf('importTemplate', {}, { kind })} download>
          {t('pastImport.template')}
        </a>
        <Button
          disabled={file === null}
          loading={preview.isPending}
          onClick={() => {
            preview.mutate({ query, ...(file === null ? {} : { file }) });
          }}
        >
          {t('pastImport.preview')}
        </Button>
        <Button
          type="primary"
          disabled={shown?.mayApply !== true || apply.isSuccess}
          loading={apply.isPending}
          onClick={() => {
            apply.mutate({ query, ...(file === null ? {} : { file }) });
          }}
        >
          {t('pastImport.apply', { count: shown?.counts.new ?? 0 })}
        </Button>
      </div>
      <ErrorNote error={preview.error ?? apply.error} />
      {apply.data === undefined ? null : (
        <div className="note note-green" role="status">
          <div>{t('pastImport.applied', { count: apply.data.added })}</div>
        </div>
      )}
      {shown === undefined || apply.isSuccess ? null : <Preview preview={shown} />}
    </section>
  );
}

function Preview({ preview }: { readonly preview: ImportPreview }): ReactNode {
  const t = useText();
  const { counts, lines, problems } = preview;
  return (
    <div aria-live="polite">
      <p>{t('pastImport.counts', { fresh: counts.new, known: counts.known, wrong: counts.wrong })}</p>
      {problems.length === 0 ? null : (
        <div className="note note-red" role="alert">
          <ul>
            {problems.map((one) => (
              <li key={`${one.code}/${one.column}`}>{one.text}</li>
            ))}
          </ul>
        </div>
      )}
      {lines.length === 0 ? null : (
        <div className="table-scroll">
          <table className="data">
            <thead>
              <tr>
                {['row', 'name', 'what', 'verdict'].map((name) => (
                  <th key={name} scope="col">
                    {t(`pastImport.column.${name}`)}
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
                      {t(`pastImport.verdict.${line.verdict}`)}
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
      )}
    </div>
  );
}

function Batches({ batches }: { readonly batches: readonly ImportBatchView[] }): ReactNode {
  const t = useText();
  return (
    <section className="section" aria-label={t('pastImport.batches')}>
      <h2>{t('pastImport.batches')}</h2>
      {batches.length === 0 ? (
        <EmptyState text={t('pastImport.noBatches')} />
      ) : (
        <ul className="plain-list">
          {batches.map((batch) => (
            <Batch key={batch.id} batch={batch} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Batch({ batch }: { readonly batch: ImportBatchView }): ReactNode {
  const t = useText();
  const undo = useAct('undoImport');
  return (
    <li>
      <strong>{t(`pastImport.table.${batch.kind}`)}</strong>, {t('pastImport.rows', { count: batch.rowCount })} · {batch.orgName}
      <div className="small muted">
        {batch.fileName} · {batch.appliedBy} · {instantText(batch.appliedAt)}
      </div>
      {batch.undoneAt === null ? (
        <Button
          size="small"
          disabled={!batch.mayUndo}
          loading={undo.isPending}
          onClick={() => {
            undo.mutate({ params: { id: batch.id } });
          }}
        >
          {t('pastImport.undo')}
        </Button>
      ) : (
        <span className="tag tag-amber">{t('pastImport.undone', { at: instantText(batch.undoneAt) })}</span>
      )}
      <ErrorNote error={undo.error} />
    </li>
  );
}
