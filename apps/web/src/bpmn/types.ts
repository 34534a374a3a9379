/** The parts of bpmn-js we touch; its services are looked up by name and come untyped. */
export interface ModdleObject {
  readonly $type: string;
  readonly id?: string;
  readonly name?: string;
  readonly extensionElements?: ModdleObject & { readonly values?: readonly ModdleObject[] };
  /** Of a list such as task headers. */
  readonly values?: readonly ModdleObject[];
  readonly $parent?: ModdleObject;
  get(name: string): unknown;
}

export interface DiagramElement {
  readonly id: string;
  readonly type: string;
  readonly businessObject: ModdleObject;
  readonly labelTarget?: DiagramElement;
  /** Of a connection. */
  readonly source?: DiagramElement;
  readonly target?: DiagramElement;
  /** Of a shape: connections that lead to it, what it is attached to, what it stands in and what stands in it. */
  readonly incoming?: readonly DiagramElement[];
  readonly outgoing?: readonly DiagramElement[];
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly host?: DiagramElement | null;
  readonly parent?: DiagramElement | null;
  readonly children?: readonly DiagramElement[];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Canvas {
  zoom(level: number | 'fit-viewport', center?: 'auto'): number;
  /** What is seen, in the drawing's units; `inner` is what is drawn, `outer` the canvas in pixels. */
  viewbox(): Box & { readonly inner: Box; readonly outer: Pick<Box, 'width' | 'height'> };
  viewbox(box: Box): unknown;
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
  scrollToElement(element: DiagramElement, padding?: { top: number; left: number; bottom: number; right: number }): void;
  focus(): void;
  /** The sheet shown: the process, the collaboration or a collapsed sub-process. */
  getRootElement(): DiagramElement;
  findRoot(element: DiagramElement): DiagramElement | undefined;
  setRootElement(root: DiagramElement): void;
}

export interface ElementRegistry {
  get(id: string): DiagramElement | undefined;
  filter(test: (element: DiagramElement) => boolean): DiagramElement[];
}

export interface Overlays {
  add(id: string, type: string, overlay: { position: Record<string, number>; html: HTMLElement }): string;
  remove(filter: { type: string }): void;
}

export interface Selection {
  select(element: DiagramElement | null): void;
  get(): DiagramElement[];
}

export interface EventBus {
  on(events: string | string[], callback: (event: Record<string, unknown>) => void): void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Modeling {
  updateProperties(element: DiagramElement, properties: Record<string, unknown>): void;
  updateModdleProperties(element: DiagramElement, moddle: ModdleObject, properties: Record<string, unknown>): void;
  createShape(shape: unknown, middle: Point, parent: DiagramElement | null): DiagramElement;
  reconnectEnd(connection: DiagramElement, target: DiagramElement, docking: Point): void;
  connect(
    source: DiagramElement,
    target: DiagramElement,
    attributes?: { readonly type: string; readonly waypoints: readonly Point[] },
  ): DiagramElement;
}

export interface CommandStack {
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
  register(command: string, handler: object): void;
  execute(command: string, context: object): void;
}

export interface BpmnFactory {
  create(type: string, properties: Record<string, unknown>): ModdleObject;
}

export interface SpaceTool {
  calculateAdjustments(
    elements: readonly DiagramElement[],
    axis: 'x' | 'y',
    delta: number,
    start: number,
  ): { readonly movingShapes: readonly DiagramElement[]; readonly resizingShapes: readonly DiagramElement[] };
  makeSpace(moving: readonly DiagramElement[], resizing: readonly DiagramElement[], delta: Point, direction: 'e', start: number): void;
}

/** Services by name, so that `get('canvas')` is typed. */
export interface ServiceMap {
  readonly canvas: Canvas;
  readonly elementRegistry: ElementRegistry;
  readonly overlays: Overlays;
  readonly selection: Selection;
  readonly eventBus: EventBus;
  readonly modeling: Modeling;
  readonly commandStack: CommandStack;
  readonly bpmnFactory: BpmnFactory;
  readonly elementFactory: {
    createShape(attributes: { readonly type: string; readonly width?: number; readonly height?: number }): unknown;
  };
  readonly spaceTool: SpaceTool;
}

export interface Services {
  get<Name extends keyof ServiceMap>(name: Name): ServiceMap[Name];
}
