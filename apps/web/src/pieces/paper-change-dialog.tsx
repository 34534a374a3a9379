import { useState, type ReactNode } from 'react';
import { Button, Input, InputNumber } from 'antd';
import type { PaperChangeAsk } from '@thidua/contract';
import { useAct } from '../api/queries';
import { useText } from '../i18n/use-text';
import { Dialog } from './dialog';
import { ErrorNote } from './error-note';

export type PaperChangeAction = PaperChangeAsk['action'];

interface Props {
  readonly id: string;
  readonly title: string;
  readonly action: PaperChangeAction;
  readonly onClose: () => void;
}

/** What an action needs besides its reason: one correction, or the copies and what they are for. */
export function PaperChangeDialog({ id, title, action, onClose }: Props): ReactNode {
  const t = useText();
  const change = useAct('changePaper');
  const corrects = action === 'correct-form' || action === 'correct-content';
  const [text, setText] = useState({ reason: '', place: '', printed: '', right: '', purpose: '' });
  const [copies, setCopies] = useState<number | null>(1);
  const complete =
    text.reason.trim().length >= 5 &&
    (!corrects || (text.place.trim() !== '' && text.right.trim() !== '')) &&
    (action !== 'copy' || (copies ?? 0) > 0);
  const field = (key: keyof typeof text, rows = 1): ReactNode => (
    <div className="field">
      <label className="field-label" htmlFor={`change-${key}`}>
        {t(`paperChange.field.${key}`)}
      </label>
      <Input.TextArea
        id={`change-${key}`}
        rows={rows}
        maxLength={500}
        value={text[key]}
        onChange={(event) => {
          setText({ ...text, [key]: event.target.value });
        }}
      />
    </div>
  );
  return (
    <Dialog
      title={`${t(`paperChange.do.${action}`)}: ${title}`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button
            type="primary"
            danger={action === 'cancel'}
            disabled={!complete}
            loading={change.isPending}
            onClick={() => {
              const body = {
                action,
                reason: text.reason.trim(),
                ...(corrects
                  ? { corrections: [{ place: text.place.trim(), printed: text.printed.trim(), right: text.right.trim() }] }
                  : {}),
                ...(action === 'copy' ? { copies: copies ?? 1, purpose: text.purpose.trim() } : {}),
              };
              change.mutate({ params: { id }, body }, { onSuccess: onClose });
            }}
          >
            {t(`paperChange.do.${action}`)}
          </Button>
        </>
      }
    >
      <p className="small muted">{t(`paperChange.help.${action}`)}</p>
      <div className="task-form">
        {corrects ? (
          <>
            {field('place')}
            {field('printed', 2)}
            {field('right', 2)}
          </>
        ) : null}
        {action === 'copy' ? (
          <>
            <div className="field">
              <label className="field-label" htmlFor="change-copies">
                {t('paperChange.field.copies')}
              </label>
              <InputNumber id="change-copies" min={1} max={200} value={copies} onChange={setCopies} />
            </div>
            {field('purpose')}
          </>
        ) : null}
        {field('reason', 2)}
      </div>
      <ErrorNote error={change.error} />
    </Dialog>
  );
}
