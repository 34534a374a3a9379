import { useState, type ReactNode } from 'react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { addressOf } from '../../api/client';
import { useRead, useSession } from '../../api/queries';
import { isAdministrator } from '../../frame/roles';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { AuditFilter } from './audit-filter';
import { AuditLine } from './audit-line';
import { queryOf, type AuditSearch } from './audit-search';
import { ChainCheck } from './chain-check';
import '../../forms/forms.css';
import './audit.css';

/** Nhật ký: who did what, on whose behalf, to what and when; and whether anybody has changed it since. */
export default function AuditPage(): ReactNode {
  const t = useText();
  const session = useSession();
  if (session.data !== undefined && !isAdministrator(session.data)) {
    return (
      <div className="page">
        <PageHead title={t('audit.title')} />
        <EmptyState text={t('audit.notYours')} />
      </div>
    );
  }
  return <Trail />;
}

function Trail(): ReactNode {
  const t = useText();
  const search = useSearch({ from: '/frame/nhat-ky' });
  const navigate = useNavigate();
  const kinds = useRead('auditKinds');
  const go = (next: AuditSearch): void => {
    void navigate({ to: '/nhat-ky', search: next, replace: true });
  };
  const { lan, ...filter } = search;
  const asked = JSON.stringify(filter);
  return (
    <div className="page audit">
      <PageHead title={t('audit.title')} line={t('audit.line')}>
        <a className="ant-btn-like" href={addressOf('auditSheet', {}, queryOf(filter))} download>
          {t('audit.download')}
        </a>
      </PageHead>
      <ChainCheck
        runId={lan}
        subjectId={search.dt}
        onBegun={(run) => {
          go({ ...search, lan: run });
        }}
      />
      <section className="section" aria-labelledby="audit-lines">
        <h2 id="audit-lines">{t('audit.lines')}</h2>
        <AuditFilter key={asked} kinds={kinds.data} search={search} onSearch={go} />
        {search.dt === undefined ? null : (
          <p>
            {t('audit.onlySubject')}{' '}
            <Link to="/nhat-ky" search={{ ...filter, dt: undefined }}>
              {t('audit.everything')}
            </Link>
          </p>
        )}
        <Pages key={`lines ${asked}`} filter={filter} />
      </section>
    </div>
  );
}

/** Page after page under each other; each remembers where the one before ended. */
function Pages({ filter }: { readonly filter: AuditSearch }): ReactNode {
  const [places, setPlaces] = useState<readonly string[]>(['']);
  return places.map((place, index) => (
    <OnePage
      key={place}
      filter={filter}
      after={place}
      isLast={index === places.length - 1}
      onMore={(next) => {
        setPlaces([...places, next]);
      }}
    />
  ));
}

interface OneProps {
  readonly filter: AuditSearch;
  readonly after: string;
  readonly isLast: boolean;
  readonly onMore: (next: string) => void;
}

function OnePage({ filter, after, isLast, onMore }: OneProps): ReactNode {
  const t = useText();
  const read = useRead('auditLines', { query: { ...queryOf(filter), ...(after === '' ? {} : { after }) } });
  const page = read.data;
  if (page === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const { next } = page;
  return (
    <>
      {page.lines.length === 0 ? (
        <EmptyState text={t('audit.none')} />
      ) : (
        <ol className="audit-lines">
          {page.lines.map((line) => (
            <AuditLine key={line.number} line={line} />
          ))}
        </ol>
      )}
      {isLast && next !== null ? (
        <Button
          onClick={() => {
            onMore(next);
          }}
        >
          {t('audit.more')}
        </Button>
      ) : null}
    </>
  );
}
