import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { DefinitionView, ImportLine } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { call } from '../../api/client';
import type { Spotlight } from '../../bpmn/spotlight';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { ChangesList } from './changes-list';
import { Conversion } from './conversion';
import { DefinitionActs } from './definition-acts';
import { DefinitionLine, Returned } from './definition-line';
import { namesOf } from './diagram-names';
import type { SaveState } from './draft-saver';
import { Problems } from './problems';
import type { PublishedVersion } from './publish-dialog';
import { PublishedNote } from './published-note';
import { Running } from './running';
import { SaveNote } from './save-note';
import { useDraft } from './use-draft';
import { versionText } from './version-text';
import './modeler.css';

const Editor = lazy(async () => ({ default: (await import('./editor')).Editor }));
const LiveCanvas = lazy(async () => ({ default: (await import('../../bpmn/live-canvas')).LiveCanvas }));

/** One version: edited while it is a draft, seen otherwise; problems, changes in words, what runs on it. */
export default function DefinitionPage(): ReactNode {
  const { id } = useParams({ from: '/frame/quy-trinh/$id' });
  const client = useQueryClient();
  const definition = useRead('definition', { params: { id } });
  const [turn, setTurn] = useState(0);
  const [published, setPublished] = useState<PublishedVersion | null>(null);
  // An editor is opened once with what it is given: a drawing of an earlier visit must not be that.
  useEffect(
    () => () => {
      client.removeQueries({ queryKey: ['definition', { id }] });
    },
    [client, id],
  );
  const { data, error, refetch } = definition;
  const reload = useCallback(() => {
    void refetch().then(() => {
      setTurn((before) => before + 1);
    });
  }, [refetch]);
  if (data === undefined) {
    return <div className="page">{error === null ? <Loading /> : <ErrorNote error={error} onRetry={reload} />}</div>;
  }
  return (
    <Definition
      key={`${id}/${String(data.may.edit)}/${String(turn)}`}
      definition={data}
      published={published?.id === id ? published : null}
      onPublished={setPublished}
      onReload={reload}
    />
  );
}

interface Props {
  readonly definition: DefinitionView;
  readonly published: PublishedVersion | null;
  readonly onPublished: (published: PublishedVersion) => void;
  /** Opens anew what the server has. */
  readonly onReload: () => void;
}

function Definition({ definition, published, onPublished, onReload }: Props): ReactNode {
  const t = useText();
  const draft = useDraft(definition);
  const [spotlight, setSpotlight] = useState<Spotlight>({ wanted: null, path: [] });
  const [lintError, setLintError] = useState<unknown>(null);
  const imported = useRead('definitionImport', { params: { id: definition.id } }, { enabled: definition.imported });
  const { problems } = draft;
  // Read anew with what the server says of it: steps drawn since then have names, too.
  const names = useMemo(() => namesOf(draft.latest()), [draft.opened, problems]);
  const lint = async (): Promise<void> => {
    setLintError(null);
    try {
      draft.setProblems((await call('lintDiagram', { body: { xml: draft.latest() } })).problems);
    } catch (error) {
      setLintError(error);
    }
  };
  const onSelect = (id: string): void => {
    setSpotlight((before) => ({ ...before, wanted: { id } }));
  };
  const blocked = problems.some((problem) => problem.severity === 'error');
  const busy = draft.unsaved !== null || (draft.save.state !== 'idle' && draft.save.state !== 'saved');
  const isOpen = definition.status === 'draft' || definition.status === 'proposed';
  return (
    <div className="page">
      <PageHead
        title={`${definition.name} · ${versionText(definition, t)}`}
        line={<DefinitionLine definition={definition} save={draft.save.state} canTry={!blocked && !busy && draft.changes.length > 0} />}
      >
        {definition.may.edit ? <Button onClick={() => void lint()}>{t('editor.lint')}</Button> : null}
        <DefinitionActs definition={definition} blocked={blocked} busy={busy} changes={draft.changes} onPublished={onPublished} />
      </PageHead>
      {published === null ? null : <PublishedNote name={definition.name} published={published} />}
      <Returned definition={definition} />
      <ErrorNote error={lintError} />
      <SaveNote
        draft={draft}
        onTheirs={() => {
          draft.dropMine();
          onReload();
        }}
      />
      <Suspense fallback={<Loading what={t('diagram.loading')} />}>
        {definition.may.edit && draft.unsaved === null ? (
          <Editor
            key={draft.opened}
            xml={draft.opened}
            problems={problems}
            spotlight={spotlight}
            report={imported.data?.report ?? NO_LINES}
            onDirty={draft.onDirty}
            onChange={draft.onChange}
          />
        ) : (
          <LiveCanvas
            instance={{ xml: definition.xml, name: definition.name, tokens: NOTHING, done: NOTHING }}
            onNames={ignore}
            spotlight={spotlight}
          />
        )}
      </Suspense>
      <ErrorNote error={imported.error} onRetry={() => void imported.refetch()} />
      {imported.data === undefined ? null : (
        <Conversion imported={imported.data} processKey={definition.key} names={names} problems={problems} onSelect={onSelect} />
      )}
      {isOpen ? (
        <div className="definition-columns">
          <Problems
            problems={problems}
            names={names}
            state={checkState(draft.save.state)}
            onSelect={onSelect}
            onPath={(path) => {
              setSpotlight((before) => ({ ...before, path }));
            }}
          />
          <ChangesList title={t('changes.title')} changes={draft.changes} comparable={draft.comparable} onSelect={onSelect}>
            {definition.against === null ? null : (
              <p>
                <Link to="/quy-trinh/$id/so-sanh/$voi" params={{ id: definition.id, voi: definition.against.id }}>
                  {t('compare.open', { version: definition.against.version })}
                </Link>
              </p>
            )}
          </ChangesList>
        </div>
      ) : null}
      {definition.version === 0 ? null : <Running definitionId={definition.id} />}
    </div>
  );
}

/** The server checks what it saves: a drawing on its way is being checked, one that stays here is not. */
function checkState(save: SaveState['state']): 'checked' | 'checking' | 'unchecked' {
  return save === 'saving' ? 'checking' : save === 'idle' || save === 'saved' ? 'checked' : 'unchecked';
}

const NOTHING: never[] = [];
const NO_LINES: readonly ImportLine[] = [];
const ignore = (): void => undefined;
