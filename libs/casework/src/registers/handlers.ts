import type { Handlers } from '../handler';
import { applyNumberSheet } from './apply-number-sheet';
import { numberSheetForm, readNumberSheet } from './number-sheet';
import { numberRegister, numberRegisters, numberRegisterSheet } from './read-registers';
import { setNumberSource } from './set-number-source';

export const REGISTER_HANDLERS = {
  numberRegisters,
  numberRegister,
  numberRegisterSheet,
  setNumberSource,
  numberSheetForm,
  readNumberSheet,
  applyNumberSheet,
} satisfies Partial<Handlers>;
