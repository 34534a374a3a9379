import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { MigrationView } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';

import { MigrationLines } from './migration-lines';

/** What was moved to this version, by whom and on which paper; undone as long as nobody has gone on. */
export function Migrations({ definitionId, onUndone }: { readonly definitionId: string; readonly onUndone: () => void }): ReactNode {
  const t = useText();
  const read = useRead('migrations', { params: { id: definitionId } });
  const undo = useAct('undoMigration');
  const [undoing, setUndoing] = useState<MigrationView | null>(null);
  const close = (): void => {
    setUndoing(null);
    undo.reset();
  };
  const list = read.data?.migrations ?? [];
  return (
    <section className="section" aria-label={t('whatIf.migrations')}>
      <h2>{t('whatIf.migrations')}</h2>
      <ErrorNote error={read.error} onRetry={() => void read.refetch()} />
      {read.data !== undefined && list.length === 0 ? <p className="muted">{t('whatIf.noMigrations')}</p> : null}
      <ul className="plain">
        {list.map((one) => {
          const open = one.lines.filter((line) => line.mayUndo).length;
          return (
            <li key={one.id} className="what-if-migration">
              <div className="what-if-selection">
                <span>
                  {instantText(one.at)} · {one.by} · {one.note}
                </span>
                <strong>{t('whatIf.outcomes', { moved: one.moved, refused: one.refused, undone: one.undone })}</strong>
                {open === 0 ? null : (
                  <Button
                    onClick={() => {
                      setUndoing(one);
                    }}
                  >
                    {t('whatIf.undo', { count: open })}
                  </Button>
                )}
                {open === 0 && one.moved > 0 ? <span className="why">{t('whatIf.undoClosed')}</span> : null}
              </div>
              <details className="small">
                <summary>{t('whatIf.lines', { count: one.lines.length })}</summary>
                <MigrationLines lines={one.lines} />
              </details>
            </li>
          );
        })}
      </ul>
      {undoing === null ? null : (
        <Dialog
          title={t('whatIf.undoOf', { count: undoing.lines.filter((line) => line.mayUndo).length })}
          onClose={close}
          foot={
            <>
              <Button onClick={close}>{t('action.close')}</Button>
              <Button
                type="primary"
                loading={undo.isPending}
                onClick={() => {
                  undo.mutate(
                    { params: { id: undoing.id } },
                    {
                      onSuccess: () => {
                        close();
                        onUndone();
                      },
                    },
                  );
                }}
              >
                {t('whatIf.undoDo')}
              </Button>
            </>
          }
        >
          <p>{t('whatIf.undoMeans')}</p>
          <ErrorNote error={undo.error} />
        </Dialog>
      )}
    </section>
  );
}
