import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ComparisonView, DefinitionSummary } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { ChangesList } from './changes-list';
import { CompareCanvas, type Viewer } from './compare-canvas';
import { marksOf } from './compare-marks';
import { versionText } from './version-text';
import './modeler.css';

/** Any two versions of a process beside each other: colours on both drawings, and the same changes in words. */
export default function ComparePage(): ReactNode {
  const { id, voi } = useParams({ from: '/frame/quy-trinh/$id/so-sanh/$voi' });
  const t = useText();
  const compared = useRead('compareDefinitions', { params: { id }, query: { with: voi } });
  const { data, error } = compared;
  if (data === undefined) {
    return (
      <div className="page">
        {error === null ? <Loading what={t('compare.loading')} /> : <ErrorNote error={error} onRetry={() => void compared.refetch()} />}
      </div>
    );
  }
  return (
    <div className="page">
      <PageHead
        title={t('compare.title', { name: data.after.name })}
        line={
          <Link to="/quy-trinh/$id" params={{ id }}>
            {t('compare.back', { version: versionText(data.after, t) })}
          </Link>
        }
      />
      <Pick id={id} voi={voi} processKey={data.key} />
      <Sides key={`${id}/${voi}`} compared={data} />
    </div>
  );
}

/** Which two: every version, draft and proposal of the process. */
function Pick({ id, voi, processKey }: { readonly id: string; readonly voi: string; readonly processKey: string }): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const definitions = useRead('definitions');
  const versions = (definitions.data?.definitions ?? []).filter((one) => one.key === processKey);
  const textOf = (one: DefinitionSummary): string =>
    [
      versionText(one, t),
      one.effectiveFrom === null ? '' : t('definitions.from', { day: dayText(one.effectiveFrom) }),
      one.publishedBy ?? one.createdBy ?? '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
  const select = (label: string, value: string, onPick: (next: string) => void): ReactNode => (
    <div className="field">
      <label className="field-label" htmlFor={`compare-${label}`}>
        {t(`compare.${label}`)}
      </label>
      <select
        id={`compare-${label}`}
        className="form-input"
        value={value}
        onChange={(event) => {
          onPick(event.target.value);
        }}
      >
        {versions.map((one) => (
          <option key={one.id} value={one.id}>
            {textOf(one)}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <div className="compare-pick">
      {select('before', voi, (next) => void navigate({ to: '/quy-trinh/$id/so-sanh/$voi', params: { id, voi: next } }))}
      {select('after', id, (next) => void navigate({ to: '/quy-trinh/$id/so-sanh/$voi', params: { id: next, voi } }))}
    </div>
  );
}

function Sides({ compared }: { readonly compared: ComparisonView }): ReactNode {
  const t = useText();
  const [wanted, setWanted] = useState<{ readonly id: string } | null>(null);
  const { before, after, changes, comparable } = compared;
  const marks = useMemo(() => ({ before: marksOf(changes, 'before'), after: marksOf(changes, 'after') }), [changes]);
  const link = useTogether();
  return (
    <>
      <div className="compare-sides">
        {(['before', 'after'] as const).map((side) => (
          <div key={side} className="compare-side">
            <h2>{versionText(compared[side], t)}</h2>
            <CompareCanvas
              xml={side === 'before' ? before.xml : after.xml}
              label={t(`compare.${side}Of`, { version: versionText(compared[side], t) })}
              marks={marks[side]}
              wanted={wanted}
              onViewer={link[side]}
            />
          </div>
        ))}
      </div>
      <ul className="plain compare-legend" aria-label={t('compare.legend')}>
        <li>
          <span className="tag tag-calm">{t('changes.added')}</span> {t('compare.green')}
        </li>
        <li>
          <span className="tag tag-red">{t('changes.removed')}</span> {t('compare.red')}
        </li>
        <li>
          <span className="tag tag-amber">{t('changes.changed')}</span> {t('compare.amber')}
        </li>
      </ul>
      <ChangesList
        title={t('compare.words')}
        changes={changes}
        comparable={comparable}
        onSelect={(id) => {
          setWanted({ id });
        }}
      />
    </>
  );
}

type Side = 'before' | 'after';

/** Two drawings that move and zoom together. */
function useTogether(): Readonly<Record<Side, (viewer: Viewer | null) => void>> {
  const viewers = useRef<Record<Side, Viewer | null>>({ before: null, after: null });
  const isFollowing = useRef(false);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  const join = useCallback((side: Side, viewer: Viewer | null): void => {
    viewers.current[side] = viewer;
    viewer?.get('eventBus').on('canvas.viewbox.changed', () => {
      const other = viewers.current[side === 'before' ? 'after' : 'before'];
      if (other === null || isFollowing.current || !alive.current) {
        return;
      }
      isFollowing.current = true;
      const { x, y, width, height } = viewer.get('canvas').viewbox();
      other.get('canvas').viewbox({ x, y, width, height });
      isFollowing.current = false;
    });
  }, []);
  const before = useCallback(
    (viewer: Viewer | null) => {
      join('before', viewer);
    },
    [join],
  );
  const after = useCallback(
    (viewer: Viewer | null) => {
      join('after', viewer);
    },
    [join],
  );
  return { before, after };
}
