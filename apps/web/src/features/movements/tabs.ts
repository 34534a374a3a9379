import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { MovementTabProps } from './tab-props';

/** A tab of a movement's page; its words stand under `movements.tab.<key>`. Every part adds one line, in the order of a movement's life. */
export interface MovementTab {
  readonly key: string;
  readonly Content: LazyExoticComponent<ComponentType<MovementTabProps>>;
}

export const MOVEMENT_TABS: readonly MovementTab[] = [
  { key: 'tong-quan', Content: lazy(async () => ({ default: (await import('./overview-tab')).OverviewTab })) },
  { key: 'noi-nhan', Content: lazy(async () => ({ default: (await import('./lifecycle/recipients-tab')).RecipientsTab })) },
  { key: 'qua-han', Content: lazy(async () => ({ default: (await import('./lifecycle/overdue-tab')).OverdueTab })) },
  { key: 'khen-thuong', Content: lazy(async () => ({ default: (await import('./occasions/occasions-tab')).OccasionsTab })) },
  { key: 'bao-cao', Content: lazy(async () => ({ default: (await import('./reports/reports-tab')).ReportsTab })) },
  { key: 'kiem-tra', Content: lazy(async () => ({ default: (await import('./judging/inspections-tab')).InspectionsTab })) },
  { key: 'cham-diem', Content: lazy(async () => ({ default: (await import('./judging/scoring-tab')).ScoringTab })) },
  { key: 'dien-hinh', Content: lazy(async () => ({ default: (await import('./people/models-tab')).ModelsTab })) },
  { key: 'nhiem-vu', Content: lazy(async () => ({ default: (await import('./people/duties-tab')).DutiesTab })) },
  { key: 'hoi-nghi', Content: lazy(async () => ({ default: (await import('./people/conferences-tab')).ConferencesTab })) },
  { key: 'dieu-chinh', Content: lazy(async () => ({ default: (await import('./lifecycle/versions-tab')).VersionsTab })) },
  { key: 'chuoi', Content: lazy(async () => ({ default: (await import('./lifecycle/cascade-tab')).CascadeTab })) },
  { key: 'viec', Content: lazy(async () => ({ default: (await import('./works-tab')).WorksTab })) },
  { key: 'ket-thuc', Content: lazy(async () => ({ default: (await import('./lifecycle/closing-tab')).ClosingTab })) },
];
