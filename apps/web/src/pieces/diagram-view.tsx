import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { InstanceView } from '@thidua/contract';
import { ApiError } from '../api/api-error';
import { useRead } from '../api/queries';
import { instantText } from '../i18n/format';
import { useText } from '../i18n/use-text';
import { ErrorNote } from './error-note';
import { Loading } from './loading';
import './diagram-view.css';

const LiveCanvas = lazy(async () => ({ default: (await import('../bpmn/live-canvas')).LiveCanvas }));

/** Live BPMN with tokens, and the same in words beside it. */
export function DiagramView({ instanceId }: { readonly instanceId: string }): ReactNode {
  const t = useText();
  const instance = useRead('instance', { params: { id: instanceId } }, { every: 10_000 });
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  if (instance.data === undefined) {
    // A hồ sơ also tells of processes of other levels that this office may not look into.
    const hidden = instance.error instanceof ApiError && instance.error.code === 'not-found';
    if (hidden) {
      return <p className="muted small">{t('diagram.hidden')}</p>;
    }
    return instance.error === null ? <Loading what={t('diagram.loading')} /> : <ErrorNote error={instance.error} />;
  }
  return (
    <div className="diagram">
      <div className="diagram-drawing">
        <Suspense fallback={<Loading what={t('diagram.loading')} />}>
          <LiveCanvas instance={instance.data} onNames={setNames} />
        </Suspense>
      </div>
      <StepList instance={instance.data} names={names} />
    </div>
  );
}

interface StepListProps {
  readonly instance: InstanceView;
  readonly names: Readonly<Record<string, string>>;
}

function StepList({ instance, names }: StepListProps): ReactNode {
  const t = useText();
  const here = new Set(instance.tokens.map((token) => token.elementId));
  const passed = instance.done.filter(
    (id) => !here.has(id) && /^(Task|Job|Start|Throw|Catch|End|Call)/.test(id) && names[id] !== undefined,
  );
  return (
    <section className="steps" aria-label={t('diagram.words')} tabIndex={0}>
      <h3>
        {instance.name} · {t('diagram.version', { version: instance.version })}
      </h3>
      <p className="small">{t(`instanceState.${instance.status}`)}</p>
      {instance.tokens.length === 0 ? null : (
        <>
          <h4>{t('diagram.here')}</h4>
          <ul>
            {instance.tokens.map((token) => (
              <li key={`${token.graph}/${token.elementId}`}>
                <strong>{token.name === '' ? token.elementId : token.name}</strong>
                {token.count > 1 ? ` × ${token.count}` : ''}
                <div className="small muted">
                  {token.holder === null
                    ? t.or(`waitsFor.${token.waitsFor}`, token.waitsFor)
                    : t('ladder.holder', { holder: token.holder })}
                  {' · '}
                  {t('diagram.since', { at: instantText(token.since) })}
                </div>
                {token.incidentId === null ? null : <span className="tag tag-red">{t('diagram.incident')}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {passed.length === 0 ? null : (
        <>
          <h4>{t('diagram.passed')}</h4>
          <ol className="small">
            {passed.map((id) => (
              <li key={id}>{names[id]}</li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
