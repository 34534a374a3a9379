import { useMemo, useState, type ReactNode } from 'react';
import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { OrganisationSummary } from '@thidua/contract';
import { useRead, useSession } from '../../api/queries';
import { isAdministrator } from '../../frame/roles';
import { dayText, plainText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { DayInput, TextInput } from '../people/fields';
import '../people/keeping.css';
import { AddBody } from './add-body';

/** 'Tổ chức': the tree of a day, with who may sign and seal for itself. */
export default function OrganisationsPage(): ReactNode {
  const t = useText();
  const [day, setDay] = useState('');
  const [q, setQ] = useState('');
  const [adding, setAdding] = useState(false);
  const session = useSession();
  const keeps = session.data !== undefined && isAdministrator(session.data);
  const found = useRead('organisations', { query: day === '' ? {} : { day } });
  const list = found.data?.organisations;
  return (
    <div className="page">
      <PageHead
        title={t('bodies.title')}
        line={
          found.data === undefined
            ? t('loading')
            : t('bodies.line', { count: found.data.organisations.length, day: dayText(found.data.day) })
        }
      >
        {keeps ? (
          <>
            <Link to="/to-chuc/sap-nhap" className="ant-btn-like">
              {t('bodies.merge')}
            </Link>
            <Button
              type="primary"
              onClick={() => {
                setAdding(true);
              }}
            >
              {t('bodies.add')}
            </Button>
          </>
        ) : null}
      </PageHead>
      {adding ? (
        <AddBody
          bodies={list ?? []}
          parentId={null}
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
      <div className="keep-bar">
        <TextInput id="bodies-search" label={t('bodies.search')} value={q} most={120} onChange={setQ} />
        <DayInput id="bodies-day" label={t('bodies.day')} value={day} onChange={setDay} />
      </div>
      <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      {list === undefined ? found.error === null ? <Loading /> : null : <Tree list={list} q={q} />}
    </div>
  );
}

function Tree({ list, q }: { readonly list: readonly OrganisationSummary[]; readonly q: string }): ReactNode {
  const t = useText();
  const children = useMemo(() => {
    const there = new Set(list.map((body) => body.id));
    const map = new Map<string, OrganisationSummary[]>();
    for (const body of list) {
      // A body whose superior did not live on that day stands at the top.
      const above = body.parentId !== null && there.has(body.parentId) ? body.parentId : '';
      map.set(above, [...(map.get(above) ?? []), body]);
    }
    return map;
  }, [list]);
  if (q.trim().length > 0) {
    const found = list.filter((body) => plainText(body.name).includes(plainText(q.trim())));
    return found.length === 0 ? (
      <EmptyState text={t('bodies.none')} />
    ) : (
      <section className="section" aria-label={t('bodies.title')}>
        <ul className="keep-tree">
          {found.slice(0, MOST_FOUND).map((body) => (
            <li key={body.id}>
              <Node body={body} above={list.find((one) => one.id === body.parentId)?.name ?? null} />
            </li>
          ))}
        </ul>
        {found.length > MOST_FOUND ? <p className="muted">{t('bodies.more', { count: found.length - MOST_FOUND })}</p> : null}
      </section>
    );
  }
  return (
    <section className="section" aria-label={t('bodies.title')}>
      <ul className="keep-tree">
        {(children.get('') ?? []).map((body) => (
          <Branch key={body.id} body={body} childrenOf={children} open={body.level === 'TINH' && body.kind === 'province'} />
        ))}
      </ul>
    </section>
  );
}

const MOST_FOUND = 100;

interface BranchProps {
  readonly body: OrganisationSummary;
  readonly childrenOf: ReadonlyMap<string, readonly OrganisationSummary[]>;
  readonly open: boolean;
}

function Branch({ body, childrenOf, open: first }: BranchProps): ReactNode {
  const t = useText();
  const [open, setOpen] = useState(first);
  const under = childrenOf.get(body.id) ?? [];
  const toggle =
    under.length === 0 ? (
      <span className="keep-leaf" aria-hidden />
    ) : (
      <button
        type="button"
        aria-expanded={open}
        aria-label={t(open ? 'bodies.close' : 'bodies.open', { name: body.name, count: under.length })}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {open ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
      </button>
    );
  return (
    <li>
      <Node body={body} above={null} count={under.length}>
        {toggle}
      </Node>
      {open ? (
        <ul className="keep-tree">
          {under.map((one) => (
            <Branch key={one.id} body={one} childrenOf={childrenOf} open={false} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

interface NodeProps {
  readonly body: OrganisationSummary;
  readonly above: string | null;
  readonly count?: number;
  readonly children?: ReactNode;
}

function Node({ body, above, count = 0, children }: NodeProps): ReactNode {
  const t = useText();
  const kind = body.bodyKind === null ? t.or(`level.${body.level}`, body.level) : t(`bodies.kind.${body.bodyKind}`);
  return (
    <div className="keep-node">
      {children}
      <div>
        <Link to="/to-chuc/$id" params={{ id: body.id }}>
          {body.name}
        </Link>{' '}
        <span className="muted small">
          {[kind, body.symbol, ...(above === null ? [] : [above]), ...(count === 0 ? [] : [t('bodies.under', { count })])].join(' · ')}
        </span>
        {body.legalPerson ? null : <span className="tag tag-grey">{t('bodies.noLegalPerson')}</span>}
        {body.validTo === null ? null : <span className="tag tag-amber">{t('bodies.until', { day: dayText(body.validTo) })}</span>}
      </div>
    </div>
  );
}
