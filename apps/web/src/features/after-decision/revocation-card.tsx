import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { RevocationView } from '@thidua/contract';
import { dayText, moneyText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { UploadField } from '../../pieces/upload-field';
import { StateTag } from '../../pieces/state-tag';
import { CentralForm } from './central-form';
import { RecoveryForm } from './recovery-form';

/** One case: its ground and conclusion, where it stands, what is still to come back. */
export function RevocationCard({ view }: { readonly view: RevocationView }): ReactNode {
  const t = useText();
  const [form, setForm] = useState<'recover' | 'central' | null>(null);
  const close = (): void => {
    setForm(null);
  };
  return (
    <article className="after-case" aria-label={view.code}>
      <h3>
        {t('after.case', { code: view.code, number: view.decision.numberText ?? '' })} <StateTag group="revocation" state={view.status} />
      </h3>
      <dl className="facts">
        <dt>{t('after.ground')}</dt>
        <dd>
          {view.groundText} ({view.ruleId})
        </dd>
        <dt>{t('after.conclusion')}</dt>
        <dd className="prose">
          {view.conclusion.text}{' '}
          <span className="muted">
            {t('after.conclusionRef', {
              number: view.conclusion.number,
              date: dayText(view.conclusion.date),
              body: view.conclusion.body,
            })}
          </span>
        </dd>
        <dt>{t('after.proposer')}</dt>
        <dd>{view.proposer}</dd>
        <dt>{t('after.decider')}</dt>
        <dd>{view.decider ?? t('after.centre')}</dd>
        {view.refusal === null ? null : (
          <>
            <dt>{t('after.refusal')}</dt>
            <dd>{view.refusal}</dd>
          </>
        )}
        {view.publishedWhere === null ? null : (
          <>
            <dt>{t('after.published')}</dt>
            <dd>
              {view.publishedWhere}, {dayText(view.publishedOn ?? '')}
            </dd>
          </>
        )}
      </dl>
      {view.revokedOn === null ? null : <Dues view={view} />}
      <div className="bar-buttons">
        {view.may.recover ? (
          <Button
            onClick={() => {
              setForm('recover');
            }}
          >
            {t('after.recover')}
          </Button>
        ) : null}
        {view.may.record || view.may.restore ? (
          <Button
            onClick={() => {
              setForm('central');
            }}
          >
            {view.may.record ? t('after.central') : t('after.restore')}
          </Button>
        ) : null}
        {view.may.uploadConclusion && !view.conclusion.hasScan ? <ConclusionScan id={view.id} /> : null}
      </div>
      {form === 'recover' && view.may.recover ? <RecoveryForm view={view} onClose={close} /> : null}
      {form === 'central' ? <CentralForm view={view} onClose={close} /> : null}
    </article>
  );
}

function Dues({ view }: { readonly view: RevocationView }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data">
        <caption className="small">{view.recoverBy === null ? '' : t('after.recoverBy', { day: dayText(view.recoverBy) })}</caption>
        <thead>
          <tr>
            {['who', 'item', 'money'].map((name) => (
              <th key={name} scope="col">
                {t(`after.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr key={row.rowId}>
              <th scope="row">{row.name}</th>
              <td>{row.itemDue ? t(row.itemBack ? 'after.back' : 'after.notBack') : t('after.nothing')}</td>
              <td className="nowrap">
                {row.moneyDue === 0
                  ? t('after.nothing')
                  : t('after.moneyBack', { back: moneyText(row.moneyBack), due: moneyText(row.moneyDue) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ConclusionScan({ id }: { readonly id: string }): ReactNode {
  const t = useText();
  return <UploadField id={`conclusion-${id}`} label={t('after.scan')} rule="scan" route="uploadConclusion" input={{ params: { id } }} />;
}
