import type { AnswerOf, RouteName } from '@thidua/contract';
import type { CaseworkDeps } from './deps';
import { checkCompetence } from './authority/check-competence';
import { AFTER_DECISION_HANDLERS } from './after-decision/handlers';
import { COUNCIL_HANDLERS } from './councils/handlers';
import { INTAKE_HANDLERS } from './intake/handlers';
import { LAW_HANDLERS } from './packs/handlers';
import { LIMIT_HANDLERS } from './limits/handlers';
import { MONEY_HANDLERS } from './money/handlers';
import { MOVEMENT_HANDLERS } from './movements/handlers';
import { ORGANISATION_HANDLERS } from './organisations/handlers';
import { PEOPLE_HANDLERS } from './people/handlers';
import { PAPER_HANDLERS } from './papers/handlers';
import { FILE_HANDLERS } from './files/handlers';
import { BLANK_HANDLERS } from './blanks/handlers';
import { PRINTING_HANDLERS } from './printing/handlers';
import { TEMPLATE_HANDLERS } from './templates/handlers';
import { PROCEDURE_HANDLERS } from './procedure/handlers';
import { REGISTER_HANDLERS } from './registers/handlers';
import { EVIDENCE_HANDLERS } from './evidence/handlers';
import { ROUND_HANDLERS } from './rounds/handlers';
import { STATISTIC_HANDLERS } from './statistics/handlers';
import { SETUP_HANDLERS } from './setup/handlers';
import { SIGNING_HANDLERS } from './signing/handlers';
import { VERIFICATION_HANDLERS } from './verification/handlers';
import { dossierHandlers } from './dossiers/dossier-handlers';
import { processHandlers } from './processes/process-handlers';
import { demoAccounts } from './queries/demo-accounts';
import { AUDIT_HANDLERS } from './audit/handlers';
import { OPERATION_HANDLERS } from './operations/handlers';
import { WHAT_IF_HANDLERS } from './processes/what-if/handlers';
import { taskHandlers } from './tasks/task-handlers';
import type { Ask, Handler, Handlers, SessionRoute } from './handler';

/** Every route's handler; a room adds its own by one spread. */
const HANDLERS: Handlers = {
  ...taskHandlers,
  ...dossierHandlers,
  ...processHandlers,
  demoAccounts,
  ...ROUND_HANDLERS,
  ...EVIDENCE_HANDLERS,
  ...COUNCIL_HANDLERS,
  ...INTAKE_HANDLERS,
  ...LAW_HANDLERS,
  ...LIMIT_HANDLERS,
  ...MONEY_HANDLERS,
  ...MOVEMENT_HANDLERS,
  ...ORGANISATION_HANDLERS,
  ...PEOPLE_HANDLERS,
  ...PAPER_HANDLERS,
  ...FILE_HANDLERS,
  ...REGISTER_HANDLERS,
  ...SETUP_HANDLERS,
  ...SIGNING_HANDLERS,
  ...STATISTIC_HANDLERS,
  ...VERIFICATION_HANDLERS,
  ...BLANK_HANDLERS,
  ...PRINTING_HANDLERS,
  ...TEMPLATE_HANDLERS,
  ...PROCEDURE_HANDLERS,
  ...AFTER_DECISION_HANDLERS,
  ...WHAT_IF_HANDLERS,
  ...AUDIT_HANDLERS,
  ...OPERATION_HANDLERS,
  checkCompetence,
};

type Answered = Exclude<RouteName, SessionRoute>;
export type BoundHandlers = { readonly [N in Answered]: (ask: Ask<N>) => Promise<AnswerOf<N>> };

/** The handlers with their dependencies in hand. */
export function bindHandlers(deps: CaseworkDeps): BoundHandlers {
  // Name, ask and answer belong together line by line; the compiler cannot follow the triple through the entries.
  const entries = Object.entries(HANDLERS) as [Answered, Handler<never>][];
  return Object.fromEntries(entries.map(([name, handler]) => [name, (ask: Ask<never>) => handler(deps, ask)])) as unknown as BoundHandlers;
}
