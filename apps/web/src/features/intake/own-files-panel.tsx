import { useState, type ReactNode } from 'react';
import { Button, Input, Select } from 'antd';
import type { OwnFilesView } from '@thidua/contract';
import { addressOf } from '../../api/client';
import { useAct, useRead } from '../../api/queries';
import { DayField } from '../../forms/day-field';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { AttachmentPreview } from '../../pieces/attachment-preview';
import { ErrorNote } from '../../pieces/error-note';
import { UploadField } from '../../pieces/upload-field';

/** A Word file of these is a draft: what counts is signed. */
const SIGNED: readonly OwnFilesView['kinds'][number][] = ['to-trinh', 'bien-ban-binh-xet'];

/** The unit's own signed or Word files in the place of what the system would make. */
export function OwnFilesPanel({ id }: { readonly id: string }): ReactNode {
  const t = useText();
  const own = useRead('ownFiles', { params: { id } });
  const drop = useAct('dropOwnFile');
  if (own.data === undefined || (own.data.files.length === 0 && !own.data.mayChange)) {
    return <ErrorNote error={own.error} />;
  }
  const { files, mayChange } = own.data;
  return (
    <section className="section" aria-label={t('intake.own.title')}>
      <h2>{t('intake.own.title')}</h2>
      {files.length === 0 ? <p className="small muted">{t('intake.own.none')}</p> : null}
      <ul className="menu-list">
        {files.map((file) => (
          <li key={file.paperId}>
            <strong>{file.title}</strong>
            {[file.numberText, file.numberDate === null ? null : dayText(file.numberDate), file.signedBy]
              .filter((part) => part !== null)
              .map((part) => ` · ${part}`)
              .join('')}
            <AttachmentPreview
              name={file.title}
              picture={(page) => addressOf('paperPreview', { id: file.paperId }, { page })}
              download={addressOf('paperContent', { id: file.paperId })}
            />
            {mayChange ? (
              <Button
                size="small"
                danger
                loading={drop.isPending}
                onClick={() => {
                  drop.mutate({ params: { id }, body: { paperId: file.paperId } });
                }}
              >
                {t('intake.own.drop')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <ErrorNote error={drop.error} />
      {mayChange ? <BringForm id={id} own={own.data} /> : null}
    </section>
  );
}

function BringForm({ id, own }: { readonly id: string; readonly own: OwnFilesView }): ReactNode {
  const t = useText();
  const [kind, setKind] = useState<OwnFilesView['kinds'][number]>('to-trinh');
  const [rowId, setRowId] = useState(own.rows[0]?.id ?? '');
  const [told, setTold] = useState({ number: '', date: '', subject: '', signedBy: '' });
  const perRow = kind === 'bao-cao-thanh-tich';
  const query = {
    kind,
    ...(perRow ? { rowId } : {}),
    ...Object.fromEntries(Object.entries(told).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]]))),
  };
  const text = (name: 'number' | 'subject' | 'signedBy', max: number): ReactNode => (
    <div className="field">
      <label className="field-label" htmlFor={`own-${name}`}>
        {t(`intake.own.${name}`)}
      </label>
      <Input
        id={`own-${name}`}
        maxLength={max}
        value={told[name]}
        onChange={(event) => {
          setTold({ ...told, [name]: event.target.value });
        }}
      />
    </div>
  );
  return (
    <details className="own-files">
      <summary>{t('intake.own.bring')}</summary>
      <p className="why">{t('intake.own.help')}</p>
      <div className="nominee-fields scan-form">
        <div className="field">
          <label className="field-label" htmlFor="own-kind">
            {t('intake.paper.part')}
          </label>
          <Select
            id="own-kind"
            value={kind}
            options={own.kinds.map((value) => ({ value, label: t(`intake.part.${value}`) }))}
            onChange={setKind}
          />
        </div>
        {perRow ? (
          <div className="field">
            <label className="field-label" htmlFor="own-row">
              {t('intake.own.row')}
            </label>
            <Select id="own-row" value={rowId} options={own.rows.map((row) => ({ value: row.id, label: row.name }))} onChange={setRowId} />
          </div>
        ) : null}
        {text('subject', 300)}
        {text('number', 60)}
        <div className="field">
          <label className="field-label" htmlFor="own-date">
            {t('intake.paper.date')}
          </label>
          <DayField
            id="own-date"
            value={told.date}
            withTime={false}
            disabled={false}
            onChange={(value) => {
              setTold({ ...told, date: typeof value === 'string' ? value : '' });
            }}
          />
        </div>
        {text('signedBy', 120)}
      </div>
      <UploadField
        id="own-file"
        label={t('intake.own.file')}
        rule="dossier-part"
        {...(SIGNED.includes(kind) ? { kinds: ['pdf', 'jpeg', 'png'] as const } : {})}
        route="useOwnFile"
        input={{ params: { id }, query }}
        onDone={() => {
          setTold({ number: '', date: '', subject: '', signedBy: '' });
        }}
      />
    </details>
  );
}
