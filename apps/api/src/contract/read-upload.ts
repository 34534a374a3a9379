import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UploadedFile } from '@thidua/casework';
import { LARGEST_UPLOAD, ROUTES, UPLOAD_RULES, type AnyRoute, type RouteName } from '@thidua/contract';
import type { Request, Response } from 'express';
import multer from 'multer';
import { BadRequest } from './bad-request';

/** Boundaries and part headers around the file itself. */
const AROUND = 64 * 1024;

/**
 * The one file of a multipart request: counted while it comes in, cut off at the limit of its route, never more than that on the disk or in
 * memory. What came in lies in a folder of its own that is gone when this returns.
 * @throws BadRequest file-too-large, storage-full, request-invalid
 */
export async function readUpload(name: RouteName, request: Request, response: Response): Promise<UploadedFile> {
  const largest = largestOf(name);
  const announced = Number(request.header('content-length') ?? 0);
  if (announced > largest + AROUND) {
    throw tooLarge(request, response, largest);
  }
  const folder = await mkdtemp(join(tmpdir(), 'thidua-upload-'));
  try {
    const { originalname, path } = await received({ request, response, folder, largest });
    return { name: originalname.normalize('NFC'), bytes: await readFile(path) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function largestOf(name: RouteName): number {
  // Widened: the table's literal types differ per line.
  const { upload } = ROUTES[name] as AnyRoute;
  return typeof upload === 'string' ? UPLOAD_RULES[upload].largest : LARGEST_UPLOAD;
}

interface Receiving {
  readonly request: Request;
  readonly response: Response;
  readonly folder: string;
  readonly largest: number;
}

function received({ request, response, folder, largest }: Receiving): Promise<Express.Multer.File> {
  // File names arrive as latin1 unless told otherwise ("tá» trÃ¬nh.pdf").
  const options = { dest: folder, limits: { fileSize: largest, files: 1, fields: 8, fieldSize: 16_384 }, defParamCharset: 'utf8' };
  return new Promise((resolve, reject) => {
    multer(options).single('file')(request, response, (error: unknown) => {
      const code = codeOf(error);
      if (code === 'LIMIT_FILE_SIZE') {
        reject(tooLarge(request, response, largest));
      } else if (code === 'ENOSPC' || code === 'EDQUOT') {
        reject(new BadRequest('storage-full', {}));
      } else if (error !== undefined && error !== null) {
        reject(code.startsWith('LIMIT_') ? new BadRequest('request-invalid', { reason: code }) : asError(error));
      } else if (request.file === undefined) {
        reject(new BadRequest('request-invalid', { fields: [{ path: 'file', problem: 'missing', kind: 'required' }] }));
      } else {
        resolve(request.file);
      }
    });
  });
}

/** What is still coming is not read: the connection ends with the answer. */
function tooLarge(request: Request, response: Response, largest: number): BadRequest {
  response.setHeader('connection', 'close');
  response.once('finish', () => {
    // A client that is still sending sees the answer first; then the line is cut.
    setTimeout(() => request.socket.destroy(), 1000).unref();
  });
  request.unpipe();
  request.pause();
  return new BadRequest('file-too-large', { largest });
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('upload failed');
}
