import type { Handlers } from '../handler';
import { verifyFile } from './verify-file';
import { verifyPaper } from './verify-paper';

export const VERIFICATION_HANDLERS = { verifyPaper, verifyFile } satisfies Partial<Handlers>;
