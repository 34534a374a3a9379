import type { Handlers } from '../handler';
import { activateAccount } from './accounts/activate-account';
import { openAccount, resetAccount, setAccountState } from './accounts/keep-accounts';
import { applyRegister, previewRegister, registerCodes, registerImports, registerTemplate, undoRegister } from './registers/keep-registers';

export const PEOPLE_HANDLERS = {
  activateAccount,
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
