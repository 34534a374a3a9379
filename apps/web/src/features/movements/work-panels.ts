import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { WorkView } from '@thidua/contract';

export interface WorkPanelProps {
  readonly work: WorkView;
  readonly onChanged: () => void;
}

export type WorkPanel = LazyExoticComponent<ComponentType<WorkPanelProps>>;

/** What the page of a work shows of its kind, by `WorkView.kind`; a kind without a line shows its papers and tasks alone. */
export const WORK_PANELS: Readonly<Partial<Record<WorkView['kind'], WorkPanel>>> = {
  'unit-plan': workPanel(async () => (await import('./lifecycle/unit-plan-panel')).UnitPlanPanel),
  amendment: workPanel(async () => (await import('./lifecycle/amendment-panel')).AmendmentPanel),
};

/** Shape for parts: `const reportPanel = workPanel(async () => (await import('./reports/report-panel')).ReportPanel)`. */
export function workPanel(load: () => Promise<ComponentType<WorkPanelProps>>): WorkPanel {
  return lazy(async () => ({ default: await load() }));
}
