import {
  Attendance,
  ConferenceMoved,
  ConferenceNew,
  ConferencePlan,
  ConferenceView,
  GuestGone,
  GuestsAdded,
  GuestsAsked,
} from './conferences';
import { Done } from './dossiers';
import { WorkOpened } from './models';
import { route } from './route';

/** Hội nghị sơ kết, tổng kết: prepared, invited to, held, closed. */
export const CONFERENCE_ROUTES = {
  openConference: route({
    method: 'POST',
    path: '/movements/{id}/conferences',
    summary: 'Tổ chức hội nghị của phong trào',
    policy: 'movement-runner',
    body: ConferenceNew,
    answer: WorkOpened,
    errors: ['not-found', 'forbidden', 'state-conflict'],
  }),
  conference: route({
    method: 'GET',
    path: '/movement-conferences/{id}',
    summary: 'Một hội nghị',
    policy: 'movement-party',
    answer: ConferenceView,
    errors: ['not-found'],
  }),
  planConference: route({
    method: 'PUT',
    path: '/movement-conferences/{id}',
    summary: 'Lưu thời gian, địa điểm, chương trình hội nghị',
    policy: 'movement-worker',
    body: ConferencePlan,
    answer: ConferenceView,
    errors: ['not-found', 'forbidden', 'state-conflict'],
  }),
  askGuests: route({
    method: 'POST',
    path: '/movement-conferences/{id}/guests',
    summary: 'Lập danh sách mời',
    policy: 'movement-worker',
    body: GuestsAsked,
    answer: GuestsAdded,
    errors: ['not-found', 'forbidden', 'state-conflict'],
  }),
  dropGuest: route({
    method: 'POST',
    path: '/movement-conferences/{id}/guests/removal',
    summary: 'Bỏ một khách mời',
    policy: 'movement-worker',
    body: GuestGone,
    answer: Done,
    errors: ['not-found', 'forbidden', 'state-conflict'],
  }),
  markAttendance: route({
    method: 'POST',
    path: '/movement-conferences/{id}/attendance',
    summary: 'Ghi đại biểu dự',
    policy: 'movement-worker',
    body: Attendance,
    answer: Done,
    errors: ['not-found', 'forbidden', 'state-conflict'],
  }),
  moveConference: route({
    method: 'POST',
    path: '/movement-conferences/{id}/postponement',
    summary: 'Đổi thời gian, địa điểm hội nghị đã mời',
    policy: 'movement-worker',
    body: ConferenceMoved,
    answer: Done,
    errors: ['not-found', 'forbidden', 'state-conflict'],
  }),
  callConferenceOff: route({
    method: 'POST',
    path: '/movement-conferences/{id}/cancellation',
    summary: 'Không tổ chức hội nghị nữa',
    policy: 'movement-worker',
    body: ConferenceMoved,
    answer: Done,
    errors: ['not-found', 'forbidden', 'state-conflict'],
  }),
} as const;
