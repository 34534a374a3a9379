import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { ClockCircleOutlined, GiftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { AnswerOf, DefinitionSummary } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { dayText, plainText } from '../../i18n/format';
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
  const [words, setWords] = useState('');
  const list = definitions.data?.definitions;
  const keys = [...new Set((list ?? []).map((definition) => definition.key))];
  const found = definitions.data === undefined ? [] : foundIn(definitions.data, words);
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
        <>
          <Waiting list={list} />
          <div className="field find-process">
            <label className="field-label" htmlFor="find-process">
              {t('definitions.find')}
            </label>
            <input
              id="find-process"
              type="search"
              className="form-input"
              value={words}
              placeholder={t('definitions.findHint')}
              onChange={(event) => {
                setWords(event.target.value);
              }}
            />
            {words.trim() === '' ? null : (
              <p className="help" role="status">
                {found.length === 0 ? t('definitions.foundNone') : t('definitions.found', { count: found.length })}
              </p>
            )}
          </div>
          {found.map(({ key, steps }) => (
            <Process key={key} versions={list.filter((definition) => definition.key === key)} steps={steps} />
          ))}
        </>
      )}
    </div>
  );
}

interface Found {
  readonly key: string;
  /** Its steps that have what is looked for. */
  readonly steps: readonly string[];
}

/** Processes with all these words in their names or steps; those with more of them in their names first. */
function foundIn({ definitions, steps }: AnswerOf<'definitions'>, words: string): readonly Found[] {
  const looked = plainText(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  const keys = [...new Set(definitions.map(({ key }) => key))];
  return keys
    .flatMap((key) => {
      const name = plainText(definitions.find((one) => one.key === key)?.name ?? '');
      const missing = looked.filter((word) => !name.includes(word));
      const own = steps.find((one) => one.key === key)?.names ?? [];
      const having = missing.length === 0 ? [] : own.filter((step) => missing.every((word) => plainText(step).includes(word)));
      return missing.length === 0 || having.length > 0 ? [{ key, steps: having, missing: missing.length }] : [];
    })
    .sort((one, two) => one.missing - two.missing);
}

/** Proposals that wait for a second administrator. */
function Waiting({ list }: { readonly list: readonly DefinitionSummary[] }): ReactNode {
  const t = useText();
  return list
    .filter(({ status }) => status === 'proposed')
    .map(({ id, name, proposedBy }) => (
      <p key={id} className="note note-amber">
        <ClockCircleOutlined aria-hidden />
        <span>
          {t('definitions.waiting', { name, by: proposedBy ?? '' })}{' '}
          <Link to="/quy-trinh/$id" params={{ id }}>
            {t('definitions.openWaiting')}
          </Link>
        </span>
      </p>
    ));
}

function Process({ versions, steps }: { readonly versions: readonly DefinitionSummary[]; readonly steps: readonly string[] }): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const create = useAct('createDraft');
  // A draft has no number yet: it stands above the versions.
  const rank = (version: DefinitionSummary): number => (version.version === 0 ? Number.MAX_SAFE_INTEGER : version.version);
  const sorted = [...versions].sort((one, two) => rank(two) - rank(one));
  const [newest] = sorted;
  const isOpen = ({ status }: DefinitionSummary): boolean => status === 'draft' || status === 'proposed';
  const draft = sorted.find((version) => isOpen(version) && !version.isOffer);
  const offer = sorted.find((version) => isOpen(version) && version.isOffer);
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
      {steps.length === 0 ? null : <p className="small muted">{t('definitions.withStep', { steps: steps.join(', ') })}</p>}
      {offer === undefined ? null : (
        <p className="note note-blue">
          <GiftOutlined aria-hidden />
          <span>
            {t('definitions.offer')}{' '}
            <Link to="/quy-trinh/$id" params={{ id: offer.id }}>
              {t('definitions.openOffer')}
            </Link>
          </span>
        </p>
      )}
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
            {sorted.map((version, at) => (
              <Version key={version.id} version={version} before={sorted.slice(at + 1).find((one) => one.version > 0)} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** `before`: the published version it comes after. */
function Version({ version, before }: { readonly version: DefinitionSummary; readonly before: DefinitionSummary | undefined }): ReactNode {
  const t = useText();
  const { id, status, effectiveFrom, publishedBy, note, publishNote } = version;
  return (
    <tr>
      <th scope="row" className="nowrap">
        <Link to="/quy-trinh/$id" params={{ id }}>
          {versionText(version, t)}
        </Link>
        {before === undefined ? null : (
          <div className="small">
            <Link to="/quy-trinh/$id/so-sanh/$voi" params={{ id, voi: before.id }}>
              {t('compare.open', { version: before.version })}
            </Link>
          </div>
        )}
      </th>
      <td>
        <StateTag group="definition" state={status} />
      </td>
      <td className="num">{version.running}</td>
      <td className="num">{version.ended}</td>
      <td>{version.origin.startsWith('shipped') ? t('definitions.shipped') : t('definitions.own')}</td>
      <td>
        {dayText(version.createdAt)}
        <div className="small muted">{version.proposedBy ?? version.createdBy ?? ''}</div>
      </td>
      <td>
        {publishedBy ?? '–'}
        {publishedBy === null || effectiveFrom === null ? null : (
          <div className="small muted nowrap">{t('definitions.from', { day: dayText(effectiveFrom) })}</div>
        )}
      </td>
      <td>
        {note ?? ''}
        {publishNote === null ? null : <div className="small muted">{t('definitions.publishNote', { note: publishNote })}</div>}
      </td>
    </tr>
  );
}
