import { useEffect, useRef, useState, type ReactNode } from 'react';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './bpmn.css';
import type { InstanceView } from '@thidua/contract';
import { useText } from '../i18n/use-text';
import { countDrawn, MOST_DRAWN } from './drawable';
import { ElementList } from './element-list';
import { fontsReady, TEXT_RENDERER } from './fonts';
import { MODDLE_EXTENSIONS } from './moddle';
import { showReadable } from './readable';
import { useSpotlight, type Spotlight } from './spotlight';
import { ZoomControls } from './zoom-controls';
import type { ElementRegistry, ServiceMap } from './types';

interface Props {
  readonly instance: Pick<InstanceView, 'xml' | 'tokens' | 'done' | 'name'>;
  /** Names of the diagram's elements, once it is drawn. */
  readonly onNames: (names: Readonly<Record<string, string>>) => void;
  /** What a list beside the drawing points at. */
  readonly spotlight?: Spotlight;
}

const DARK: Spotlight = { wanted: null, path: [] };

/** The drawing of a running instance: passed elements green, tokens as counts, the bpmn.io mark uncovered. */
export function LiveCanvas({ spotlight = DARK, ...props }: Props): ReactNode {
  const { xml } = props.instance;
  return countDrawn(xml) > MOST_DRAWN ? <ElementList xml={xml} spotlight={spotlight} /> : <Drawing {...props} spotlight={spotlight} />;
}

function Drawing({ instance, onNames, spotlight }: Required<Props>): ReactNode {
  const t = useText();
  const host = useRef<HTMLDivElement>(null);
  const [viewer, setViewer] = useState<NavigatedViewer<ServiceMap> | null>(null);
  const [failed, setFailed] = useState(false);
  // Where to look when the drawing opens; later tokens must not move what somebody is reading.
  const first = useRef(instance.tokens.map((token) => token.elementId));

  useEffect(() => {
    if (host.current === null) {
      return undefined;
    }
    const made = new NavigatedViewer<ServiceMap>({
      container: host.current,
      moddleExtensions: MODDLE_EXTENSIONS,
      textRenderer: TEXT_RENDERER,
    });
    const mount = { alive: true };
    // Asked anew after each await: it may have been taken down meanwhile.
    const isGone = (): boolean => !mount.alive;
    const draw = async (): Promise<void> => {
      await fontsReady();
      // A viewer destroyed while fonts load (StrictMode mounts twice) must not be imported into.
      if (isGone()) {
        return;
      }
      await made.importXML(instance.xml);
      if (isGone()) {
        return;
      }
      showReadable(made, first.current);
      onNames(namesOf(made.get('elementRegistry')));
      setViewer(made);
    };
    draw().catch(() => {
      setFailed(true);
    });
    return () => {
      mount.alive = false;
      setViewer(null);
      made.destroy();
    };
  }, [instance.xml, onNames]);

  useSpotlight(viewer, spotlight);
  useEffect(() => (viewer === null ? undefined : paint(viewer, instance)), [viewer, instance]);

  return (
    <div className="canvas-box">
      {failed ? <p className="note note-red">{t('diagram.failed')}</p> : null}
      <div ref={host} className="canvas" role="group" aria-label={t('diagram.of', { name: instance.name })} />
      {viewer === null ? null : <ZoomControls viewer={viewer} />}
    </div>
  );
}

function namesOf(registry: ElementRegistry): Record<string, string> {
  const named = registry.filter((element) => typeof element.businessObject.name === 'string' && element.labelTarget === undefined);
  return Object.fromEntries(named.map((element) => [element.id, element.businessObject.name ?? '']));
}

function paint(viewer: NavigatedViewer<ServiceMap>, instance: Props['instance']): () => void {
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  const overlays = viewer.get('overlays');
  const here = new Set(instance.tokens.map((token) => token.elementId));
  const done = instance.done.filter((id) => registry.get(id) !== undefined && !here.has(id));
  const tokens = instance.tokens.filter((token) => registry.get(token.elementId) !== undefined);
  for (const id of done) {
    canvas.addMarker(id, 'done-node');
  }
  for (const token of tokens) {
    canvas.addMarker(token.elementId, token.incidentId === null ? 'token-node' : 'incident-node');
    const badge = document.createElement('span');
    badge.className = token.incidentId === null ? 'token' : 'token token-incident';
    badge.textContent = String(token.count);
    overlays.add(token.elementId, 'token', { position: { top: -12, left: -12 }, html: badge });
  }
  return () => {
    for (const id of done) {
      canvas.removeMarker(id, 'done-node');
    }
    for (const token of tokens) {
      canvas.removeMarker(token.elementId, 'token-node');
      canvas.removeMarker(token.elementId, 'incident-node');
    }
    overlays.remove({ type: 'token' });
  };
}
