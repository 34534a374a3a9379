import type { Handlers } from '../../handler';
import {
  askGuests,
  callConferenceOff,
  conference,
  dropGuest,
  markAttendance,
  moveConference,
  openConference,
  planConference,
} from './keep-conferences';

export const CONFERENCE_HANDLERS = {
  openConference,
  conference,
  planConference,
  askGuests,
  dropGuest,
  markAttendance,
  moveConference,
  callConferenceOff,
} satisfies Partial<Handlers>;
