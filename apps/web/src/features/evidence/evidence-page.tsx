import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { useRead, useSession } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { PageHead } from '../../pieces/page-head';
import { standingPositions } from '../../frame/roles';

/** Finds the person or body whose past is to be read or completed. */
export default function EvidencePage(): ReactNode {
  const t = useText();
  const session = useSession();
  const [asked, setAsked] = useState('');
  const q = asked.trim();
  const found = useRead('subjects', { query: { q } }, { enabled: q.length >= 2 });
  const subjects = q.length >= 2 ? found.data?.subjects : undefined;
  const reviews = session.data !== undefined && standingPositions(session.data).length > 0;
  return (
    <div className="page">
      <PageHead title={t('evidence.title')} line={t('evidence.line')}>
        {reviews ? <Link to="/nhap-qua-khu">{t('evidence.importLink')}</Link> : null}
      </PageHead>
      <section className="section" aria-label={t('evidence.search')}>
        <label className="field-label" htmlFor="evidence-search">
          {t('evidence.search')}
        </label>
        <Input
          id="evidence-search"
          allowClear
          value={asked}
          maxLength={100}
          onChange={(event) => {
            setAsked(event.target.value);
          }}
        />
        <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
        {subjects === undefined ? null : subjects.length === 0 ? (
          <EmptyState text={t('evidence.nobody')} />
        ) : (
          <ul className="plain-list">
            {subjects.map((subject) => (
              <li key={subject.id}>
                <Link to="/thanh-tich/$id" params={{ id: subject.id }}>
                  {subject.name}
                </Link>{' '}
                <span className="small muted">{[subject.title, subject.orgName].filter((part) => part !== '').join(' · ')}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
