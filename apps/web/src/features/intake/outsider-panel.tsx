import { useState, type ReactNode } from 'react';
import { Button, Input } from 'antd';
import type { DossierView, OutsiderList } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { StateTag } from '../../pieces/state-tag';

type Outsider = OutsiderList['outsiders'][number];

/** Người ngoài hệ thống: who manages them, whether they were asked, what they answered. */
export function OutsiderPanel({ dossier }: { readonly dossier: DossierView }): ReactNode {
  const t = useText();
  const list = useRead('outsiders', { params: { id: dossier.id } });
  if (list.data === undefined) {
    return list.error === null ? <Loading /> : <ErrorNote error={list.error} />;
  }
  const { outsiders, mayAsk } = list.data;
  return (
    <section className="section" aria-label={t('intake.outsider.title')}>
      <h2>{t('intake.outsider.title')}</h2>
      <ul className="row-cards">
        {outsiders.map((one) => (
          <li key={one.rowId}>
            <article className="row-card" aria-label={one.name}>
              <div className="row-card-head">
                <strong>{one.name}</strong>
                <StateTag group="outsider" state={one.verdict} />
              </div>
              <p>{one.managingBody === null ? t('intake.outsider.unknown') : [one.managingBody, one.address].join(' · ')}</p>
              {one.askedAt === null ? null : (
                <p className="small">
                  {t('intake.outsider.asked', { day: dayText(one.askedAt), due: one.dueOn === null ? '' : dayText(one.dueOn) })}
                  {one.numberText === null ? '' : ` · ${one.numberText}`}
                </p>
              )}
              <Tell outsider={one} version={dossier.rows.find((row) => row.id === one.rowId)?.version ?? 0} own={dossier.may.withdraw} />
              {mayAsk && one.managingBody !== null && (one.requestId === null || one.answer === 'other') ? <Ask rowId={one.rowId} /> : null}
            </article>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ask({ rowId }: { readonly rowId: string }): ReactNode {
  const t = useText();
  const ask = useAct('askConfirmation');
  return (
    <>
      <ErrorNote error={ask.error} />
      <Button
        size="small"
        loading={ask.isPending}
        onClick={() => {
          ask.mutate({ params: { id: rowId } });
        }}
      >
        {t('intake.outsider.ask')}
      </Button>
    </>
  );
}

/** The submitting unit tells later whom to ask. */
function Tell({ outsider, version, own }: { readonly outsider: Outsider; readonly version: number; readonly own: boolean }): ReactNode {
  const t = useText();
  const set = useAct('setOutsider');
  const [managingBody, setBody] = useState('');
  const [address, setAddress] = useState('');
  if (!own || outsider.managingBody !== null) {
    return null;
  }
  return (
    <div className="nominee-fields">
      <Input
        aria-label={t('wizard.outsider.managingBody')}
        placeholder={t('wizard.outsider.managingBody')}
        maxLength={300}
        value={managingBody}
        onChange={(event) => {
          setBody(event.target.value);
        }}
      />
      <Input
        aria-label={t('wizard.outsider.address')}
        placeholder={t('wizard.outsider.address')}
        maxLength={300}
        value={address}
        onChange={(event) => {
          setAddress(event.target.value);
        }}
      />
      <Button
        size="small"
        loading={set.isPending}
        disabled={managingBody.trim().length < 2 || address.trim().length < 2}
        onClick={() => {
          set.mutate({ params: { id: outsider.rowId }, body: { version, managingBody, address } });
        }}
      >
        {t('intake.outsider.tell')}
      </Button>
      <ErrorNote error={set.error} />
    </div>
  );
}
