import { addRoster, endRoster, rosters } from '../councils/roster/keep-rosters';
import type { Handlers } from '../handler';
import { activateAccount } from './accounts/activate-account';
import { changePassword, ownAccount } from './accounts/own-account';
import { openAccount, resetAccount, setAccountState } from './accounts/keep-accounts';
import { attachGroundPaper, groundPaper } from './ground-papers';
import { addOrganisation, moveOrganisation, organisationBurden } from './keep-organisations';
import { addPerson, appointPerson, changePerson, people } from './keep-people';
import { endPost, postEnding } from './keep-posts';
import { mergeOrganisations } from './merge-organisations';
import { applyRegister, previewRegister, registerCodes, registerImports, registerTemplate, undoRegister } from './registers/keep-registers';

export const PEOPLE_HANDLERS = {
  addOrganisation,
  moveOrganisation,
  organisationBurden,
  mergeOrganisations,
  people,
  addPerson,
  changePerson,
  appointPerson,
  postEnding,
  endPost,
  rosters,
  addRoster,
  endRoster,
  attachGroundPaper,
  groundPaper,
  activateAccount,
  ownAccount,
  changePassword,
  openAccount,
  resetAccount,
  setAccountState,
  applyRegister,
  previewRegister,
  registerCodes,
  registerImports,
  registerTemplate,
  undoRegister,
} satisfies Partial<Handlers>;
