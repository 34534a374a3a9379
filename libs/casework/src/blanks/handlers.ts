import type { Handlers } from '../handler';
import { addBlank, changeBlank, retireBlank } from './keep-blanks';
import { blank, blankPicture, blanks, roundCertificates } from './read-blanks';
import { uploadBlankPicture } from './upload-picture';

export const BLANK_HANDLERS = {
  blanks,
  addBlank,
  blank,
  changeBlank,
  blankPicture,
  uploadBlankPicture,
  retireBlank,
  roundCertificates,
} satisfies Partial<Handlers>;
