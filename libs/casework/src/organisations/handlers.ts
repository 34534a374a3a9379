import type { Handlers } from '../handler';
import { changeOrganisation, endOrganisation, handOverOrganisation } from './change-organisation';
import { addCluster } from './clusters/add-cluster';
import { castClusterBallot } from './clusters/cast-cluster-ballot';
import { openClusterMeeting } from './clusters/open-cluster-meeting';
import { clusterMeeting, clusters } from './clusters/read-clusters';
import { acceptDelegation, allDelegations, delegations, endDelegation, grantDelegation } from './delegations';
import { organisation, organisations } from './read-organisations';

export const ORGANISATION_HANDLERS = {
  organisations,
  organisation,
  changeOrganisation,
  endOrganisation,
  handOverOrganisation,
  delegations,
  allDelegations,
  grantDelegation,
  acceptDelegation,
  endDelegation,
  clusters,
  addCluster,
  openClusterMeeting,
  clusterMeeting,
  castClusterBallot,
} satisfies Partial<Handlers>;
