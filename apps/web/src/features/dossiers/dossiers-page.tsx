import type { ReactNode } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import type { DossierSummary } from '@thidua/contract';
import { call } from '../../api/client';
import { useSession } from '../../api/queries';
import { launchingPositions } from '../../frame/roles';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { DeadlineTag } from '../../pieces/deadline-tag';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { StateTag } from '../../pieces/state-tag';
import './dossier.css';

const STATUSES = ['drafting', 'submitted', 'supplement', 'accepted', 'closed', 'rejected', 'withdrawn'];

/** Hồ sơ that this person's offices may see. */
export default function DossiersPage(): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const { q = '', tt = '' } = useSearch({ from: '/frame/ho-so' });
  const session = useSession();
  const query = { limit: 200, ...(q === '' ? {} : { q }), ...(tt === '' ? {} : { status: tt }) };
  const dossiers = useQuery({
    queryKey: ['dossiers', {}, query],
    queryFn: () => call('dossiers', { query }),
    placeholderData: keepPreviousData,
    refetchInterval: 20_000,
  });
  const mayLaunch = session.data !== undefined && launchingPositions(session.data).length > 0;
  const list = dossiers.data?.dossiers;
  const show = (next: { q: string; tt: string }): void => {
    void navigate({ to: '/ho-so', search: { ...(next.q === '' ? {} : { q: next.q }), ...(next.tt === '' ? {} : { tt: next.tt }) } });
  };
  return (
    <div className="page">
      <PageHead title={t('dossiers.title')} line={list === undefined ? t('loading') : t('dossiers.line', { count: list.length })}>
        {mayLaunch ? (
          <Button type="primary" onClick={() => void navigate({ to: '/ho-so/moi' })}>
            {t('wizard.title')}
          </Button>
        ) : null}
      </PageHead>
      <div className="list-bar">
        <Input.Search
          key={q}
          allowClear
          className="list-search"
          defaultValue={q}
          maxLength={100}
          aria-label={t('dossiers.search')}
          placeholder={t('frame.searchHint')}
          onSearch={(text) => {
            show({ q: text.trim(), tt });
          }}
        />
        <label>
          {t('dossiers.status')}{' '}
          <select
            className="plain-select"
            value={tt}
            onChange={(event) => {
              show({ q, tt: event.target.value });
            }}
          >
            <option value="">{t('dossiers.anyStatus')}</option>
            {STATUSES.map((status) => (
              <option key={status} value={status}>
                {t(`dossierState.${status}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ErrorNote error={dossiers.error} onRetry={() => void dossiers.refetch()} />
      {list === undefined ? (
        dossiers.error === null ? (
          <Loading />
        ) : null
      ) : list.length === 0 ? (
        <EmptyState text={q === '' && tt === '' ? t('dossiers.empty') : t('dossiers.nothingFound')} />
      ) : (
        <DossierTable dossiers={list} />
      )}
    </div>
  );
}

function DossierTable({ dossiers }: { readonly dossiers: readonly DossierSummary[] }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data dossier-list">
        <thead>
          <tr>
            {['code', 'title', 'org', 'awards', 'rows', 'status', 'holder', 'deadline', 'created'].map((name) => (
              <th key={name} scope="col">
                {t(`dossiers.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dossiers.map((dossier) => (
            <tr key={dossier.id}>
              <th scope="row" className="nowrap">
                <Link to="/ho-so/$id" params={{ id: dossier.id }}>
                  {dossier.code}
                </Link>
              </th>
              <td className="dossier-title">{dossier.title === '' ? t('secret.listTitle') : dossier.title}</td>
              <td>{dossier.orgName}</td>
              <td>{dossier.awards.join(', ')}</td>
              <td className="num">{dossier.rowCount}</td>
              <td>
                <StateTag group="dossier" state={dossier.status} />
              </td>
              <td className="dossier-holder">{dossier.holder ?? '–'}</td>
              <td>
                <DeadlineTag deadline={dossier.deadline} />
              </td>
              <td>{dayText(dossier.createdAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
