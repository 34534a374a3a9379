import { useState, type ReactNode } from 'react';
import { Button, Radio, Select } from 'antd';
import type { CommentView, NoticeView, ProcedureView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { ReasonDialog } from '../../pieces/reason-dialog';
import { FieldLabel, TextField } from './text-field';

const HANDLINGS = ['explained', 'no-ground', 'accepted', 'held'] as const;
type Handling = (typeof HANDLINGS)[number];

interface Props {
  readonly notice: NoticeView;
  readonly view: ProcedureView;
}

/** What people said of a list, each with how it was handled: none may be open when the council meets. */
export function Comments({ notice, view }: Props): ReactNode {
  const t = useText();
  const [recording, setRecording] = useState(false);
  const [handling, setHandling] = useState<CommentView | null>(null);
  const open = view.may.run && notice.state !== 'closed';
  return (
    <>
      <h3>{t('procedure.comments', { count: notice.comments.length })}</h3>
      <ul className="plain procedure-list">
        {notice.comments.map((comment) => (
          <li key={comment.id}>
            <p className="small muted">
              {[
                t(`procedure.via.${comment.via}`),
                comment.author ?? t('procedure.anonymous'),
                comment.contact ?? '',
                instantText(comment.receivedAt),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </p>
            <p className="prose">
              {comment.rowName === null ? '' : `${comment.rowName}: `}
              {comment.text}
            </p>
            {comment.handling === null ? (
              open ? (
                <Button
                  size="small"
                  onClick={() => {
                    setHandling(comment);
                  }}
                >
                  {t('procedure.handle')}
                </Button>
              ) : null
            ) : (
              <p className="small">
                <strong>{t(`procedure.handling.${comment.handling}`)}</strong>: {comment.handlingText}
              </p>
            )}
          </li>
        ))}
      </ul>
      {!open ? null : recording ? (
        <RecordForm
          notice={notice}
          view={view}
          onClose={() => {
            setRecording(false);
          }}
        />
      ) : (
        <Button
          size="small"
          onClick={() => {
            setRecording(true);
          }}
        >
          {t('procedure.record')}
        </Button>
      )}
      {handling === null ? null : (
        <HandleDialog
          comment={handling}
          onClose={() => {
            setHandling(null);
          }}
        />
      )}
    </>
  );
}

function RecordForm({ notice, view, onClose }: Props & { readonly onClose: () => void }): ReactNode {
  const t = useText();
  const record = useAct('recordComment');
  const [via, setVia] = useState<'paper' | 'phone'>('paper');
  const [author, setAuthor] = useState('');
  const [contact, setContact] = useState('');
  const [rowId, setRowId] = useState('');
  const [text, setText] = useState('');
  const rows = view.rows.filter((row) => notice.rowNames.includes(row.name));
  return (
    <form
      className="task-form"
      aria-label={t('procedure.record')}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <Radio.Group
        aria-label={t('procedure.how')}
        value={via}
        options={(['paper', 'phone'] as const).map((value) => ({ value, label: t(`procedure.via.${value}`) }))}
        onChange={(event) => {
          setVia(event.target.value === 'phone' ? 'phone' : 'paper');
        }}
      />
      <TextField id="comment-author" label={t('procedure.author')} max={120} value={author} onChange={setAuthor} />
      <TextField id="comment-contact" label={t('procedure.contact')} value={contact} onChange={setContact} />
      <div className="field">
        <FieldLabel id="comment-row" label={t('procedure.about')} required={false} />
        <Select
          id="comment-row"
          allowClear
          placeholder={t('procedure.wholeList')}
          {...(rowId === '' ? {} : { value: rowId })}
          options={rows.map((row) => ({ value: row.rowId, label: row.name }))}
          onChange={(next: string | undefined) => {
            setRowId(next ?? '');
          }}
        />
      </div>
      <TextField id="comment-text" label={t('procedure.commentText')} required rows={3} max={4000} value={text} onChange={setText} />
      <ErrorNote error={record.error} />
      <div className="bar-buttons">
        <Button
          type="primary"
          disabled={text.trim().length < 5}
          loading={record.isPending}
          onClick={() => {
            const body = {
              via,
              text: text.trim(),
              ...(author.trim() === '' ? {} : { author: author.trim() }),
              ...(contact.trim() === '' ? {} : { contact: contact.trim() }),
              ...(rowId === '' ? {} : { rowId }),
            };
            record.mutate({ params: { id: notice.id }, body }, { onSuccess: onClose });
          }}
        >
          {t('central.save')}
        </Button>
        <Button onClick={onClose}>{t('action.close')}</Button>
      </div>
    </form>
  );
}

function HandleDialog({ comment, onClose }: { readonly comment: CommentView; readonly onClose: () => void }): ReactNode {
  const t = useText();
  const handle = useAct('handleComment');
  const [handling, setHandling] = useState<Handling>('explained');
  const options = HANDLINGS.filter((value) => value !== 'held' || comment.rowName !== null);
  return (
    <ReasonDialog
      title={t('procedure.handle')}
      verb={t('procedure.handle')}
      label={t('procedure.handlingText')}
      pending={handle.isPending}
      error={handle.error}
      onClose={onClose}
      onDo={(text) => {
        handle.mutate({ params: { id: comment.id }, body: { handling, text } }, { onSuccess: onClose });
      }}
    >
      <p className="prose">{comment.text}</p>
      <Radio.Group
        className="stack"
        aria-label={t('procedure.handle')}
        value={handling}
        options={options.map((value) => ({ value, label: t(`procedure.handling.${value}`) }))}
        onChange={(event) => {
          setHandling(HANDLINGS.find((known) => known === event.target.value) ?? 'explained');
        }}
      />
    </ReasonDialog>
  );
}
