import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { DryRunView } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import type { AnswerOf } from '../../api/client';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { ReasonDialog } from '../../pieces/reason-dialog';
import { MigrationLines } from './migration-lines';

interface Props {
  readonly run: DryRunView;
  readonly instanceIds: readonly string[];
  /** True: something was moved. */
  readonly onClose: (isDone: boolean) => void;
}

/** Asks for the paper it rests on, moves those chosen, and tells what became of each. */
export function MigrateDialog({ run, instanceIds, onClose }: Props): ReactNode {
  const t = useText();
  const migrate = useAct('migrateInstances');
  const [made, setMade] = useState<AnswerOf<'migrateInstances'> | null>(null);
  const all = useRead('migrations', { params: { id: run.definitionId } }, { enabled: made !== null });
  const lines = all.data?.migrations.find((one) => one.id === made?.id)?.lines;
  if (made !== null) {
    return (
      <Dialog
        title={t('whatIf.result', { moved: made.moved, refused: made.refused })}
        onClose={() => {
          onClose(true);
        }}
        foot={
          <Button
            type="primary"
            onClick={() => {
              onClose(true);
            }}
          >
            {t('action.close')}
          </Button>
        }
      >
        <p>{t('whatIf.undoHelp')}</p>
        <ErrorNote error={all.error} onRetry={() => void all.refetch()} />
        {lines === undefined ? <Loading /> : <MigrationLines lines={lines} />}
      </Dialog>
    );
  }
  return (
    <ReasonDialog
      title={t('whatIf.migrateOf', { count: instanceIds.length, version: run.version })}
      verb={t('whatIf.migrateDo')}
      label={t('whatIf.note')}
      min={3}
      pending={migrate.isPending}
      error={migrate.error}
      onClose={() => {
        onClose(false);
      }}
      onDo={(note) => {
        const body = { runId: run.id, instanceIds: [...instanceIds], note };
        migrate.mutate({ params: { id: run.definitionId }, body }, { onSuccess: setMade });
      }}
    >
      <p>{t('whatIf.migrateHelp')}</p>
    </ReasonDialog>
  );
}
