import type { ReactNode } from 'react';
import { Button } from 'antd';
import type { PackRowView } from '@thidua/contract';
import { addressOf } from '../../api/client';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { WhyDisabled } from '../../pieces/why-disabled';

interface Props {
  readonly row: PackRowView;
  readonly mayAdminister: boolean;
  readonly onAct: (act: 'confirm' | 'override') => void;
  readonly onClose: () => void;
}

/** One row of the pack behind a cell: what it says, on what ground, since when, who stands behind it, and what may be done with it here. */
export function MatrixRowDialog({ row, mayAdminister, onAct, onClose }: Props): ReactNode {
  const t = useText();
  const { confirmation } = row;
  const mayConfirm = !row.confirmed && confirmation === null;
  return (
    <Dialog
      title={t('matrix.rowTitle', { id: row.id, list: row.listName })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          {mayAdminister && row.mayOverride ? (
            <Button
              onClick={() => {
                onAct('override');
              }}
            >
              {t('law.override')}
            </Button>
          ) : null}
          {mayAdminister && mayConfirm ? (
            <Button
              type="primary"
              onClick={() => {
                onAct('confirm');
              }}
            >
              {t('law.proposeConfirmation')}
            </Button>
          ) : null}
        </>
      }
    >
      <dl className="facts">
        <dt>{t('law.column.says')}</dt>
        <dd>{row.text}</dd>
        <dt>{t('law.column.citation')}</dt>
        <dd>
          {row.citation}
          {row.local ? ` · ${t('law.localRow')}` : ''}
        </dd>
        <dt>{t('law.column.effect')}</dt>
        <dd>
          {dayText(row.effectiveFrom)} – {row.effectiveTo === null ? t('law.open') : dayText(row.effectiveTo)}
        </dd>
        {row.note === null ? null : (
          <>
            <dt>{t('matrix.note')}</dt>
            <dd>{row.note}</dd>
          </>
        )}
        <dt>{t('law.column.state')}</dt>
        <dd>
          {confirmation === null ? (
            t(row.confirmed ? 'law.confirmed' : 'unconfirmed.short')
          ) : (
            <>
              {t(`law.confirmation.${confirmation.status}`)}:{' '}
              <a href={addressOf('lawFile', { sha256: confirmation.fileSha256 })} target="_blank" rel="noreferrer">
                {t('law.paper', { number: confirmation.number, day: dayText(confirmation.date) })}
              </a>
              , {confirmation.body}
            </>
          )}
        </dd>
      </dl>
      {mayAdminister ? (
        <>
          <WhyDisabled reason={row.whyNotOverride} />
          {mayConfirm || row.mayOverride ? <p className="help">{t('law.secondPerson')}</p> : null}
        </>
      ) : null}
    </Dialog>
  );
}
