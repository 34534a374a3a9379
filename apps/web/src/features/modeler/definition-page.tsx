import { lazy, Suspense, useMemo, useRef, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { DefinitionView, ImportLine, ProblemView } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { call } from '../../api/client';
import type { Spotlight } from '../../bpmn/spotlight';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { StateTag } from '../../pieces/state-tag';
import { Conversion } from './conversion';
import { DefinitionActs } from './definition-acts';
import { namesOf } from './diagram-names';
import { Problems } from './problems';
import { Running } from './running';
import { versionText } from './version-text';
import './modeler.css';

const Editor = lazy(async () => ({ default: (await import('./editor')).Editor }));
const LiveCanvas = lazy(async () => ({ default: (await import('../../bpmn/live-canvas')).LiveCanvas }));

/** One version: edited while it is a draft, seen otherwise; problems, changes in words, what runs on it. */
export default function DefinitionPage(): ReactNode {
  const { id } = useParams({ from: '/frame/quy-trinh/$id' });
  const definition = useRead('definition', { params: { id } });
  if (definition.data === undefined) {
    return (
      <div className="page">
        {definition.error === null ? <Loading /> : <ErrorNote error={definition.error} onRetry={() => void definition.refetch()} />}
      </div>
    );
  }
  return <Definition key={`${id}/${String(definition.data.may.edit)}`} definition={definition.data} />;
}

interface Saving {
  readonly state: 'idle' | 'saving' | 'saved' | 'failed';
  readonly error: unknown;
}

function Definition({ definition }: { readonly definition: DefinitionView }): ReactNode {
  const t = useText();
  const client = useQueryClient();
  const [spotlight, setSpotlight] = useState<Spotlight>({ wanted: null, path: [] });
  const latest = useRef(definition.xml);
  const names = useMemo(() => namesOf(definition.xml), [definition.xml]);
  const imported = useRead('definitionImport', { params: { id: definition.id } }, { enabled: definition.imported });
  const [problems, setProblems] = useState<readonly ProblemView[]>(definition.problems);
  const [saving, setSaving] = useState<Saving>({ state: 'idle', error: null });

  const save = async (xml: string): Promise<void> => {
    latest.current = xml;
    setSaving({ state: 'saving', error: null });
    try {
      const answer = await call('saveDiagram', { params: { id: definition.id }, body: { xml } });
      if (latest.current === xml) {
        setProblems(answer.problems);
        setSaving({ state: 'saved', error: null });
        await client.invalidateQueries({ queryKey: ['definition'] });
      }
    } catch (error) {
      setSaving({ state: 'failed', error });
    }
  };
  const lint = async (): Promise<void> => {
    try {
      setProblems((await call('lintDiagram', { body: { xml: latest.current } })).problems);
    } catch (error) {
      setSaving({ state: 'failed', error });
    }
  };
  const onSelect = (id: string): void => {
    setSpotlight((before) => ({ ...before, wanted: { id } }));
  };
  return (
    <div className="page">
      <PageHead title={`${definition.name} · ${versionText(definition, t)}`} line={<Line definition={definition} saving={saving.state} />}>
        <Button onClick={() => void lint()}>{t('editor.lint')}</Button>
        <DefinitionActs
          definition={definition}
          blocked={problems.some((problem) => problem.severity === 'error')}
          busy={saving.state === 'saving'}
        />
      </PageHead>
      <ErrorNote error={saving.error} />
      <Suspense fallback={<Loading what={t('diagram.loading')} />}>
        {definition.may.edit ? (
          <Editor
            xml={definition.xml}
            problems={problems}
            spotlight={spotlight}
            report={imported.data?.report ?? NO_LINES}
            onDirty={() => {
              setSaving({ state: 'saving', error: null });
            }}
            onChange={(xml) => void save(xml)}
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
      <div className="definition-columns">
        <Problems
          problems={problems}
          names={names}
          onSelect={onSelect}
          onPath={(path) => {
            setSpotlight((before) => ({ ...before, path }));
          }}
        />
        <section className="section" aria-label={t('changes.title')}>
          <h2>{t('changes.title')}</h2>
          {definition.changes.length === 0 ? (
            <p className="muted">{t('changes.none')}</p>
          ) : (
            <ul className="plain">
              {definition.changes.map((change) => (
                <li key={`${change.elementId}/${change.text}`}>
                  <span className={`tag tag-${change.kind === 'added' ? 'calm' : change.kind === 'removed' ? 'red' : 'amber'}`}>
                    {t(`changes.${change.kind}`)}
                  </span>{' '}
                  {change.text}
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
      <Running definitionId={definition.id} />
    </div>
  );
}

const NOTHING: never[] = [];
const NO_LINES: readonly ImportLine[] = [];
const ignore = (): void => undefined;

function Line({ definition, saving }: { readonly definition: DefinitionView; readonly saving: Saving['state'] }): ReactNode {
  const t = useText();
  return (
    <>
      <StateTag group="definition" state={definition.status} />
      <Link to="/quy-trinh">{t('definitions.title')}</Link>
      <span>{t('definitions.runningOn', { count: definition.running })}</span>
      {definition.proposedBy === null ? null : <span>{t('definitions.proposedBy', { name: definition.proposedBy })}</span>}
      {definition.publishedBy === null ? null : <span>{t('definitions.publishedBy', { name: definition.publishedBy })}</span>}
      {saving === 'idle' ? null : <span role="status">{t(`editor.save.${saving}`)}</span>}
    </>
  );
}
