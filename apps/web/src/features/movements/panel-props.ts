import type { WorkView } from '@thidua/contract';

/** What the panel of a kind of work is given. */
export interface WorkPanelProps {
  readonly work: WorkView;
  readonly onChanged: () => void;
}
