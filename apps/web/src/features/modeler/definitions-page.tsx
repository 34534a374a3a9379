import type { ReactNode } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { DefinitionSummary } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { StateTag } from '../../pieces/state-tag';
import { ImportButton } from './import-button';
import { versionText } from './version-text';

/** Every process with its versions and how many run on each. */
export default function DefinitionsPage(): ReactNode {
  const t = useText();
  const definitions = useRead('definitions', {}, { every: 20_000 });
  const list = definitions.data?.definitions;
  const keys = [...new Set((list ?? []).map((definition) => definition.key))];
  return (
    <div className="page">
      <PageHead
        title={t('definitions.title')}
        line={list === undefined ? t('loading') : t('definitions.line', { processes: keys.length, versions: list.length })}
      >
        <ImportButton />
      </PageHead>
      <ErrorNote error={definitions.error} onRetry={() => void definitions.refetch()} />
      {list === undefined ? (
        definitions.error === null ? (
          <Loading />
        ) : null
      ) : list.length === 0 ? (
        <EmptyState text={t('definitions.empty')} />
      ) : (
        keys.map((key) => <Process key={key} versions={list.filter((definition) => definition.key === key)} />)
      )}
    </div>
  );
}

function Process({ versions }: { readonly versions: readonly DefinitionSummary[] }): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const create = useAct('createDraft');
  // A draft has no number yet: it stands above the versions.
  const rank = (version: DefinitionSummary): number => (version.version === 0 ? Number.MAX_SAFE_INTEGER : version.version);
  const sorted = [...versions].sort((one, two) => rank(two) - rank(one));
  const [newest] = sorted;
  const draft = sorted.find((version) => version.status === 'draft' || version.status === 'proposed');
  if (newest === undefined) {
    return null;
  }
  return (
    <section className="section" aria-label={newest.name}>
      <div className="page-head">
        <h2>{newest.name}</h2>
        {draft === undefined ? (
          <Button
            loading={create.isPending}
            aria-label={t('definitions.editOf', { name: newest.name })}
            onClick={() => {
              create.mutate(
                { body: { key: newest.key } },
                { onSuccess: (answer) => void navigate({ to: '/quy-trinh/$id', params: { id: answer.id } }) },
              );
            }}
          >
            {t('definitions.edit')}
          </Button>
        ) : (
          <Link to="/quy-trinh/$id" params={{ id: draft.id }}>
            {t('definitions.openDraft')}
          </Link>
        )}
      </div>
      <ErrorNote error={create.error} />
      <div className="table-scroll">
        <table className="data">
          <thead>
            <tr>
              {['version', 'status', 'running', 'ended', 'origin', 'made', 'published', 'note'].map((name) => (
                <th key={name} scope="col">
                  {t(`definitions.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((version) => (
              <tr key={version.id}>
                <th scope="row" className="nowrap">
                  <Link to="/quy-trinh/$id" params={{ id: version.id }}>
                    {versionText(version, t)}
                  </Link>
                </th>
                <td>
                  <StateTag group="definition" state={version.status} />
                </td>
                <td className="num">{version.running}</td>
                <td className="num">{version.ended}</td>
                <td>{version.origin.startsWith('shipped') ? t('definitions.shipped') : t('definitions.own')}</td>
                <td>
                  {dayText(version.createdAt)}
                  <div className="small muted">{version.proposedBy ?? version.createdBy ?? ''}</div>
                </td>
                <td>{version.publishedBy ?? '–'}</td>
                <td>{version.note ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
