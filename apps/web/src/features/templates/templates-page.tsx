import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import type { PaperKindList } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import './templates.css';

type Kind = PaperKindList['kinds'][number];

/** Mẫu văn bản: every kind of paper and the template it is made with today. */
export default function TemplatesPage(): ReactNode {
  const t = useText();
  const list = useRead('paperKinds');
  const [sought, setSought] = useState('');
  const kinds = (list.data?.kinds ?? []).filter(({ kind, title }) => plain(`${title} ${kind}`).includes(plain(sought)));
  return (
    <div className="page">
      <PageHead title={t('templates.title')} line={t('templates.line')} />
      <ErrorNote error={list.error} onRetry={() => void list.refetch()} />
      {list.data === undefined ? (
        list.error === null ? (
          <Loading />
        ) : null
      ) : (
        <section className="section" aria-label={t('templates.title')}>
          <label className="field templates-filter">
            <span className="field-label">{t('templates.seek')}</span>
            <Input
              allowClear
              value={sought}
              onChange={(event) => {
                setSought(event.target.value);
              }}
            />
          </label>
          {kinds.length === 0 ? <EmptyState text={t('templates.noKind')} /> : <KindTable kinds={kinds} />}
        </section>
      )}
    </div>
  );
}

function KindTable({ kinds }: { readonly kinds: readonly Kind[] }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            {['kind', 'inForce', 'waiting'].map((column) => (
              <th key={column} scope="col">
                {t(`templates.list.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((one) => (
            <tr key={one.kind}>
              <th scope="row">
                <Link to="/mau-van-ban/$kind" params={{ kind: one.kind }}>
                  {one.title}
                </Link>
              </th>
              <td>
                {one.inForce.length === 0
                  ? t('templates.shipped')
                  : one.inForce.map((own) => (
                      <div key={own.number}>
                        {t('templates.own', { number: own.number, title: own.title, day: dayText(own.validFrom) })}
                        {own.packId === null ? null : <span className="small muted"> ({own.packId})</span>}
                      </div>
                    ))}
              </td>
              <td>
                {one.proposed === 0 ? null : <span className="tag tag-amber">{t('templates.proposedCount', { count: one.proposed })}</span>}{' '}
                {one.drafts === 0 ? null : <span className="tag tag-blue">{t('templates.draftCount', { count: one.drafts })}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Vietnamese without marks, as people type when they look for something. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase();
}
