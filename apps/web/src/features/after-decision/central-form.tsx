import { useState, type ReactNode } from 'react';
import { Button, Radio } from 'antd';
import type { RevocationView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Day, Words } from './fields';

const ANSWERS = ['revoked', 'kept', 'returned', 'restoration'] as const;
type Answer = (typeof ANSWERS)[number];

/** A paper of the central level about a case: taken back, kept, returned with its ground, or later the honour restored. */
export function CentralForm({ view, onClose }: { readonly view: RevocationView; readonly onClose: () => void }): ReactNode {
  const t = useText();
  const record = useAct('recordRevocationPaper');
  const possible = ANSWERS.filter((one) => (one === 'restoration') === view.may.restore && (one === 'restoration' || view.may.record));
  const [answer, setAnswer] = useState<Answer>(possible[0] ?? 'revoked');
  const [numberText, setNumber] = useState('');
  const [date, setDate] = useState('');
  const [body, setBody] = useState('');
  const [ground, setGround] = useState('');
  const returned = answer === 'returned';
  const complete = date !== '' && body.trim().length >= 3 && (returned ? ground.trim() !== '' : numberText.trim() !== '');
  return (
    <form
      className="task-form"
      aria-label={t('after.central')}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <div className="field">
        <Radio.Group
          className="stack"
          aria-label={t('after.central')}
          value={answer}
          options={possible.map((value) => ({ value, label: t(`after.answer.${value}`) }))}
          onChange={(event) => {
            setAnswer(ANSWERS.find((known) => known === event.target.value) ?? 'revoked');
          }}
        />
      </div>
      <Words id="central-paper-number" label={t('after.paperNumber')} value={numberText} max={60} onChange={setNumber} />
      <Day id="central-paper-date" label={t('after.paperDate')} value={date} onChange={setDate} />
      <Words id="central-paper-body" label={t('after.paperBody')} value={body} onChange={setBody} />
      {returned || answer === 'kept' ? (
        <Words id="central-paper-ground" label={t('after.paperGround')} value={ground} rows={2} max={1000} onChange={setGround} />
      ) : null}
      <ErrorNote error={record.error} />
      <div className="bar-buttons">
        <Button
          type="primary"
          disabled={!complete}
          loading={record.isPending}
          onClick={() => {
            record.mutate(
              {
                params: { id: view.id },
                body: {
                  kind: answer === 'returned' || answer === 'restoration' ? answer : 'decision',
                  date,
                  body: body.trim(),
                  ...(numberText.trim() === '' ? {} : { numberText: numberText.trim() }),
                  ...(ground.trim() === '' ? {} : { ground: ground.trim() }),
                  ...(answer === 'revoked' || answer === 'kept' ? { granted: answer === 'revoked' } : {}),
                },
              },
              { onSuccess: onClose },
            );
          }}
        >
          {t('after.centralSave')}
        </Button>
        <Button onClick={onClose}>{t('action.close')}</Button>
      </div>
    </form>
  );
}
