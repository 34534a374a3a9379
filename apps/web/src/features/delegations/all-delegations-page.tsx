import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRead } from '../../api/queries';
import { plainText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { BodyPicker, TextInput } from '../people/fields';
import '../people/keeping.css';
import { DelegationTable } from './delegation-table';
import { GrantForm } from './grant-form';

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
      {list === undefined ? null : <DelegationTable list={shown} />}
    </div>
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
