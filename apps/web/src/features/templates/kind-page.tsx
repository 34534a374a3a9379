import type { ReactNode } from 'react';
import { PlusOutlined } from '@ant-design/icons';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { PaperKindView, TemplateSummary } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { FieldTable } from './field-table';
import { HelperTable } from './helper-table';
import { TemplateState } from './template-state';
import './templates.css';

/** One kind of paper: the province's templates of it, and what a template may print and call. */
export default function KindPage(): ReactNode {
  const t = useText();
  const { kind } = useParams({ from: '/frame/mau-van-ban/$kind' });
  const read = useRead('paperKind', { params: { kind } });
  const view = read.data;
  if (view === undefined) {
    return (
      <div className="page">{read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />}</div>
    );
  }
  const own = view.templates.find((one) => one.inForce);
  return (
    <div className="page">
      <PageHead
        title={view.title}
        line={
          own === undefined
            ? t('templates.shippedLine', { version: view.shipped.templateVersion.split('-')[0] ?? '' })
            : t('templates.own', { number: own.number, title: own.title, day: dayText(own.validFrom) })
        }
      >
        <StartDraft view={view} />
      </PageHead>
      <Versions templates={view.templates} />
      <FieldTable fields={view.fields} />
      <HelperTable helpers={view.helpers} partials={view.partials} />
      <section className="section" aria-label={t('templates.shippedSource')}>
        <details>
          <summary>{t('templates.shippedSource')}</summary>
          <pre className="template-source" tabIndex={0} aria-label={t('templates.shippedSource')}>
            {view.shipped.source}
          </pre>
        </details>
      </section>
    </div>
  );
}

/** A draft that begins as the shipped template reads. */
function StartDraft({ view }: { readonly view: PaperKindView }): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const draft = useAct('draftTemplate');
  return (
    <>
      <Button
        type="primary"
        icon={<PlusOutlined aria-hidden />}
        loading={draft.isPending}
        onClick={() => {
          const body = {
            title: t('templates.newTitle', { kind: view.title }),
            packId: null,
            validFrom: view.today,
            source: view.shipped.source,
            letterhead: null,
          };
          draft.mutate(
            { params: { kind: view.kind }, body },
            {
              onSuccess: ({ id }) => void navigate({ to: '/mau-van-ban/$kind/$id', params: { kind: view.kind, id } }),
            },
          );
        }}
      >
        {t('templates.start')}
      </Button>
      <ErrorNote error={draft.error} />
    </>
  );
}

function Versions({ templates }: { readonly templates: readonly TemplateSummary[] }): ReactNode {
  const t = useText();
  return (
    <section className="section" aria-labelledby="versions">
      <h2 id="versions">{t('templates.versions')}</h2>
      {templates.length === 0 ? (
        <EmptyState text={t('templates.noVersion')} />
      ) : (
        <div className="table-scroll">
          <table className="data">
            <thead>
              <tr>
                {['number', 'name', 'from', 'pack', 'state', 'by'].map((column) => (
                  <th key={column} scope="col">
                    {t(`templates.version.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {templates.map((one) => (
                <tr key={one.id}>
                  <td>{one.number}</td>
                  <th scope="row">
                    <Link to="/mau-van-ban/$kind/$id" params={{ kind: one.kind, id: one.id }}>
                      {one.title}
                    </Link>
                  </th>
                  <td className="nowrap">{dayText(one.validFrom)}</td>
                  <td>{one.packId ?? t('templates.anyPack')}</td>
                  <td>
                    <TemplateState state={one.state} inForce={one.inForce} />
                    {one.reason === null ? null : <div className="small muted">{one.reason}</div>}
                  </td>
                  <td>
                    {one.proposedBy === null ? null : <div>{t('templates.proposedBy', { name: one.proposedBy })}</div>}
                    {one.releasedBy === null ? null : <div>{t('templates.releasedBy', { name: one.releasedBy })}</div>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
