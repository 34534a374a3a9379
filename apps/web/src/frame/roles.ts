import type { PositionView, SessionView } from '@thidua/contract';

export const isAdministrator = (session: SessionView): boolean => session.positions.some((position) => position.role === 'admin');

/** Positions from which a hồ sơ may be launched: the unit's clerks (and its head, where there is no clerk). */
export function launchingPositions(session: SessionView): readonly PositionView[] {
  return session.positions.filter((position) => position.level === 'UNIT' && position.role === 'clerk');
}

/** Positions that may open a đợt xét: the standing body of a commune or of Sở Nội vụ. */
export function standingPositions(session: SessionView): readonly PositionView[] {
  return session.positions.filter((position) => position.role === 'appraiser' && (position.level === 'XA' || position.level === 'TINH'));
}

/** Positions that keep an award fund's book: the finance post, or the head who answers for the account. */
export function fundPositions(session: SessionView): readonly PositionView[] {
  return session.positions.filter((position) => ['finance', 'accountant', 'chair', 'head', 'director'].includes(position.role));
}

/** Positions that keep a body's register of documents, or say where its numbers come from. */
export function registerPositions(session: SessionView): readonly PositionView[] {
  const roles = ['records-clerk', 'chair', 'deputy-chair', 'head', 'deputy-head', 'director', 'deputy-director', 'admin'];
  return session.positions.filter((position) => roles.includes(position.role));
}

/** Positions that keep their body's certificate blanks: those who prepare its papers above the units. */
export function blankPositions(session: SessionView): readonly PositionView[] {
  return session.positions.filter(
    (position) => position.level !== 'UNIT' && ['appraiser', 'council-secretary', 'records-clerk'].includes(position.role),
  );
}
