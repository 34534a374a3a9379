import type { ReactNode } from 'react';
import { CloudSyncOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { dayText, timeText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import type { Draft } from './use-draft';

interface Props {
  readonly draft: Draft;
  /** Opens what the server has in place of what is here. */
  readonly onTheirs: () => void;
}

/** What stands between the drawing on this page and the server, beside the drawing, with what can be done. */
export function SaveNote({ draft, onTheirs }: Props): ReactNode {
  const t = useText();
  const { save, unsaved } = draft;
  const when = (at: string | null): string => (at === null ? '' : `${timeText(at)} ${dayText(at)}`);
  if (unsaved !== null) {
    return (
      <div className="note note-amber" role="alert">
        <WarningOutlined aria-hidden />
        <div>
          <strong>{t('draftDesk.unsaved', { at: when(unsaved.at) })}</strong>
          <div className="note-acts">
            <Button type="primary" size="small" onClick={draft.openUnsaved}>
              {t('draftDesk.openUnsaved')}
            </Button>
            <Button size="small" onClick={onTheirs}>
              {t('draftDesk.dropUnsaved')}
            </Button>
          </div>
        </div>
      </div>
    );
  }
  if (save.state === 'offline') {
    return (
      <div className="note note-amber" role="alert">
        <CloudSyncOutlined aria-hidden />
        <div>
          <strong>{t('draftDesk.offline')}</strong>
          <div>{t(save.kept ? 'draftDesk.kept' : 'draftDesk.notKept')}</div>
          <div className="note-acts">
            <Button size="small" onClick={draft.retry}>
              {t('draftDesk.retry')}
            </Button>
          </div>
        </div>
      </div>
    );
  }
  if (save.state === 'conflict') {
    return (
      <div className="note note-red" role="alert">
        <WarningOutlined aria-hidden />
        <div>
          <strong>{t('draftDesk.conflict', { name: save.name, at: when(save.at) })}</strong>
          <div>{t(save.kept ? 'draftDesk.conflictKept' : 'draftDesk.notKept')}</div>
          <div className="note-acts">
            <Button size="small" onClick={onTheirs}>
              {t('draftDesk.theirs', { name: save.name })}
            </Button>
            <Button
              size="small"
              danger
              onClick={() => {
                draft.keepMine(save.rev);
              }}
            >
              {t('draftDesk.mine')}
            </Button>
          </div>
        </div>
      </div>
    );
  }
  return save.state === 'failed' ? (
    <ErrorNote error={save.error} also={t(save.kept ? 'draftDesk.failedKept' : 'draftDesk.notKept')} onRetry={draft.retry} />
  ) : null;
}
