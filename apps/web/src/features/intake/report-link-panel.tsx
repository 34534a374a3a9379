import { useState, type ReactNode } from 'react';
import { LinkOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { DossierView, RowView } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';

const DAYS = 7;

/** One-time links by which nominees write or confirm their own report; the address is shown once. */
export function ReportLinkPanel({ dossier }: { readonly dossier: DossierView }): ReactNode {
  const t = useText();
  const rows = dossier.rows.filter((row) => row.state === 'open');
  if (!dossier.may.withdraw || rows.length === 0) {
    return null;
  }
  return (
    <section className="section" aria-label={t('intake.link.title')}>
      <h2>{t('intake.link.title')}</h2>
      <p className="help">{t('intake.link.hint')}</p>
      <ul className="row-cards">
        {rows.map((row) => (
          <li key={row.id}>
            <RowLink row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RowLink({ row }: { readonly row: RowView }): ReactNode {
  const t = useText();
  const links = useRead('reportLinks', { params: { id: row.id } });
  const create = useAct('createReportLink');
  const revoke = useAct('revokeReportLinks');
  const [address, setAddress] = useState('');
  const latest = links.data?.links[0];
  return (
    <article className="row-card" aria-label={row.name}>
      <div className="row-card-head">
        <strong>{row.name}</strong>
        {latest === undefined ? null : (
          <span className="small muted">
            {t(`intake.link.state.${latest.state}`, { at: instantText(latest.usedAt ?? latest.expiresAt), name: latest.signedName ?? '' })}
          </span>
        )}
      </div>
      {address === '' ? null : (
        <p>
          <label className="field-label" htmlFor={`link-${row.id}`}>
            {t('intake.link.once')}
          </label>
          <Input
            id={`link-${row.id}`}
            readOnly
            value={address}
            onFocus={(event) => {
              event.target.select();
            }}
          />
        </p>
      )}
      <ErrorNote error={create.error ?? revoke.error} />
      <div className="bar-buttons">
        <Button
          size="small"
          icon={<LinkOutlined aria-hidden />}
          loading={create.isPending}
          onClick={() => {
            create.mutate(
              { params: { id: row.id }, body: { days: DAYS } },
              {
                onSuccess: ({ token }) => {
                  setAddress(`${window.location.origin}/xac-nhan/${token}`);
                },
              },
            );
          }}
        >
          {t('intake.link.create', { days: DAYS })}
        </Button>
        {latest?.state === 'open' ? (
          <Button
            size="small"
            danger
            loading={revoke.isPending}
            onClick={() => {
              setAddress('');
              revoke.mutate({ params: { id: row.id } });
            }}
          >
            {t('intake.link.revoke')}
          </Button>
        ) : null}
      </div>
    </article>
  );
}
