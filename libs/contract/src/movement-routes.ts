import { MovementDetail, MovementIndex, WorkList, WorkQuery, WorkView } from './movements';
import { route } from './route';

/** A movement and the works in it; what each kind of work needs stands with its part. */
export const MOVEMENT_ROUTES = {
  movementIndex: route({
    method: 'GET',
    path: '/movement-index',
    summary: 'Các phong trào thi đua của cơ quan, đơn vị mình',
    policy: 'signed-in',
    answer: MovementIndex,
    errors: [],
  }),
  movementDetail: route({
    method: 'GET',
    path: '/movements/{id}',
    summary: 'Một phong trào thi đua',
    policy: 'movement-party',
    answer: MovementDetail,
    errors: ['not-found'],
  }),
  movementWorks: route({
    method: 'GET',
    path: '/movements/{id}/works',
    summary: 'Các việc của một phong trào',
    policy: 'movement-party',
    query: WorkQuery,
    answer: WorkList,
    errors: ['not-found'],
  }),
  movementWork: route({
    method: 'GET',
    path: '/movement-works/{id}',
    summary: 'Một việc của phong trào',
    policy: 'movement-party',
    answer: WorkView,
    errors: ['not-found'],
  }),
} as const;
