import type { UploadedFile } from '@thidua/casework';
import type { Request, Response } from 'express';
import multer from 'multer';
import { BadRequest } from './bad-request';

const MAX_BYTES = 20 * 1024 * 1024;
// File names arrive as latin1 unless told otherwise ("tá» trÃ¬nh.pdf").
const single = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MAX_BYTES, files: 1, fields: 4 },
  defParamCharset: 'utf8',
} as multer.Options).single('file');

/** The one file of a multipart request, held in memory up to 20 MiB; the stream is cut off beyond. */
export function readUpload(request: Request, response: Response): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    single(request, response, (error: unknown) => {
      if (error !== undefined && error !== null) {
        reject(error instanceof Error ? error : new Error('upload failed'));
      } else if (request.file === undefined) {
        reject(new BadRequest('request-invalid', { fields: [{ path: 'file', problem: 'missing', kind: 'required' }] }));
      } else {
        resolve({ name: request.file.originalname.normalize('NFC'), bytes: request.file.buffer });
      }
    });
  });
}
