import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { DossierView, RowView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { dayText, moneyText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ReasonDialog } from '../../pieces/reason-dialog';
import { StateTag } from '../../pieces/state-tag';
import { MovementRecord } from '../../pieces/movement-record';
import { VerdictList } from '../../pieces/verdict';
import { HoldDialog, ReleaseDialog } from '../procedure/hold-dialogs';
import { nomineeLine } from '../../pieces/nominee-line';

type Act = 'hold' | 'release' | 'withdraw';

/** Each nominee with award, who decides, verdicts and outcome; hold, release and withdrawal touch the row only. */
export function RowCards({ dossier }: { readonly dossier: DossierView }): ReactNode {
  return (
    <ul className="row-cards">
      {dossier.rows.map((row) => (
        <li key={row.id}>
          <RowCard row={row} may={dossier.may} />
        </li>
      ))}
    </ul>
  );
}

function RowCard({ row, may }: { readonly row: RowView; readonly may: DossierView['may'] }): ReactNode {
  const t = useText();
  const [act, setAct] = useState<Act | null>(null);
  const acts: readonly Act[] = [
    ...(may.hold && row.state === 'open' ? (['hold'] as const) : []),
    ...(may.hold && row.state === 'held' ? (['release'] as const) : []),
    ...(may.withdraw && (row.state === 'open' || row.state === 'held') ? (['withdraw'] as const) : []),
  ];
  return (
    <article className="row-card" aria-label={row.name}>
      <div className="row-card-head">
        <strong>
          {row.seq}. {row.name}
        </strong>
        <StateTag group="row" state={row.state} />
      </div>
      <p className="small muted">{nomineeLine(t, row, t.or(`scope.${row.scope}`, ''))}</p>
      <p>
        <strong>{row.awardName}</strong> · {t('rows.decider', { decider: row.decider.title, rule: row.decider.ruleId })}
        <span className="small muted"> {row.decider.citation}</span>
        {row.decider.confirmed ? null : <span className="small"> ({t('unconfirmed.short')})</span>}
      </p>
      {row.decision === null ? null : (
        <p className="awarded">
          {t('rows.decision', { number: row.decision.numberText ?? t('rows.noNumber'), day: dayText(row.decision.date) })}
        </p>
      )}
      {row.rewardAmount === null ? null : (
        <p className="small">
          {t('rows.rewardLine', { amount: moneyText(row.rewardAmount) })}
          {row.rewardFormula === null ? '' : ` = ${row.rewardFormula}`}
        </p>
      )}
      {row.reason === null ? null : <p className="small">{t('rows.reason', { reason: row.reason })}</p>}
      {row.achievement === '' ? null : (
        <details className="small">
          <summary>{t('rows.achievement')}</summary>
          <p className="prose">{row.achievement}</p>
        </details>
      )}
      {row.subjectId === null || row.subjectId === undefined ? null : (
        <p className="small">
          <Link to="/thanh-tich/$id" params={{ id: row.subjectId }}>
            {t('evidence.title')}
          </Link>
        </p>
      )}
      <VerdictList verdicts={row.verdicts} overall={row.overall} row={may.hold ? row : undefined} />
      <MovementRecord lines={row.record} />
      {acts.length === 0 ? null : (
        <div className="bar-buttons">
          {acts.map((name) => (
            <Button
              key={name}
              size="small"
              danger={name === 'withdraw'}
              onClick={() => {
                setAct(name);
              }}
            >
              {t(`rows.act.${name}`)}
            </Button>
          ))}
        </div>
      )}
      {act === null ? null : (
        <RowDialog
          row={row}
          act={act}
          onClose={() => {
            setAct(null);
          }}
        />
      )}
    </article>
  );
}

function RowDialog({ row, act, onClose }: { readonly row: RowView; readonly act: Act; readonly onClose: () => void }): ReactNode {
  switch (act) {
    case 'hold':
      return <HoldDialog row={row} onClose={onClose} />;
    case 'release':
      return <ReleaseDialog row={row} onClose={onClose} />;
    case 'withdraw':
      return <WithdrawDialog row={row} onClose={onClose} />;
  }
}

function WithdrawDialog({ row, onClose }: { readonly row: RowView; readonly onClose: () => void }): ReactNode {
  const t = useText();
  const withdraw = useAct('withdrawRow');
  return (
    <ReasonDialog
      title={`${t('rows.act.withdraw')}: ${row.name}`}
      verb={t('rows.act.withdraw')}
      label={t('rows.actLabel.withdraw')}
      danger
      pending={withdraw.isPending}
      error={withdraw.error}
      onClose={onClose}
      onDo={(reason) => {
        withdraw.mutate({ params: { id: row.id }, body: { version: row.version, reason } }, { onSuccess: onClose });
      }}
    />
  );
}
