import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { AnswerOf } from '../../api/client';
import { useAct, useRead } from '../../api/queries';
import { dayText, instantText, plainText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { ReasonDialog } from '../../pieces/reason-dialog';
import { BodyPicker, TextInput } from '../people/fields';
import '../people/keeping.css';
import { GrantForm } from './grant-form';

type Lent = AnswerOf<'allDelegations'>['delegations'][number];

/** Every lent power of the province: who signs for whom, by which paper, whether it was taken on. */
export default function AllDelegationsPage(): ReactNode {
  const t = useText();
  const found = useRead('allDelegations');
  const [q, setQ] = useState('');
  const [granting, setGranting] = useState(false);
  const list = found.data?.delegations;
  const words = plainText(q.trim());
  const shown = list?.filter((one) => plainText([one.fromName, one.toName, one.orgName, one.paper].join(' ')).includes(words)) ?? [];
  return (
    <div className="page">
      <PageHead title={t('delegations.allTitle')} line={t('delegations.line')}>
        <Link to="/nhap-danh-muc" className="ant-btn-like">
          {t('staff.import')}
        </Link>
        <Button
          type="primary"
          onClick={() => {
            setGranting(true);
          }}
        >
          {t('delegations.record')}
        </Button>
      </PageHead>
      {granting ? (
        <Record
          onDone={() => {
            setGranting(false);
          }}
        />
      ) : null}
      <div className="keep-bar">
        <TextInput id="lent-search" label={t('delegations.search')} value={q} most={120} onChange={setQ} />
      </div>
      <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      {list === undefined ? found.error === null ? <Loading /> : null : null}
      {list !== undefined && shown.length === 0 ? <EmptyState text={t('delegations.empty')} /> : null}
      {shown.length === 0 ? null : (
        <div className="table-scroll">
          <table className="data">
            <thead>
              <tr>
                {['capacity', 'from', 'to', 'paper', 'days', 'scope', 'state', 'acts'].map((name) => (
                  <th key={name} scope="col">
                    {t(`delegations.column.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <Line key={one.id} one={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Line({ one }: { readonly one: Lent }): ReactNode {
  const t = useText();
  const end = useAct('endDelegation');
  const [ending, setEnding] = useState(false);
  const scope = [...(one.scope.steps ?? []).map((step) => t.or(`stepKind.${step}`, step)), ...(one.scope.awards ?? [])];
  return (
    <tr>
      <td>{`${one.capacity}.`}</td>
      <td>
        {`${one.fromTitle}, ${one.fromName}`}
        <div className="muted small">{one.orgName}</div>
      </td>
      <td>{`${one.toTitle}, ${one.toName}`}</td>
      <td>{one.paper}</td>
      <td>{one.to === null ? t('delegations.since', { from: dayText(one.from) }) : `${dayText(one.from)} – ${dayText(one.to)}`}</td>
      <td>{scope.length === 0 ? t('delegations.whole') : scope.join(', ')}</td>
      <td>
        {t(`delegations.state.${one.state}`)}
        {one.acceptedAt === null ? null : (
          <div className="muted small">{t('delegations.takenOn', { at: instantText(one.acceptedAt) })}</div>
        )}
      </td>
      <td>
        {one.mayEnd ? (
          <Button
            size="small"
            onClick={() => {
              setEnding(true);
            }}
          >
            {t('delegations.end')}
          </Button>
        ) : null}
        {ending ? (
          <ReasonDialog
            title={t('delegations.endTitle')}
            verb={t('delegations.end')}
            label={t('delegations.endWhy')}
            pending={end.isPending}
            error={end.error}
            onClose={() => {
              setEnding(false);
            }}
            onDo={(reason) => {
              end.mutate({ params: { id: one.id }, body: { reason } });
            }}
          />
        ) : null}
      </td>
    </tr>
  );
}

/** First the body, then its posts: an administrator writes down what a paper of others says. */
function Record({ onDone }: { readonly onDone: () => void }): ReactNode {
  const t = useText();
  const [orgId, setOrg] = useState<string | null>(null);
  const bodies = useRead('organisations', { query: {} }).data?.organisations ?? [];
  const burden = useRead('organisationBurden', { params: { id: orgId ?? '' } }, { enabled: orgId !== null });
  const posts = (burden.data?.posts ?? []).filter((post) => post.role !== 'council-member');
  return (
    <section className="section" aria-label={t('delegations.record')}>
      <div className="keep-bar">
        <BodyPicker id="lent-org" label={t('delegations.recordOrg')} bodies={bodies} value={orgId} onChange={setOrg} />
        <Button onClick={onDone}>{t('action.close')}</Button>
      </div>
      {burden.data === undefined || orgId === null ? null : (
        <GrantForm
          key={orgId}
          posts={posts.map(({ id, title, fullName }) => ({ id, orgId, title, fullName, own: true }))}
          recording
          onDone={onDone}
        />
      )}
    </section>
  );
}
