import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { WorkView } from '@thidua/contract';
import type { WorkPanelProps } from './panel-props';

export type WorkPanel = LazyExoticComponent<ComponentType<WorkPanelProps>>;

/** What the page of a work shows of its kind, by `WorkView.kind`; a kind without a line shows its papers and tasks alone. */
export const WORK_PANELS: Readonly<Partial<Record<WorkView['kind'], WorkPanel>>> = {
  'unit-plan': workPanel(async () => (await import('./lifecycle/unit-plan-panel')).UnitPlanPanel),
  occasion: workPanel(async () => (await import('./occasions/occasion-panel')).OccasionPanel),
  registration: workPanel(async () => (await import('./occasions/registration-panel')).RegistrationPanel),
  report: workPanel(async () => (await import('./reports/report-panel')).ReportPanel),
  'report-call': workPanel(async () => (await import('./reports/call-panel')).CallPanel),
  inspection: workPanel(async () => (await import('./judging/inspection-panel')).InspectionPanel),
  'inspected-unit': workPanel(async () => (await import('./judging/unit-panel')).UnitPanel),
  scoring: workPanel(async () => (await import('./judging/board-panel')).BoardPanel),
  'score-sheet': workPanel(async () => (await import('./judging/sheet-panel')).SheetPanel),
  amendment: workPanel(async () => (await import('./lifecycle/amendment-panel')).AmendmentPanel),
  model: workPanel(async () => (await import('./people/model-panel')).ModelPanel),
  publication: workPanel(async () => (await import('./people/publication-panel')).PublicationPanel),
  duty: workPanel(async () => (await import('./people/duty-panel')).DutyPanel),
  conference: workPanel(async () => (await import('./people/conference-panel')).ConferencePanel),
};

/** Shape for parts: `const reportPanel = workPanel(async () => (await import('./reports/report-panel')).ReportPanel)`. */
export function workPanel(load: () => Promise<ComponentType<WorkPanelProps>>): WorkPanel {
  return lazy(async () => ({ default: await load() }));
}
