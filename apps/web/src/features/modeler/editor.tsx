import { useEffect, useRef, useState, type ReactNode } from 'react';
import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import type { ImportLine, ProblemView } from '@thidua/contract';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/queries';
import { countDrawn, MOST_DRAWN } from '../../bpmn/drawable';
import { ElementList } from '../../bpmn/element-list';
import { fontsReady } from '../../bpmn/fonts';
import { createModeler } from '../../bpmn/modeler';
import { PALETTE, showReadable } from '../../bpmn/readable';
import { useSpotlight, type Spotlight } from '../../bpmn/spotlight';
import type { DiagramElement, ServiceMap } from '../../bpmn/types';
import { ZoomControls } from '../../bpmn/zoom-controls';
import { useText } from '../../i18n/use-text';
import { Marks } from './marks';
import { Panel } from './panel/panel';

const PAUSE_MS = 700;

interface Props {
  /** Read once, when the editor opens; afterwards the editor is the truth. */
  readonly xml: string;
  readonly problems: readonly ProblemView[];
  /** What a list beside the drawing points at. */
  readonly spotlight: Spotlight;
  /** What became of the words of another tool, for the marks it left. */
  readonly report: readonly ImportLine[];
  /** Called at once with every change, before its XML is ready. */
  readonly onDirty: () => void;
  readonly onChange: (xml: string) => void;
}

/** The modeler; or, of a drawing that would hold up the page, a list of what it holds. */
export function Editor(props: Props): ReactNode {
  const { xml, spotlight } = props;
  return countDrawn(xml) > MOST_DRAWN ? <ElementList xml={xml} spotlight={spotlight} /> : <DrawnEditor {...props} />;
}

/** The modeler with our panel beside it; hands over the XML a moment after each change. */
function DrawnEditor({ xml, problems, spotlight, report, onDirty, onChange }: Props): ReactNode {
  const t = useText();
  const host = useRef<HTMLDivElement>(null);
  const [modeler, setModeler] = useState<Modeler<ServiceMap> | null>(null);
  const [selected, setSelected] = useState<DiagramElement | null>(null);
  const [turn, setTurn] = useState(0);
  const [failed, setFailed] = useState(false);
  const language = useTranslation().i18n.language;
  const { id } = useParams({ from: '/frame/quy-trinh/$id' });
  const facts = useRead('panelFacts', { params: { id } });
  const first = useRef(xml);
  const tell = useRef({ onDirty, onChange });
  useEffect(() => {
    tell.current = { onDirty, onChange };
  }, [onDirty, onChange]);

  useEffect(() => {
    if (host.current === null) {
      return undefined;
    }
    const made = createModeler(host.current, language);
    const mount = { alive: true };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const handOver = async (): Promise<void> => {
      timer = undefined;
      const { xml: drawn } = await made.saveXML({ format: true });
      if (drawn !== undefined) {
        first.current = drawn;
        tell.current.onChange(drawn);
      }
    };
    const bus = made.get('eventBus');
    bus.on('selection.changed', () => {
      const [only, ...more] = made.get('selection').get();
      setSelected(more.length > 0 ? null : (only?.labelTarget ?? only ?? null));
    });
    bus.on('commandStack.changed', () => {
      setTurn((before) => before + 1);
      tell.current.onDirty();
      clearTimeout(timer);
      timer = setTimeout(() => void handOver(), PAUSE_MS);
    });
    const open = async (): Promise<void> => {
      await fontsReady();
      if (!mount.alive) {
        return;
      }
      await made.importXML(first.current);
      showReadable(made, [], PALETTE);
      setModeler(made);
    };
    open().catch(() => {
      setFailed(mount.alive);
    });
    return () => {
      mount.alive = false;
      // Whoever leaves within the pause keeps the last stroke.
      if (timer !== undefined) {
        clearTimeout(timer);
        void handOver();
      }
      setModeler(null);
      setSelected(null);
      made.destroy();
    };
  }, [language]);

  useSpotlight(modeler, spotlight);
  useEffect(() => (modeler === null ? undefined : markProblems(modeler, problems)), [modeler, problems]);

  return (
    <div className="editor">
      <div className="canvas-box">
        {failed ? <p className="note note-red">{t('diagram.failed')}</p> : null}
        <div ref={host} className="canvas editor-canvas" role="application" aria-label={t('editor.canvas')} />
        {modeler === null ? null : (
          <>
            <ZoomControls viewer={modeler} left={PALETTE} />
            <History modeler={modeler} />
          </>
        )}
      </div>
      <aside className="editor-side">
        {modeler === null ? null : (
          <div className="panel">
            {selected === null ? (
              <p className="muted">{t('panel.nothing')}</p>
            ) : (
              <Panel key={selected.id} services={modeler} element={selected} facts={facts.data} />
            )}
            <Marks services={modeler} element={selected} report={report} turn={turn} />
          </div>
        )}
        <details className="small">
          <summary>{t('editor.keys')}</summary>
          <p>{t('editor.keysText')}</p>
          <Button
            size="small"
            onClick={() => {
              modeler?.get('canvas').focus();
            }}
          >
            {t('editor.focus')}
          </Button>
        </details>
      </aside>
    </div>
  );
}

function History({ modeler }: { readonly modeler: Modeler<ServiceMap> }): ReactNode {
  const t = useText();
  const stack = modeler.get('commandStack');
  return (
    <div className="canvas-history">
      <Button
        size="small"
        icon={<UndoOutlined aria-hidden />}
        disabled={!stack.canUndo()}
        aria-label={t('editor.undo')}
        title={t('editor.undo')}
        onClick={() => {
          stack.undo();
        }}
      />
      <Button
        size="small"
        icon={<RedoOutlined aria-hidden />}
        disabled={!stack.canRedo()}
        aria-label={t('editor.redo')}
        title={t('editor.redo')}
        onClick={() => {
          stack.redo();
        }}
      />
    </div>
  );
}

function markProblems(modeler: Modeler<ServiceMap>, problems: readonly ProblemView[]): () => void {
  const canvas = modeler.get('canvas');
  const registry = modeler.get('elementRegistry');
  const marked = problems.flatMap((problem) =>
    problem.elementId !== null && registry.get(problem.elementId) !== undefined
      ? [{ id: problem.elementId, marker: problem.severity === 'error' ? 'problem-node' : 'warning-node' }]
      : [],
  );
  for (const { id, marker } of marked) {
    canvas.addMarker(id, marker);
  }
  return () => {
    for (const { id, marker } of marked) {
      if (registry.get(id) !== undefined) {
        canvas.removeMarker(id, marker);
      }
    }
  };
}
