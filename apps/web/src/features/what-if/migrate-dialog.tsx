import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { DryRunView, MigrationView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
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
  const [made, setMade] = useState<MigrationView | null>(null);
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
        <MigrationLines lines={made.lines} />
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
        const body = { instanceIds: [...instanceIds], mapping: run.mapping, note };
        migrate.mutate({ params: { id: run.definitionId }, body }, { onSuccess: setMade });
      }}
    >
      <p>{t('whatIf.migrateHelp')}</p>
    </ReasonDialog>
  );
}
