import { useState, type ReactNode } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { OrganisationView } from '@thidua/contract';
import { useRead, useSession } from '../../api/queries';
import { isAdministrator } from '../../frame/roles';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import '../people/keeping.css';
import { AddBody } from './add-body';
import { BodyPosts } from './body-posts';
import { ChangeBody } from './change-body';
import { MoveBody } from './move-body';

/** One body: what it is today, who sits in it, what it was, what it came from and what came after it. */
export default function OrganisationPage(): ReactNode {
  const t = useText();
  const { id } = useParams({ from: '/frame/to-chuc/$id' });
  const session = useSession();
  const keeps = session.data !== undefined && isAdministrator(session.data);
  const found = useRead('organisation', { params: { id }, query: {} });
  const body = found.data;
  if (body === undefined) {
    return (
      <div className="page">
        <PageHead title={t('bodies.title')} />
        {found.error === null ? <Loading /> : <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      </div>
    );
  }
  const kind = body.bodyKind === null ? t.or(`level.${body.level}`, body.level) : t(`bodies.kind.${body.bodyKind}`);
  const line = [
    kind,
    body.validTo === null ? t('bodies.since', { day: dayText(body.validFrom) }) : t('bodies.until', { day: dayText(body.validTo) }),
  ];
  return (
    <div className="page">
      <PageHead title={body.name} line={line.join(' · ')}>
        {keeps && body.validTo === null ? <Acts body={body} /> : null}
      </PageHead>
      <Facts body={body} />
      {keeps ? <BodyPosts id={body.id} /> : null}
      <History body={body} />
    </div>
  );
}

function Acts({ body }: { readonly body: OrganisationView }): ReactNode {
  const t = useText();
  const [doing, setDoing] = useState<'add' | 'change' | 'move' | null>(null);
  const bodies = useRead('organisations', { query: {} }).data?.organisations ?? [];
  const close = (): void => {
    setDoing(null);
  };
  return (
    <>
      <Link to="/to-chuc/sap-nhap" search={{ tu: body.id }} className="ant-btn-like">
        {t('bodies.merge')}
      </Link>
      {(['move', 'change', 'add'] as const).map((act) => (
        <Button
          key={act}
          onClick={() => {
            setDoing(act);
          }}
        >
          {t(`bodies.act.${act}`)}
        </Button>
      ))}
      {doing === 'add' ? <AddBody bodies={bodies} parentId={body.id} onClose={close} /> : null}
      {doing === 'change' ? <ChangeBody body={body} onClose={close} /> : null}
      {doing === 'move' ? <MoveBody body={body} bodies={bodies} onClose={close} /> : null}
    </>
  );
}

function Facts({ body }: { readonly body: OrganisationView }): ReactNode {
  const t = useText();
  const above = useRead('organisation', { params: { id: body.parentId ?? '' }, query: {} }, { enabled: body.parentId !== null });
  return (
    <section className="section" aria-label={t('bodies.facts')}>
      <h2>{t('bodies.facts')}</h2>
      <dl className="facts">
        <dt>{t('bodies.field.parent')}</dt>
        <dd>
          {body.parentId === null ? (
            t('bodies.top')
          ) : (
            <Link to="/to-chuc/$id" params={{ id: body.parentId }}>
              {above.data?.name ?? ''}
            </Link>
          )}
        </dd>
        <dt>{t('bodies.field.symbol')}</dt>
        <dd>{body.symbol === '' ? t('bodies.noSymbol') : body.symbol}</dd>
        <dt>{t('bodies.field.headBody')}</dt>
        <dd>{body.headBody.split('\n').join(' / ')}</dd>
        <dt>{t('bodies.field.place')}</dt>
        <dd>{body.place}</dd>
        <dt>{t('bodies.field.legalPerson')}</dt>
        <dd>{t(body.legalPerson ? (body.hasSeal ? 'bodies.withSeal' : 'bodies.withoutSeal') : 'bodies.noLegalPerson')}</dd>
      </dl>
    </section>
  );
}

function History({ body }: { readonly body: OrganisationView }): ReactNode {
  const t = useText();
  const { changes, predecessors, successors } = body;
  if (changes.length + predecessors.length + successors.length === 0) {
    return null;
  }
  return (
    <section className="section" aria-label={t('bodies.history')}>
      <h2>{t('bodies.history')}</h2>
      <ul className="plain">
        {predecessors.map((one) => (
          <li key={one.orgId}>
            {t(`bodies.from.${one.kind}`)}{' '}
            <Link to="/to-chuc/$id" params={{ id: one.orgId }}>
              {one.name}
            </Link>
            {`, ${dayText(one.onDate)}, ${one.paper}`}
          </li>
        ))}
        {changes.map((one) => (
          <li key={one.from}>{`${dayText(one.from)}${one.to === null ? '' : ` – ${dayText(one.to)}`}: ${wordsOf(one, t)}`}</li>
        ))}
        {successors.map((one) => (
          <li key={one.orgId}>
            {t(`bodies.to.${one.kind}`)}{' '}
            <Link to="/to-chuc/$id" params={{ id: one.orgId }}>
              {one.name}
            </Link>
            {`, ${dayText(one.onDate)}, ${one.paper}. ${t(one.handedOverAt !== null ? 'bodies.handedOver' : one.takesOpenFiles ? 'bodies.handsOver' : 'bodies.keepsFiles')}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 'Tên: Trường Kim Đồng; ký hiệu: KĐ (Quyết định số 5)'. */
function wordsOf(change: OrganisationView['changes'][number], t: ReturnType<typeof useText>): string {
  const facts = [
    ...(change.name === null ? [] : [`${t('bodies.field.name')}: ${change.name}`]),
    ...(change.symbol === null ? [] : [`${t('bodies.field.symbol')}: ${change.symbol}`]),
    ...(change.parentName === null ? [] : [`${t('bodies.field.parent')}: ${change.parentName}`]),
    ...(change.legalPerson === null ? [] : [t(change.legalPerson ? 'bodies.gotLegalPerson' : 'bodies.noLegalPerson')]),
    ...(change.hasSeal === null ? [] : [t(change.hasSeal ? 'bodies.gotSeal' : 'bodies.withoutSeal')]),
  ];
  const paper = change.paper === null ? '' : ` (${change.paper})`;
  return `${facts.length === 0 ? t('bodies.begun') : facts.join('; ')}${paper}`;
}
