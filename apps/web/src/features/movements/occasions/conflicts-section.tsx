import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { PlanConflictView } from '@thidua/contract';
import { useRead } from '../../../api/queries';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import { AboveDialog } from './above-dialog';
import { BothSides } from './both-sides';
import { SettleDialog } from './settle-dialog';

/** Where plan and law leave something to a person, and the chain of movements a nomination may be made under. */
export function ConflictsSection({ movementId }: { readonly movementId: string }): ReactNode {
  const t = useText();
  const read = useRead('planConflicts', { params: { id: movementId } });
  const [settling, setSettling] = useState<PlanConflictView | null>(null);
  const [adding, setAdding] = useState(false);
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const { conflicts, chain, may } = read.data;
  const open = conflicts.filter((one) => one.decision === null).length;
  const close = (): void => {
    setSettling(null);
    setAdding(false);
    void read.refetch();
  };
  return (
    <>
      <section className="section" aria-label={t('movements.occasions.conflicts')}>
        <h2>
          {t('movements.occasions.conflicts')}{' '}
          {open === 0 ? null : <span className="tag tag-amber">{t('movements.occasions.openCount', { count: open })}</span>}
        </h2>
        {conflicts.length === 0 ? <p className="muted">{t('movements.occasions.noConflict')}</p> : null}
        {conflicts.map((conflict) => (
          <div key={`${conflict.path} ${conflict.code}`} className="occasion-conflict">
            <h3>
              {t(`movements.occasions.question.${conflict.code}`)} <span className="small muted">{conflict.occasions.join(', ')}</span>
            </h3>
            <BothSides conflict={conflict} />
            <Decided conflict={conflict} />
            {may.decide ? (
              <p>
                <Button
                  type={conflict.decision === null ? 'primary' : 'default'}
                  onClick={() => {
                    setSettling(conflict);
                  }}
                >
                  {t(conflict.decision === null ? 'movements.occasions.decide' : 'movements.occasions.decideAgain')}
                </Button>
              </p>
            ) : null}
          </div>
        ))}
      </section>
      <section className="section" aria-label={t('movements.occasions.chain')}>
        <h2>{t('movements.occasions.chain')}</h2>
        <p className="help">{t('movements.occasions.chainHelp')}</p>
        <ol>
          {chain.map((link) => (
            <li key={link.id}>
              <strong>{link.name}</strong>: {t('movements.launchedBy', { body: link.launcherBody })},{' '}
              {link.years === null ? t('movements.occasions.noYears') : t('movements.occasions.years', { count: link.years })}
              <span className="small muted"> · {link.plan}</span>
            </li>
          ))}
        </ol>
        {may.decide ? (
          <Button
            className="occasion-long"
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('movements.occasions.addAbove')}
          </Button>
        ) : null}
      </section>
      {settling === null ? null : <SettleDialog movementId={movementId} conflict={settling} onClose={close} />}
      {adding ? <AboveDialog movementId={movementId} onClose={close} /> : null}
    </>
  );
}

function Decided({ conflict }: { readonly conflict: PlanConflictView }): ReactNode {
  const t = useText();
  const { decision, choices } = conflict;
  if (decision === null) {
    return <p className="tag tag-amber">{t('movements.occasions.undecided')}</p>;
  }
  const labels = decision.picked.map((id) => choices.find((one) => one.id === id)?.label ?? id);
  return (
    <p>
      <strong>{labels.join('; ')}.</strong> {decision.reason}{' '}
      <span className="small muted">
        {decision.personName}, {decision.positionTitle}, {dayText(decision.at)}
      </span>
    </p>
  );
}
