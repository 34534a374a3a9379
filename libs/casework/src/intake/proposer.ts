import type { OrgKind } from '@thidua/awards';
import type { DossierRoute, OrgRecord } from '@thidua/store';
import type { Proposer } from '../dossiers/menu';
import type { IntakePlace } from './intake-place';

/** A body as the menu sees it. */
export function proposerOf(place: IntakePlace, route: DossierRoute, leaders: ReadonlySet<string>): Proposer {
  const { submitter } = place;
  return { route, headOf: headKind(submitter), government: submitter.kind === 'commune', levels: place.levels, leaders };
}

/** Whose head decides awards by law: a legal person's (AU-01 to AU-03); governments decide as governments. */
function headKind({ legalPerson, orgKind, level, kind }: OrgRecord): OrgKind | null {
  if (!legalPerson || (level !== 'UNIT' && kind !== 'department')) {
    return null;
  }
  return orgKind === 'enterprise' || orgKind === 'cooperative' ? orgKind : 'agency';
}
