import { useState, type ReactNode } from 'react';
import { Button, Checkbox } from 'antd';
import type { NoticeView, ProcedureView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Comments } from './comments';
import { DateField, TextField } from './text-field';

const TONE = { running: 'blue', 'to-sum-up': 'amber', closed: 'calm' } as const;

/** Published lists: where, until when, what people said; and the list that still must be published. */
export function Notices({ roundId, view }: { readonly roundId: string; readonly view: ProcedureView }): ReactNode {
  const t = useText();
  const [publishing, setPublishing] = useState(false);
  const steps = view.steps.filter((step) => step.kind === 'public-notice');
  const due = steps.flatMap((step) => step.rows.filter((row) => !row.done && row.note === null));
  if (steps.length === 0 && view.notices.length === 0) {
    return null;
  }
  return (
    <section className="section" aria-label={t('procedure.notices')}>
      <h2>{t('procedure.notices')}</h2>
      {view.notices.map((notice) => (
        <Notice key={notice.id} notice={notice} view={view} />
      ))}
      {due.length === 0 || !view.may.run ? null : publishing ? (
        <PublishForm
          roundId={roundId}
          rows={due}
          onClose={() => {
            setPublishing(false);
          }}
        />
      ) : (
        <Button
          onClick={() => {
            setPublishing(true);
          }}
        >
          {t('procedure.publish.title')}
        </Button>
      )}
    </section>
  );
}

function Notice({ notice, view }: { readonly notice: NoticeView; readonly view: ProcedureView }): ReactNode {
  const t = useText();
  const address = `${window.location.origin}/cong-khai/${notice.token}`;
  return (
    <article className="procedure-notice" aria-label={t('procedure.noticeOf', { day: dayText(notice.publishedOn) })}>
      <div className="row-card-head">
        <strong>{t('procedure.noticeOf', { day: dayText(notice.publishedOn) })}</strong>
        <span className={`tag tag-${TONE[notice.state]}`}>{t(`procedure.noticeState.${notice.state}`)}</span>
      </div>
      <p>{t('procedure.mayMeet', { day: dayText(notice.untilOn), rule: notice.ruleId, citation: notice.citation })}</p>
      <p className="small muted">
        {notice.rowNames.join('; ')} · {notice.channels.join('; ')}
      </p>
      <p className="small">
        {t('procedure.publicPage')}{' '}
        <a href={address} target="_blank" rel="noopener">
          {address}
        </a>
      </p>
      {notice.summary === null ? null : <p className="prose">{t('procedure.summary', { text: notice.summary })}</p>}
      <Comments notice={notice} view={view} />
    </article>
  );
}

interface PublishProps {
  readonly roundId: string;
  readonly rows: readonly { readonly rowId: string; readonly name: string }[];
  readonly onClose: () => void;
}

function PublishForm({ roundId, rows, onClose }: PublishProps): ReactNode {
  const t = useText();
  const publish = useAct('publishNotice');
  const [chosen, setChosen] = useState<readonly string[]>(rows.map((row) => row.rowId));
  const [day, setDay] = useState('');
  const [channels, setChannels] = useState('');
  const named = channels
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one.length >= 2);
  return (
    <form
      className="task-form"
      aria-label={t('procedure.publish.title')}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <fieldset className="row-entry">
        <legend>{t('procedure.publish.rows')}</legend>
        {rows.map((row) => (
          <div key={row.rowId}>
            <Checkbox
              checked={chosen.includes(row.rowId)}
              onChange={(event) => {
                setChosen(event.target.checked ? [...chosen, row.rowId] : chosen.filter((other) => other !== row.rowId));
              }}
            >
              {row.name}
            </Checkbox>
          </div>
        ))}
      </fieldset>
      <DateField id="publish-day" label={t('procedure.publish.day')} value={day} onChange={setDay} />
      <TextField
        id="publish-channels"
        label={t('procedure.publish.channels')}
        required
        rows={2}
        max={2000}
        value={channels}
        onChange={setChannels}
      />
      <ErrorNote error={publish.error} />
      <div className="bar-buttons">
        <Button
          type="primary"
          disabled={chosen.length === 0 || day === '' || named.length === 0}
          loading={publish.isPending}
          onClick={() => {
            const body = { rowIds: [...chosen], publishedOn: day.slice(0, 10), channels: named };
            publish.mutate({ params: { id: roundId }, body }, { onSuccess: onClose });
          }}
        >
          {t('procedure.publish.save')}
        </Button>
        <Button onClick={onClose}>{t('action.close')}</Button>
      </div>
    </form>
  );
}
