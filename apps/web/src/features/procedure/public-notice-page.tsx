import { useState, type ReactNode } from 'react';
import { Button, Select } from 'antd';
import { useParams } from '@tanstack/react-router';
import type { PublicNoticeView } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { LanguageSwitch } from '../../frame/top-bar';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { FieldLabel, TextField } from './text-field';
import './procedure.css';

/** What everybody may read without signing in: who is proposed for what, and where to say something about it. */
export default function PublicNoticePage(): ReactNode {
  const { token } = useParams({ from: '/cong-khai/$token' });
  const t = useText();
  const read = useRead('publicNotice', { params: { token } });
  return (
    <main className="lone">
      <div className="page-head">
        <h1>{t('procedure.public.title')}</h1>
        <LanguageSwitch />
      </div>
      {read.data === undefined ? (
        read.error === null ? (
          <Loading />
        ) : (
          <ErrorNote error={read.error} />
        )
      ) : (
        <Notice token={token} notice={read.data} />
      )}
    </main>
  );
}

function Notice({ token, notice }: { readonly token: string; readonly notice: PublicNoticeView }): ReactNode {
  const t = useText();
  return (
    <>
      <p>
        <strong>{notice.bodyName}</strong>: {notice.title}
      </p>
      <p className="muted">
        {t('procedure.public.period', { from: dayText(notice.publishedOn), until: dayText(notice.untilOn) })} ({notice.citation})
      </p>
      <table className="notice-table">
        <thead>
          <tr>
            <th>{t('procedure.public.name')}</th>
            <th>{t('procedure.public.unit')}</th>
            <th>{t('procedure.public.award')}</th>
          </tr>
        </thead>
        <tbody>
          {notice.rows.map((row) => (
            <tr key={row.rowId}>
              <td>
                <strong>{row.name}</strong>
                {row.title === '' ? '' : `, ${row.title}`}
              </td>
              <td>{row.unitName}</td>
              <td>{row.awardName}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {notice.open ? <CommentForm token={token} notice={notice} /> : <p className="note note-amber">{t('procedure.public.closed')}</p>}
    </>
  );
}

function CommentForm({ token, notice }: { readonly token: string; readonly notice: PublicNoticeView }): ReactNode {
  const t = useText();
  const leave = useAct('leaveComment');
  const [author, setAuthor] = useState('');
  const [contact, setContact] = useState('');
  const [rowId, setRowId] = useState('');
  const [text, setText] = useState('');
  if (leave.isSuccess) {
    return (
      <p className="note note-green" role="status">
        {t('procedure.public.thanks')}
      </p>
    );
  }
  return (
    <form
      className="task-form"
      aria-label={t('procedure.public.comment')}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <h2>{t('procedure.public.comment')}</h2>
      <div className="field">
        <FieldLabel id="public-row" label={t('procedure.about')} required={false} />
        <Select
          id="public-row"
          allowClear
          placeholder={t('procedure.wholeList')}
          {...(rowId === '' ? {} : { value: rowId })}
          options={notice.rows.map((row) => ({ value: row.rowId, label: row.name }))}
          onChange={(next: string | undefined) => {
            setRowId(next ?? '');
          }}
        />
      </div>
      <TextField id="public-text" label={t('procedure.commentText')} required rows={5} max={4000} value={text} onChange={setText} />
      <TextField id="public-author" label={t('procedure.author')} max={120} value={author} onChange={setAuthor} />
      <TextField id="public-contact" label={t('procedure.contact')} value={contact} onChange={setContact} />
      <p className="small muted">{t('procedure.public.privacy')}</p>
      <ErrorNote error={leave.error} />
      <Button
        type="primary"
        disabled={Array.from(text.trim()).length < 10}
        loading={leave.isPending}
        onClick={() => {
          const body = {
            text: text.trim(),
            ...(author.trim() === '' ? {} : { author: author.trim() }),
            ...(contact.trim() === '' ? {} : { contact: contact.trim() }),
            ...(rowId === '' ? {} : { rowId }),
          };
          leave.mutate({ params: { token }, body });
        }}
      >
        {t('procedure.public.send')}
      </Button>
    </form>
  );
}
