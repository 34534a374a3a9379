import { useEffect, useRef, useState, type ReactNode } from 'react';
import { CheckOutlined, LoadingOutlined, WarningOutlined } from '@ant-design/icons';
import type { TaskView } from '@thidua/contract';
import { call } from '../../api/client';
import type { Values } from '../../forms/form-data';
import { dayText, timeText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';

const PAUSE_MS = 700;

export interface Draft {
  readonly state: 'idle' | 'saving' | 'saved' | 'failed';
  readonly savedAt: string | null;
}

/** Saves what was typed a moment after the last key, whether or not it is complete. */
export function useDraft(task: TaskView, typed: Values | null, active: boolean): Draft {
  const [draft, setDraft] = useState<Draft>({ state: 'idle', savedAt: null });
  const latest = useRef(0);
  useEffect(() => {
    if (typed === null || !active) {
      return undefined;
    }
    const turn = ++latest.current;
    const timer = setTimeout(() => {
      setDraft((before) => ({ ...before, state: 'saving' }));
      // The contract's JSON type has mutable arrays; what is sent is not changed any more.
      call('saveDraft', { params: { id: task.id }, body: { body: typed as Record<string, never> } }).then(
        (answer) => {
          if (turn === latest.current) {
            setDraft({ state: 'saved', savedAt: answer.savedAt });
          }
        },
        () => {
          setDraft((before) => ({ ...before, state: 'failed' }));
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [task.id, typed, active]);
  return draft;
}

/** 'Đã lưu lúc 09:41'. */
export function DraftStamp({ draft, saved }: { readonly draft: Draft; readonly saved: string | null }): ReactNode {
  const t = useText();
  const at = draft.savedAt ?? saved;
  if (draft.state === 'saving') {
    return (
      <p className="help" role="status">
        <LoadingOutlined aria-hidden /> {t('draft.saving')}
      </p>
    );
  }
  if (draft.state === 'failed') {
    return (
      <p className="field-error" role="alert">
        <WarningOutlined aria-hidden /> {t('draft.failed')}
      </p>
    );
  }
  return at === null ? null : (
    <p className="help" role="status">
      <CheckOutlined aria-hidden />{' '}
      {draft.savedAt === null ? t('draft.restored', { time: timeText(at), day: dayText(at) }) : t('draft.saved', { time: timeText(at) })}
    </p>
  );
}
