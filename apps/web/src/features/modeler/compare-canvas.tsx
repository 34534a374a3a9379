import { useEffect, useRef, useState, type ReactNode } from 'react';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import '../../bpmn/bpmn.css';
import { countDrawn, MOST_DRAWN } from '../../bpmn/drawable';
import { ElementList } from '../../bpmn/element-list';
import { fontsReady, TEXT_RENDERER } from '../../bpmn/fonts';
import { MODDLE_EXTENSIONS } from '../../bpmn/moddle';
import { showReadable } from '../../bpmn/readable';
import { useSpotlight, type Spotlight } from '../../bpmn/spotlight';
import type { ServiceMap } from '../../bpmn/types';
import { ZoomControls } from '../../bpmn/zoom-controls';
import { useText } from '../../i18n/use-text';
import './compare.css';

export type Viewer = NavigatedViewer<ServiceMap>;

/** How an element stands on one side of a comparison. */
export interface Mark {
  readonly id: string;
  readonly kind: 'added' | 'removed' | 'changed';
}

interface Props {
  readonly xml: string;
  readonly label: string;
  readonly marks: readonly Mark[];
  readonly wanted: { readonly id: string } | null;
  /** The drawing, once it is there; null when it goes. */
  readonly onViewer: (viewer: Viewer | null) => void;
}

/** One of two drawings beside each other, its changes coloured, the bpmn.io mark uncovered. */
export function CompareCanvas(props: Props): ReactNode {
  const { xml, wanted } = props;
  return countDrawn(xml) > MOST_DRAWN ? <ElementList xml={xml} spotlight={{ wanted, path: [] }} /> : <Drawing {...props} />;
}

function Drawing({ xml, label, marks, wanted, onViewer }: Props): ReactNode {
  const t = useText();
  const host = useRef<HTMLDivElement>(null);
  const [viewer, setViewer] = useState<Viewer | null>(null);
  const [failed, setFailed] = useState(false);
  const first = useRef(marks.map((mark) => mark.id));

  useEffect(() => {
    if (host.current === null) {
      return undefined;
    }
    const made: Viewer = new NavigatedViewer<ServiceMap>({
      container: host.current,
      moddleExtensions: MODDLE_EXTENSIONS,
      textRenderer: TEXT_RENDERER,
    });
    const mount = { alive: true };
    const isGone = (): boolean => !mount.alive;
    const draw = async (): Promise<void> => {
      await fontsReady();
      if (isGone()) {
        return;
      }
      await made.importXML(xml);
      if (isGone()) {
        return;
      }
      showReadable(made, first.current);
      setViewer(made);
      onViewer(made);
    };
    draw().catch(() => {
      setFailed(mount.alive);
    });
    return () => {
      mount.alive = false;
      setViewer(null);
      onViewer(null);
      made.destroy();
    };
  }, [xml, onViewer]);

  useEffect(() => (viewer === null ? undefined : paint(viewer, marks)), [viewer, marks]);
  useSpotlight(viewer, lightOn(viewer, wanted));

  return (
    <div className="canvas-box">
      {failed ? <p className="note note-red">{t('diagram.failed')}</p> : null}
      <div ref={host} className="canvas compare-canvas" role="group" aria-label={label} />
      {viewer === null ? null : <ZoomControls viewer={viewer} />}
    </div>
  );
}

const DARK: Spotlight = { wanted: null, path: [] };
const lights = new WeakMap<object, Spotlight>();

/** What the other side alone has stays unlit here. The same wish is the same light, so that it is shone once. */
function lightOn(viewer: Viewer | null, wanted: Props['wanted']): Spotlight {
  if (viewer === null || wanted === null || viewer.get('elementRegistry').get(wanted.id) === undefined) {
    return DARK;
  }
  const known = lights.get(wanted) ?? { wanted, path: [] };
  lights.set(wanted, known);
  return known;
}

function paint(viewer: Viewer, marks: readonly Mark[]): () => void {
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  const root = canvas.getRootElement();
  const drawn = marks.filter(({ id }) => id !== root.id && registry.get(id) !== undefined);
  for (const { id, kind } of drawn) {
    canvas.addMarker(id, `${kind}-node`);
  }
  return () => {
    for (const { id, kind } of drawn) {
      canvas.removeMarker(id, `${kind}-node`);
    }
  };
}
