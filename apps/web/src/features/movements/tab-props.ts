import type { MovementDetail } from '@thidua/contract';

/** What every tab of a movement's page is given. */
export interface MovementTabProps {
  readonly movement: MovementDetail;
}
