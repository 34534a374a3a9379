import { citationsIn, mendedSymbol } from './citations/citation';
import { fieldsOf, type AnyField, type PlanProposal } from './plan-field';
import { askedOf } from './reading/ask';
import { field, type PlanHints, type PlanRoom } from './reading/plan-room';
import { criteriaOf, readAudiences, readCriteria } from './reading/read-criteria';
import { readDossier } from './reading/read-dossier';
import { ownArea, readHead, readRecipients, readSignature, readTitle } from './reading/read-head';
import { readLaunch } from './reading/read-launch';
import { readMenu } from './reading/read-menu';
import { readPeriod } from './reading/read-period';
import { readReports, readUnitPlans } from './reading/read-reports';
import { readRoles } from './reading/read-roles';
import { readRules } from './reading/read-rules';
import { outlineOf } from './text/outline';
import { readParts } from './text/plan-parts';

/** Reads a plan from its lines. Proposes only what the text says, each value beside its words; everything else is empty and asked for. */
export function readPlan(lines: readonly string[], hints: PlanHints = {}): PlanProposal {
  return readRoom(roomOf(lines, hints));
}

/** The text taken apart, as readers and checks share it. */
export function roomOf(lines: readonly string[], hints: PlanHints): PlanRoom {
  const parts = readParts(lines);
  const text = parts.rows.map((row) => row.text).join(' ');
  return { parts, nodes: outlineOf(parts.body), hints, text };
}

export function readRoom(room: PlanRoom): PlanProposal {
  const own = ownArea(room);
  const head = readHead(room);
  const launch = readLaunch(room, own);
  const menu = readMenu(room);
  const criteria = criteriaOf(room);
  const fields = [
    ...head,
    readTitle(room, launch.names),
    ...readSignature(room),
    ...launch.fields,
    ...otherCitations(room, [...head, ...launch.fields]),
    ...readPeriod(room, fieldsOf(head, 'date')[0]?.value ?? null),
    ...readAudiences(room),
    ...menu,
    ...readCriteria(criteria),
    ...readRules(criteria, menu),
    ...readDossier(room),
    ...readReports(room),
    readUnitPlans(room),
    ...readRoles(room),
    ...readRecipients(room),
  ];
  return { fields, asked: askedOf(fields, room.text) };
}

/** Every document named besides those carried out and the plan itself, once each. */
function otherCitations({ parts }: PlanRoom, known: readonly AnyField[]): readonly AnyField[] {
  const own = fieldsOf(known, 'number')[0]?.value ?? null;
  const seen = new Set([...fieldsOf(known, 'parent').map((one) => one.value?.symbol ?? ''), own ?? '']);
  const text = [...parts.decision, ...parts.opening, ...parts.body];
  return text.flatMap(citationsIn).flatMap((cited) => {
    const symbol = mendedSymbol(cited);
    if (seen.has(symbol)) {
      return [];
    }
    seen.add(symbol);
    return [field('cited', { symbol, date: cited.date, issuer: cited.issuer }, { quote: cited.quote, line: cited.line })];
  });
}
