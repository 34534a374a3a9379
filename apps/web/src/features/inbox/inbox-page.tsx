import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, type InputRef } from 'antd';
import { call } from '../../api/client';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import type { InboxFilter } from './inbox-filter';
import { HandedOn, LatePapers } from './late-papers';
import { TaskGrid } from './task-grid';
import './inbox.css';

const FILTERS: readonly { readonly filter: InboxFilter; readonly count: 'all' | 'overdue' | 'atRisk' | 'onTime' }[] = [
  { filter: 'all', count: 'all' },
  { filter: 'overdue', count: 'overdue' },
  { filter: 'at-risk', count: 'atRisk' },
  { filter: 'on-time', count: 'onTime' },
];

/** Việc của tôi: counters that filter, search, and a list one can walk with J, K and Enter. */
export default function InboxPage(): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const { loc = 'all', q = '' } = useSearch({ from: '/frame/viec' });
  const search = useRef<InputRef>(null);
  const [help, setHelp] = useState(false);
  const closeHelp = (): void => {
    setHelp(false);
  };
  const query = { filter: loc, limit: 200, ...(q === '' ? {} : { q }) };
  const tasks = useQuery({
    queryKey: ['tasks', {}, query],
    queryFn: () => call('tasks', { query }),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
  const open = useCallback((id: string) => void navigate({ to: '/viec/$id', params: { id } }), [navigate]);
  usePageKeys({
    '/': () => search.current?.focus(),
    '?': () => {
      setHelp(true);
    },
  });
  const counts = tasks.data?.counts;
  return (
    <div className="page">
      <PageHead
        title={t('inbox.title')}
        line={counts === undefined ? t('loading') : t('inbox.line', { all: counts.all, overdue: counts.overdue, atRisk: counts.atRisk })}
      >
        <Button
          onClick={() => {
            setHelp(true);
          }}
        >
          {t('inbox.keys')}
        </Button>
      </PageHead>
      <LatePapers />
      <HandedOn />
      <div className="inbox-bar">
        <div className="counters" role="group" aria-label={t('inbox.filter')}>
          {FILTERS.map(({ filter, count }) => (
            <button
              key={filter}
              type="button"
              className={`counter counter-${filter}`}
              aria-pressed={loc === filter}
              onClick={() =>
                void navigate({ to: '/viec', search: { ...(filter === 'all' ? {} : { loc: filter }), ...(q === '' ? {} : { q }) } })
              }
            >
              <span>{t(`inbox.${filter}`)}</span> <strong>{counts?.[count] ?? '–'}</strong>
            </button>
          ))}
        </div>
        <Input.Search
          key={q}
          ref={search}
          allowClear
          defaultValue={q}
          maxLength={100}
          className="inbox-search"
          aria-label={t('inbox.search')}
          placeholder={t('frame.searchHint')}
          onSearch={(text) =>
            void navigate({ to: '/viec', search: { ...(loc === 'all' ? {} : { loc }), ...(text.trim() === '' ? {} : { q: text.trim() }) } })
          }
        />
      </div>
      <ErrorNote error={tasks.error} onRetry={() => void tasks.refetch()} />
      {tasks.data === undefined && tasks.error === null ? <Loading what={t('inbox.loading')} /> : null}
      {tasks.data === undefined ? null : tasks.data.tasks.length === 0 ? (
        <EmptyState text={q === '' && loc === 'all' ? t('inbox.empty') : t('inbox.nothingFound')} />
      ) : (
        <TaskGrid tasks={tasks.data.tasks} onOpen={open} />
      )}
      {help ? (
        <Dialog title={t('inbox.keys')} onClose={closeHelp} foot={<Button onClick={closeHelp}>{t('action.close')}</Button>}>
          <dl className="keys">
            {['J', 'K', 'Enter', '/', '?'].map((key) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{t(`keys.${key}`)}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      ) : null}
    </div>
  );
}

/** Keys of the page, never while something is being typed. */
function usePageKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]') !== null;
      const act = keys[event.key];
      if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && act !== undefined) {
        event.preventDefault();
        act();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  });
}
