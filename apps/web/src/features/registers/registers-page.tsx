import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { NumberRegisterList } from '@thidua/contract';
import { addressOf } from '../../api/client';
import { useRead } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { PrintButton } from '../../pieces/print-button';
import { NumberSheet } from './number-sheet';
import { RegisterTable } from './register-table';
import { SourceDialog } from './source-dialog';
import { WaitingPapers } from './waiting-papers';
import './registers.css';

type Body = NumberRegisterList['bodies'][number];

/** Sổ đăng ký văn bản: by body, type and year; what waits to leave the house stands first (T-27). */
export default function RegistersPage(): ReactNode {
  const t = useText();
  const { nam } = useSearch({ from: '/frame/so-van-ban' });
  const list = useRead('numberRegisters', { query: nam === undefined ? {} : { year: nam } }, { every: 30_000 });
  const shown = list.data;
  return (
    <div className="page">
      <PageHead title={t('registers.title')} line={shown === undefined ? t('loading') : t('registers.line', { year: shown.year })} />
      <ErrorNote error={list.error} onRetry={() => void list.refetch()} />
      {shown === undefined ? (
        list.error === null ? (
          <Loading />
        ) : null
      ) : shown.bodies.length === 0 ? (
        <EmptyState text={t('registers.notYours')} />
      ) : (
        <>
          <WaitingPapers papers={shown.waiting} />
          <Registers list={shown} />
        </>
      )}
    </div>
  );
}

function Registers({ list }: { readonly list: NumberRegisterList }): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const [orgId, setOrgId] = useState(list.bodies[0]?.orgId ?? '');
  const [type, setType] = useState('');
  const [search, setSearch] = useState('');
  const body = list.bodies.find((one) => one.orgId === orgId) ?? list.bodies[0];
  if (body === undefined) {
    return null;
  }
  const years = [list.year + 1, list.year, list.year - 1, list.year - 2];
  return (
    <>
      <div className="register-bar">
        <div className="field">
          <label className="field-label" htmlFor="register-org">
            {t('registers.body')}
          </label>
          <select
            id="register-org"
            className="form-input"
            value={body.orgId}
            onChange={(event) => {
              setOrgId(event.target.value);
            }}
          >
            {list.bodies.map((one) => (
              <option key={one.orgId} value={one.orgId}>
                {one.orgName}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label className="field-label" htmlFor="register-type">
            {t('registers.type')}
          </label>
          <select
            id="register-type"
            className="form-input"
            value={type}
            onChange={(event) => {
              setType(event.target.value);
            }}
          >
            <option value="">{t('registers.allTypes')}</option>
            {body.series.map((one) => (
              <option key={one.documentType} value={one.documentType}>
                {one.typeName}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label className="field-label" htmlFor="register-year">
            {t('registers.year')}
          </label>
          <select
            id="register-year"
            className="form-input"
            value={list.year}
            onChange={(event) => void navigate({ to: '/so-van-ban', search: { nam: Number(event.target.value) } })}
          >
            {years.map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
          </select>
        </div>
        {body.mayRead ? (
          <div className="field register-search">
            <label className="field-label" htmlFor="register-search">
              {t('registers.search')}
            </label>
            <input
              id="register-search"
              className="form-input"
              type="search"
              value={search}
              placeholder={t('registers.searchHint')}
              onChange={(event) => {
                setSearch(event.target.value);
              }}
            />
          </div>
        ) : null}
      </div>
      {body.mayRead ? (
        <>
          <div className="register-acts">
            <PrintButton
              key={`${body.orgId}/${String(list.year)}/${type}`}
              kind="so-dang-ky-van-ban"
              params={{ orgId: body.orgId, year: list.year, documentType: type }}
              label={t('registers.print')}
            />
            <a
              href={addressOf(
                'numberRegisterSheet',
                {},
                { orgId: body.orgId, year: list.year, ...(type === '' ? {} : { documentType: type }) },
              )}
              download
            >
              {t('registers.excel')}
            </a>
            <PrintButton
              key={`${body.orgId}/${String(list.year)}`}
              kind="so-theo-doi"
              params={{ orgId: body.orgId, year: list.year }}
              label={t('registers.followBook')}
            />
          </div>
          <RegisterTable orgId={body.orgId} year={list.year} documentType={type} search={search} />
        </>
      ) : (
        <p className="muted">{t('registers.closed')}</p>
      )}
      {body.mayNumber ? <NumberSheet key={body.orgId} orgId={body.orgId} /> : null}
      <Sources body={body} year={list.year} />
    </>
  );
}

/** Where numbers come from, type by type; the head or an administrator changes it. */
function Sources({ body, year }: { readonly body: Body; readonly year: number }): ReactNode {
  const t = useText();
  const [changing, setChanging] = useState(false);
  return (
    <section className="section" aria-label={t('registers.sources')}>
      <h2>{t('registers.sources')}</h2>
      <div className="table-scroll">
        <table className="data">
          <thead>
            <tr>
              {['type', 'source', 'lines', 'canceled', 'last'].map((name) => (
                <th key={name} scope="col" className={name === 'lines' || name === 'canceled' ? 'num' : undefined}>
                  {t(`registers.sourceColumn.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {body.series.map((one) => (
              <tr key={one.documentType}>
                <th scope="row">{one.typeName}</th>
                <td>{t(`registers.source.${one.source}`)}</td>
                <td className="num">{one.lines}</td>
                <td className="num">{one.canceled}</td>
                <td className="nowrap">{one.last ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {body.maySetSource ? (
        <Button
          onClick={() => {
            setChanging(true);
          }}
        >
          {t('registers.changeSource')}
        </Button>
      ) : (
        <p className="small muted">{t('registers.sourceBy')}</p>
      )}
      {changing ? (
        <SourceDialog
          body={body}
          year={year}
          onClose={() => {
            setChanging(false);
          }}
        />
      ) : null}
    </section>
  );
}
