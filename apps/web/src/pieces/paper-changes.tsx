import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { PaperChangesView } from '@thidua/contract';
import { useAct, useRead } from '../api/queries';
import { dayText } from '../i18n/format';
import { useText } from '../i18n/use-text';
import { ErrorNote } from './error-note';
import { PaperChangeDialog, type PaperChangeAction } from './paper-change-dialog';
import { PaperMarks } from './paper-marks';
import { ReasonDialog } from './reason-dialog';

type Possible = PaperChangesView['may'][number]['action'];

/** Đính chính, Sao y, Cấp lại, Hủy bỏ, Hủy số: what may be asked of an issued paper, and what became of earlier requests. */
export function PaperChanges({ id, title }: { readonly id: string; readonly title: string }): ReactNode {
  const t = useText();
  const changes = useRead('paperChanges', { params: { id } }, { every: 30_000 });
  const [asking, setAsking] = useState<Possible | null>(null);
  if (changes.data === undefined) {
    return changes.error === null ? null : <ErrorNote error={changes.error} />;
  }
  const { may, marks, changes: done } = changes.data;
  const possible = may.filter((one) => one.whyNot === null).map((one) => one.action);
  const close = (): void => {
    setAsking(null);
  };
  return (
    <div className="paper-changes">
      <PaperMarks marks={marks} />
      {done.length === 0 ? null : (
        <ul className="small">
          {done.map((one) => (
            <li key={one.id}>
              {t(`paperChange.action.${one.action}`)}, {dayText(one.askedAt)}: {t(`paperChange.status.${one.status}`)}
              {one.made === null ? '' : ` · ${one.made.numberText ?? one.made.title}`}
              {one.refusal === null ? '' : ` · ${one.refusal}`}
            </li>
          ))}
        </ul>
      )}
      {possible.length === 0 ? null : (
        <div className="bar-buttons">
          {possible.map((action) => (
            <Button
              key={action}
              size="small"
              danger={action === 'cancel' || action === 'cancel-number'}
              onClick={() => {
                setAsking(action);
              }}
            >
              {t(`paperChange.do.${action}`)}
            </Button>
          ))}
        </div>
      )}
      {asking === 'cancel-number' ? <CancelNumber id={id} title={title} onClose={close} /> : null}
      {asking === null || asking === 'cancel-number' ? null : (
        <PaperChangeDialog id={id} title={title} action={asking satisfies PaperChangeAction} onClose={close} />
      )}
    </div>
  );
}

function CancelNumber({ id, title, onClose }: { readonly id: string; readonly title: string; readonly onClose: () => void }): ReactNode {
  const t = useText();
  const cancel = useAct('cancelNumber');
  return (
    <ReasonDialog
      title={`${t('paperChange.do.cancel-number')}: ${title}`}
      verb={t('paperChange.do.cancel-number')}
      label={t('reason.label')}
      danger
      pending={cancel.isPending}
      error={cancel.error}
      onClose={onClose}
      onDo={(reason) => {
        cancel.mutate({ params: { id }, body: { reason } }, { onSuccess: onClose });
      }}
    >
      <p className="small muted">{t('paperChange.numberNever')}</p>
    </ReasonDialog>
  );
}
