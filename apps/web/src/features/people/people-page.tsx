import { useState, type ReactNode } from 'react';
import { Link, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import type { PeopleList } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { AddPerson } from './add-person';
import { BodyPicker, TextInput } from './fields';
import { PersonLine } from './person-line';
import './keeping.css';

/** 'Nhân sự': who holds which post until when, who can sign in, and inboxes that nobody opens. */
export default function PeoplePage(): ReactNode {
  const t = useText();
  const [q, setQ] = useState('');
  const { donVi } = useSearch({ from: '/frame/nhan-su' });
  const [orgId, setOrg] = useState<string | null>(donVi ?? null);
  const [page, setPage] = useState(1);
  const [adding, setAdding] = useState(false);
  const people = useRead('people', { query: { q, page, ...(orgId === null ? {} : { orgId }) } });
  const bodies = useRead('organisations', { query: {} }).data?.organisations ?? [];
  const list = people.data;
  return (
    <div className="page">
      <PageHead title={t('staff.title')} line={list === undefined ? t('loading') : t('staff.line', { count: list.total })}>
        <Link to="/nhap-danh-muc" className="ant-btn-like">
          {t('staff.import')}
        </Link>
        <Button
          type="primary"
          onClick={() => {
            setAdding(true);
          }}
        >
          {t('staff.add')}
        </Button>
      </PageHead>
      {adding ? (
        <AddPerson
          bodies={bodies}
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
      {list === undefined ? null : <Stranded list={list} />}
      <div className="keep-bar">
        <TextInput
          id="staff-search"
          label={t('staff.search')}
          value={q}
          most={120}
          onChange={(value) => {
            setQ(value);
            setPage(1);
          }}
        />
        <BodyPicker
          id="staff-org"
          label={t('staff.org')}
          bodies={bodies}
          value={orgId}
          onChange={(id) => {
            setOrg(id);
            setPage(1);
          }}
        />
      </div>
      <ErrorNote error={people.error} onRetry={() => void people.refetch()} />
      {list === undefined ? people.error === null ? <Loading /> : null : <People list={list} page={page} onPage={setPage} />}
    </div>
  );
}

function Stranded({ list }: { readonly list: PeopleList }): ReactNode {
  const t = useText();
  if (list.stranded.length === 0) {
    return null;
  }
  return (
    <div className="note note-amber" role="status">
      <div>
        <strong>{t('staff.stranded')}</strong>
        <ul>
          {list.stranded.map((one) => (
            <li key={`${one.orgId}/${one.role}`}>
              {t('staff.strandedAt', { role: t.or(`role.${one.role}`, one.role), org: one.orgName, count: one.tasks })}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface PeopleProps {
  readonly list: PeopleList;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

function People({ list, page, onPage }: PeopleProps): ReactNode {
  const t = useText();
  if (list.people.length === 0) {
    return <EmptyState text={t('staff.empty')} />;
  }
  const pages = Math.ceil(list.total / list.pageSize);
  return (
    <>
      <div className="table-scroll">
        <table className="data">
          <thead>
            <tr>
              {['name', 'posts', 'account', 'acts'].map((name) => (
                <th key={name} scope="col">
                  {t(`staff.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.people.map((person) => (
              <PersonLine key={person.id} person={person} />
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 ? (
        <div className="keep-more">
          <Button
            disabled={page <= 1}
            onClick={() => {
              onPage(page - 1);
            }}
          >
            {t('staff.before')}
          </Button>
          <span>{t('staff.page', { page, pages })}</span>
          <Button
            disabled={page >= pages}
            onClick={() => {
              onPage(page + 1);
            }}
          >
            {t('staff.after')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
